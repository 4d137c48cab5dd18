import type { Routes } from '@angular/router';

/** What anyone may see of conferences. */
export const publicRoutes: Routes = [
  {
    path: '',
    title: 'Conferences',
    loadComponent: () => import('./conferences-page').then((m) => m.ConferencesPage),
  },
  {
    path: ':slug',
    title: 'Conference',
    loadComponent: () => import('./conference-page').then((m) => m.ConferencePage),
  },
];
