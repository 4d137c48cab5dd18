import type { Routes } from '@angular/router';

/** What staff do with conferences. */
export const staffRoutes: Routes = [];
