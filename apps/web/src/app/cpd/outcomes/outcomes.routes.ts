import type { Routes } from '@angular/router';

export const outcomesRoutes: Routes = [];
