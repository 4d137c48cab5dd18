import type { Routes } from '@angular/router';
import { attendanceRoutes } from './attendance/attendance.routes';
import { bookingsRoutes } from './bookings/bookings.routes';
import { offersRoutes } from './offers/offers.routes';
import { openDoorsRoutes } from './open-doors/open-doors.routes';
import { outcomesRoutes } from './outcomes/outcomes.routes';
import { planningRoutes } from './planning/planning.routes';
import { resourcesRoutes } from './resources/resources.routes';

/** The pages of the CPD; each part has its own list. */
export const cpdRoutes: Routes = [
  ...planningRoutes,
  ...offersRoutes,
  ...bookingsRoutes,
  ...attendanceRoutes,
  ...outcomesRoutes,
  ...openDoorsRoutes,
  ...resourcesRoutes,
];
