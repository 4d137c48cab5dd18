import type { Routes } from '@angular/router';
import { allowed } from '../../identity/guards';

/** The shelf of what there is to teach with. */
export const resourcesRoutes: Routes = [
  {
    path: 'resources',
    pathMatch: 'full',
    title: 'Resources',
    canActivate: [allowed('resource.see')],
    loadComponent: () => import('./resources-page').then((m) => m.ResourcesPage),
  },
  {
    path: 'resources/new',
    title: 'Share a resource',
    canActivate: [allowed('resource.share')],
    loadComponent: () => import('./new-resource-page').then((m) => m.NewResourcePage),
  },
  {
    path: 'resources/:id',
    pathMatch: 'full',
    title: 'Resource',
    canActivate: [allowed('resource.see')],
    loadComponent: () => import('./resource-page').then((m) => m.ResourcePage),
  },
  {
    path: 'resources/:id/change',
    title: 'Change the resource',
    canActivate: [allowed('resource.share')],
    loadComponent: () => import('./change-resource-page').then((m) => m.ChangeResourcePage),
  },
];
