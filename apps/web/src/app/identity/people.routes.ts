import type { Routes } from '@angular/router';

/** People and schools, for staff, at `/people`. */
export const peopleRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./people-frame').then((m) => m.PeopleFrame),
    children: [
      { path: '', loadComponent: () => import('./people-tab').then((m) => m.PeopleTab) },
      { path: 'requests', loadComponent: () => import('./requests-tab').then((m) => m.RequestsTab) },
      {
        path: 'closed-schools',
        loadComponent: () => import('../registrations/closed-schools-tab').then((m) => m.ClosedSchoolsTab),
      },
    ],
  },
  { path: ':id', loadComponent: () => import('./account-page').then((m) => m.AccountPage) },
];
