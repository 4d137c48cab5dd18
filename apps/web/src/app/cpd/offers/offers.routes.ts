import type { Routes } from '@angular/router';

export const offersRoutes: Routes = [];
