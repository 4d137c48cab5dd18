import type { Routes } from '@angular/router';
import {
  allowed,
  forCoordinators,
  forMentors,
  forSignedIn,
  forStaff,
  forTeachers,
  forTrainees,
} from './identity/guards';

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
    canMatch: [forMentors],
    loadComponent: () => import('./cpd/offers/mentor-home').then((m) => m.MentorHome),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Home',
    canMatch: [forTrainees],
    loadComponent: () => import('./cpd/offers/trainee-home').then((m) => m.TraineeHome),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Home',
    canMatch: [forTeachers],
    loadComponent: () => import('./cpd/bookings/teacher-home').then((m) => m.TeacherHome),
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
    path: 'ask-for-access',
    title: 'Ask for access',
    loadComponent: () => import('./identity/ask-for-access-page').then((m) => m.AskForAccessPage),
  },
  {
    path: 'ask-for-access/:token',
    title: 'Confirm your e-mail address',
    loadComponent: () => import('./identity/confirm-address-page').then((m) => m.ConfirmAddressPage),
  },
  {
    path: 'our-school',
    title: 'Our school',
    canActivate: [allowed('school-people.see')],
    loadComponent: () => import('./identity/our-school-page').then((m) => m.OurSchoolPage),
  },
  {
    path: 'people',
    title: 'People and schools',
    canActivate: [allowed('account.manage')],
    loadChildren: () => import('./identity/people.routes').then((m) => m.peopleRoutes),
  },
  {
    path: 'audit',
    title: 'Audit trail',
    canActivate: [allowed('audit.see')],
    loadComponent: () => import('./audit/audit-page').then((m) => m.AuditPage),
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
    path: 'calendar',
    title: 'Your school’s calendar',
    canActivate: [allowed('calendar.manage')],
    loadComponent: () => import('./registrations/calendar-page').then((m) => m.CalendarPage),
  },
  {
    path: 'staff/conferences',
    canActivate: [allowed('conference.manage')],
    loadChildren: () => import('./conferences/staff.routes').then((m) => m.staffRoutes),
  },
  {
    path: 'mail',
    canActivate: [allowed('mail.see')],
    loadChildren: () => import('./notifications/notifications.routes').then((m) => m.mailRoutes),
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
  { path: '', loadChildren: () => import('./cpd/cpd.routes').then((m) => m.cpdRoutes) },
  {
    path: '**',
    title: 'Page not found',
    loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage),
  },
];
