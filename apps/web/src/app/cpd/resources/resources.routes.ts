import type { Routes } from '@angular/router';

export const resourcesRoutes: Routes = [];
