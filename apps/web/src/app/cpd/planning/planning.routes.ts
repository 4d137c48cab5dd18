import type { Routes } from '@angular/router';
import { allowed } from '../../identity/guards';

/** Topics for everybody, and planning the year for staff. */
export const planningRoutes: Routes = [
  {
    path: 'challenging-topics/topics',
    title: 'Topics',
    loadComponent: () => import('./topics-page').then((m) => m.TopicsPage),
  },
  {
    path: 'staff/cpd/programmes/new',
    title: 'New programme',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./programme-page').then((m) => m.CpdProgrammePage),
  },
  {
    path: 'staff/cpd/programmes/:id',
    title: 'Programme',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./programme-page').then((m) => m.CpdProgrammePage),
  },
  {
    path: 'staff/cpd/sessions/new',
    title: 'Plan a session',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./new-session-page').then((m) => m.NewSessionPage),
  },
  {
    path: 'staff/cpd/sessions/:id',
    title: 'Session',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./session-page').then((m) => m.StaffSessionPage),
  },
  {
    path: 'staff/cpd/series/:id',
    title: 'Series',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./series-page').then((m) => m.StaffSeriesPage),
  },
  {
    path: 'staff/cpd',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./staff-cpd-frame').then((m) => m.StaffCpdFrame),
    children: [
      { path: '', title: 'Plan', loadComponent: () => import('./plan-tab').then((m) => m.PlanTab) },
      {
        path: 'sessions',
        title: 'Sessions',
        loadComponent: () => import('./sessions-tab').then((m) => m.SessionsTab),
      },
      {
        path: 'series',
        title: 'Series',
        loadComponent: () => import('./series-tab').then((m) => m.SeriesTab),
      },
      {
        path: 'topics',
        title: 'Topics',
        loadComponent: () => import('./topics-tab').then((m) => m.TopicsTab),
      },
      {
        path: 'calendar',
        title: 'Half-term dates',
        loadComponent: () => import('./calendar-tab').then((m) => m.CalendarTab),
      },
    ],
  },
];
