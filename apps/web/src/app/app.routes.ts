import type { Routes } from '@angular/router';
import { allowed, forCoordinators, forSignedIn, forStaff } from './identity/guards';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Home',
    canMatch: [forStaff],
    loadComponent: () => import('./home/staff-home').then((m) => m.StaffHome),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Home',
    canMatch: [forCoordinators],
    loadChildren: () => import('./registrations/registrations.routes').then((m) => m.schoolHomeRoutes),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Home',
    canMatch: [forSignedIn],
    loadComponent: () => import('./home/plain-home').then((m) => m.PlainHome),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Conferences',
    loadComponent: () => import('./conferences/conferences-page').then((m) => m.ConferencesPage),
    data: { welcome: true },
  },
  {
    path: 'sign-in',
    title: 'Sign in',
    loadComponent: () => import('./identity/sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'invitation/:token',
    title: 'Your invitation',
    loadComponent: () => import('./identity/invitation-page').then((m) => m.InvitationPage),
  },
  {
    path: 'offer/:token',
    title: 'An offer of places',
    loadComponent: () => import('./registrations/offer-page').then((m) => m.OfferPage),
  },
  {
    path: 'invitations',
    title: 'Invite somebody',
    canActivate: [allowed('account.invite')],
    loadComponent: () => import('./identity/invitations-page').then((m) => m.InvitationsPage),
  },
  {
    path: 'conferences/:slug/register',
    title: 'Register a group',
    canActivate: [allowed('group.register')],
    loadChildren: () => import('./registrations/registrations.routes').then((m) => m.registerRoutes),
  },
  {
    path: 'conferences',
    loadChildren: () => import('./conferences/conferences.routes').then((m) => m.publicRoutes),
  },
  {
    path: 'groups',
    title: 'My groups',
    canActivate: [allowed('group.see')],
    loadChildren: () => import('./registrations/registrations.routes').then((m) => m.groupRoutes),
  },
  {
    path: 'staff/conferences',
    canActivate: [allowed('conference.manage')],
    loadChildren: () => import('./conferences/staff.routes').then((m) => m.staffRoutes),
  },
  {
    path: 'accessibility',
    title: 'Accessibility statement',
    loadComponent: () => import('./shell/accessibility-page').then((m) => m.AccessibilityPage),
  },
  {
    path: 'data-sources',
    title: 'Where our data comes from',
    loadComponent: () => import('./shell/data-sources-page').then((m) => m.DataSourcesPage),
  },
  {
    path: '**',
    title: 'Page not found',
    loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage),
  },
];
