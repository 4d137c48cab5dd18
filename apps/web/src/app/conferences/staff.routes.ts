import type { Routes } from '@angular/router';

/** What staff do with conferences. */
export const staffRoutes: Routes = [
  {
    path: '',
    title: 'Conferences',
    loadComponent: () => import('./staff-conferences-page').then((m) => m.StaffConferencesPage),
  },
  {
    path: 'new',
    title: 'New conference',
    loadComponent: () => import('./new-conference-page').then((m) => m.NewConferencePage),
  },
  {
    path: 'missing-procedure',
    title: 'When a pupil is missing',
    loadComponent: () => import('../check-in/procedure-page').then((m) => m.ProcedurePage),
  },
  {
    path: ':id/copy',
    title: 'Hold a conference again',
    loadComponent: () => import('./copy-conference-page').then((m) => m.CopyConferencePage),
  },
  {
    path: ':id/roll',
    title: 'Who is here',
    loadComponent: () => import('../check-in/roll-page').then((m) => m.RollPage),
  },
  {
    path: ':id/missing/:recordId',
    title: 'Missing pupil',
    loadComponent: () => import('../check-in/missing-page').then((m) => m.MissingPage),
  },
  {
    path: ':id',
    loadComponent: () => import('./conference-frame').then((m) => m.ConferenceFrame),
    children: [
      { path: '', loadComponent: () => import('./overview-tab').then((m) => m.OverviewTab) },
      {
        path: 'programme',
        title: 'Programme',
        loadComponent: () => import('./programme-tab').then((m) => m.ProgrammeTab),
      },
      {
        path: 'programme/sessions',
        title: 'Sessions of groups',
        loadComponent: () => import('./session-board-tab').then((m) => m.SessionBoardTab),
      },
      {
        path: 'groups',
        title: 'Groups',
        loadComponent: () => import('./groups-tab').then((m) => m.GroupsTab),
      },
      {
        path: 'badges',
        title: 'Print badges',
        loadComponent: () => import('./print-badges-tab').then((m) => m.PrintBadgesTab),
      },
      {
        path: 'places',
        title: 'Places',
        loadComponent: () => import('./places-tab').then((m) => m.PlacesTab),
      },
      {
        path: 'check-in',
        title: 'Check-in',
        loadComponent: () => import('../check-in/check-in-tab').then((m) => m.CheckInTab),
      },
      {
        path: 'visit-pack',
        title: 'Visit pack',
        loadComponent: () => import('./visit-pack-tab').then((m) => m.VisitPackTab),
      },
      {
        path: 'settings',
        title: 'Settings',
        loadComponent: () => import('./settings-tab').then((m) => m.SettingsTab),
      },
    ],
  },
];
