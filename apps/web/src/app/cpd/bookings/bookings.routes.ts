import type { Routes } from '@angular/router';
import { allowed } from '../../identity/guards';

/** The public programme, and what teachers book of it. */
export const bookingsRoutes: Routes = [
  {
    path: 'challenging-topics',
    pathMatch: 'full',
    title: 'Challenging topics',
    loadComponent: () => import('./sessions-page').then((m) => m.CpdSessionsPage),
  },
  {
    path: 'challenging-topics/sessions/:id',
    pathMatch: 'full',
    title: 'Session',
    loadComponent: () => import('./session-page').then((m) => m.CpdSessionPage),
  },
  {
    path: 'challenging-topics/sessions/:id/book',
    title: 'Book',
    canActivate: [allowed('booking.make')],
    loadComponent: () => import('./book-page').then((m) => m.BookPage),
  },
  {
    path: 'my-cpd',
    pathMatch: 'full',
    title: 'My CPD',
    canActivate: [allowed('booking.see')],
    loadComponent: () => import('./my-cpd-page').then((m) => m.MyCpdPage),
  },
  {
    path: 'my-cpd/bookings/:id',
    title: 'Booking',
    canActivate: [allowed('booking.see')],
    loadComponent: () => import('./booking-page').then((m) => m.BookingPage),
  },
  {
    path: 'place-offer/:token',
    title: 'An offer of places',
    loadComponent: () => import('./place-offer-page').then((m) => m.PlaceOfferPage),
  },
  {
    path: 'staff/cpd/sessions/:id/bookings',
    title: 'Who has booked',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./session-bookings-page').then((m) => m.SessionBookingsPage),
  },
];
