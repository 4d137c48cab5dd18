import type { Routes } from '@angular/router';
import { allowed } from '../../identity/guards';

/** What trainees offer, and what mentors decide. */
export const offersRoutes: Routes = [
  {
    path: 'my-offers',
    canActivate: [allowed('offer.make')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'My offers',
        loadComponent: () => import('./my-offers-page').then((m) => m.MyOffersPage),
      },
      {
        path: 'propose',
        title: 'Propose a session',
        loadComponent: () => import('./propose-page').then((m) => m.ProposePage),
      },
      {
        path: 'placement-days',
        title: 'Placement days',
        loadComponent: () => import('./placement-days-page').then((m) => m.PlacementDaysPage),
      },
      {
        path: ':id',
        title: 'Your offer',
        loadComponent: () => import('./offer-page').then((m) => m.OfferPage),
      },
    ],
  },
  {
    path: 'challenging-topics/sessions/:id/offer',
    title: 'Offer to give a session',
    canActivate: [allowed('offer.make')],
    loadComponent: () => import('./offer-form-page').then((m) => m.OfferFormPage),
  },
  {
    path: 'mentor',
    pathMatch: 'full',
    title: 'Mentor desk',
    canActivate: [allowed('offer.decide')],
    loadComponent: () => import('./mentor-page').then((m) => m.MentorPage),
  },
  {
    path: 'mentor/suitability',
    title: 'Suitability',
    canActivate: [allowed('suitability.manage')],
    loadComponent: () => import('./suitability-page').then((m) => m.SuitabilityPage),
  },
  {
    path: 'mentor/offers/:id',
    title: 'Offer',
    canActivate: [allowed('offer.decide')],
    loadComponent: () => import('./mentor-offer-page').then((m) => m.MentorOfferPage),
  },
];
