import type { Routes } from '@angular/router';
import { leaveRoster } from './leave-roster';

/** Home of a school coordinator, at `/`. */
export const schoolHomeRoutes: Routes = [
  { path: '', loadComponent: () => import('./school-home-page').then((m) => m.SchoolHomePage) },
];

/** Registering a group, at `/conferences/:slug/register`. */
export const registerRoutes: Routes = [
  { path: '', loadComponent: () => import('./register-page').then((m) => m.RegisterPage) },
];

/** A school's groups and each group, at `/groups`. */
export const groupRoutes: Routes = [
  { path: '', loadComponent: () => import('./groups-page').then((m) => m.GroupsPage) },
  { path: ':id', loadComponent: () => import('./group-page').then((m) => m.GroupPage) },
  { path: ':id/registered', loadComponent: () => import('./registered-page').then((m) => m.RegisteredPage) },
  { path: ':id/change', loadComponent: () => import('./change-group-page').then((m) => m.ChangeGroupPage) },
  {
    path: ':id/roster',
    canDeactivate: [leaveRoster],
    loadComponent: () => import('./roster-page').then((m) => m.RosterPage),
  },
  {
    path: ':id/visit-pack',
    title: 'Visit pack',
    loadComponent: () => import('./visit-pack-page').then((m) => m.VisitPackPage),
  },
  { path: ':id/people', loadComponent: () => import('./people-page').then((m) => m.PeoplePage) },
  {
    path: ':id/people/:personId/swap',
    loadComponent: () => import('./swap-page').then((m) => m.SwapPage),
  },
  {
    path: ':id/people/:personId/needs',
    loadComponent: () => import('./needs-page').then((m) => m.NeedsPage),
  },
  { path: ':id/sessions', loadComponent: () => import('./sessions-page').then((m) => m.SessionsPage) },
  { path: ':id/timetable', loadComponent: () => import('./timetable-page').then((m) => m.TimetablePage) },
  { path: ':id/tickets', loadComponent: () => import('./tickets-page').then((m) => m.TicketsPage) },
];
