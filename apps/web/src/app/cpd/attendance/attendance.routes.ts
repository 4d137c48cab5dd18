import type { Routes } from '@angular/router';

export const attendanceRoutes: Routes = [];
