import type { Routes } from '@angular/router';
import { allowed } from '../../identity/guards';

/** Lessons that schools open to each other, and the visits to them. */
export const openDoorsRoutes: Routes = [
  {
    path: 'open-doors',
    pathMatch: 'full',
    title: 'Open doors',
    canActivate: [allowed('open-door.see')],
    loadComponent: () => import('./open-doors-page').then((m) => m.OpenDoorsPage),
  },
  {
    path: 'open-doors/new',
    title: 'Open a lesson',
    canActivate: [allowed('open-door.offer')],
    loadComponent: () => import('./new-lesson-page').then((m) => m.NewLessonPage),
  },
  {
    path: 'open-doors/:id',
    pathMatch: 'full',
    title: 'Lesson',
    canActivate: [allowed('open-door.see')],
    loadComponent: () => import('./lesson-page').then((m) => m.LessonPage),
  },
  {
    path: 'open-doors/:id/change',
    title: 'Change the lesson',
    canActivate: [allowed('open-door.see')],
    loadComponent: () => import('./change-lesson-page').then((m) => m.ChangeLessonPage),
  },
];
