import type { Routes } from '@angular/router';

export const bookingsRoutes: Routes = [];
