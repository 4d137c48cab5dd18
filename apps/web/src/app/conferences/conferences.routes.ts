import type { Routes } from '@angular/router';

/** What anyone may see of conferences. */
export const publicRoutes: Routes = [
  {
    path: '',
    title: 'Conferences',
    loadComponent: () => import('./conferences-page').then((m) => m.ConferencesPage),
  },
  {
    path: ':slug/programme/rooms/:roomId',
    title: 'Room',
    loadComponent: () => import('./room-page').then((m) => m.RoomPage),
  },
  {
    path: ':slug/programme',
    title: 'Programme',
    loadComponent: () => import('./programme-page').then((m) => m.ProgrammePage),
  },
  {
    path: ':slug',
    title: 'Conference',
    loadComponent: () => import('./conference-page').then((m) => m.ConferencePage),
  },
];
