import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@lectern/identity';
import { SessionStore } from './session-store';

/** A page for those who may do this: others sign in first, or are told that there is nothing here for them. */
export const allowed =
  (permission: Permission): CanActivateFn =>
  (_route, state) => {
    const session = inject(SessionStore);
    const router = inject(Router);
    if (!session.account()) return router.createUrlTree(['/sign-in'], { queryParams: { from: state.url } });
    return (
      session.may(permission) ||
      new RedirectCommand(router.createUrlTree(['/not-found']), { skipLocationChange: true })
    );
  };

/** Matches when staff are signed in: the same address shows each role its own page. */
export const forStaff: CanMatchFn = () => inject(SessionStore).isStaff();

/** Matches when a school coordinator is signed in. */
export const forCoordinators: CanMatchFn = () => inject(SessionStore).isCoordinator();

/** Matches when a mentor is signed in. */
export const forMentors: CanMatchFn = () => inject(SessionStore).account()?.roles.includes('mentor') ?? false;

/** Matches when a trainee is signed in. */
export const forTrainees: CanMatchFn = () =>
  inject(SessionStore).account()?.roles.includes('trainee') ?? false;

/** Matches when a teacher is signed in. */
export const forTeachers: CanMatchFn = () =>
  inject(SessionStore).account()?.roles.includes('teacher') ?? false;

/** Matches when anybody is signed in. */
export const forSignedIn: CanMatchFn = () => inject(SessionStore).account() !== null;
