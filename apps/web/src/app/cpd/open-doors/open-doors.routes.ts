import type { Routes } from '@angular/router';

export const openDoorsRoutes: Routes = [];
