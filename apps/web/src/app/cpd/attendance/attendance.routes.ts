import type { Routes } from '@angular/router';
import { allowed } from '../../identity/guards';

export const attendanceRoutes: Routes = [
  {
    path: 'staff/cpd/sessions/:id/attendance',
    title: 'Who came',
    canActivate: [allowed('cpd-attendance.see')],
    loadComponent: () => import('./attendance-page').then((m) => m.AttendancePage),
  },
  {
    path: 'staff/cpd/series/:id/attendance',
    title: 'Attendance over the series',
    canActivate: [allowed('cpd-attendance.see')],
    loadComponent: () => import('./series-page').then((m) => m.SeriesAttendancePage),
  },
  {
    path: 'staff/cpd/hours/:accountId',
    title: 'Hours',
    canActivate: [allowed('cpd-attendance.see')],
    loadComponent: () => import('./hours-page').then((m) => m.HoursPage),
  },
  {
    path: 'my-cpd/hours',
    title: 'My hours',
    canActivate: [allowed('session.own')],
    loadComponent: () => import('./hours-page').then((m) => m.HoursPage),
  },
  {
    path: 'my-cpd/sessions/:id/ticket',
    title: 'My ticket',
    canActivate: [allowed('session.own')],
    loadComponent: () => import('./ticket-page').then((m) => m.TicketPage),
  },
];
