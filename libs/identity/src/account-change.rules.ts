import type { FieldError } from '@lectern/core';
import type { Actor } from './can.rules';
import { INVITABLE_ROLES, type Role, SCHOOL_ROLES } from './roles';

/** An account, reduced to what a change of it depends on. */
export interface ChangingAccount {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly schoolUrn: string | null;
}

export interface AskedChange {
  readonly roles?: readonly Role[] | null;
  /** null takes the school away; undefined leaves it. */
  readonly schoolUrn?: string | null;
}

export type AccountChangeDecision =
  | { readonly roles: readonly Role[]; readonly schoolUrn: string | null }
  | { readonly refused: readonly FieldError[] };

const isOf = (roles: readonly Role[], some: readonly Role[]): boolean =>
  roles.some((role) => some.includes(role));

/** Whether the actor may change this account: staff those of schools, mentors and trainees; administrators all. */
export const mayManage = (actor: Actor, account: Pick<ChangingAccount, 'roles'>): boolean =>
  actor.roles.includes('admin') ||
  (actor.roles.includes('staff') && !isOf(account.roles, ['staff', 'admin']));

const refuseRoles = (actor: Actor, account: ChangingAccount, roles: readonly Role[]): FieldError | null => {
  const refuse = (code: string, message: string): FieldError => ({ field: 'roles', code, message });
  const changed = [...roles, ...account.roles].filter(
    (role) => roles.includes(role) !== account.roles.includes(role),
  );
  if (changed.length > 0 && actor.accountId === account.id) {
    return refuse('own-account', 'You cannot change your own roles. Ask another administrator.');
  }
  if (changed.includes('admin')) {
    return refuse('not-here', 'Whoever runs the server makes administrators. Leave that role as it is.');
  }
  if (changed.includes('staff') && !actor.roles.includes('admin')) {
    return refuse('admin-only', 'Only an administrator makes somebody university staff.');
  }
  const known: readonly Role[] = INVITABLE_ROLES;
  return changed.every((role) => known.includes(role))
    ? null
    : refuse('unknown-role', 'Choose a role of the list.');
};

/**
 * What an account becomes by a change, or why not. Nobody gives a role that they may not manage, nor changes their own;
 * a school role needs a school, and without one the school goes.
 */
export const decideAccountChange = (
  actor: Actor,
  account: ChangingAccount,
  asked: AskedChange,
): AccountChangeDecision => {
  const roles = asked.roles ?? account.roles;
  const wrong = refuseRoles(actor, account, roles);
  if (wrong) return { refused: [wrong] };
  if (!isOf(roles, SCHOOL_ROLES)) {
    if (!asked.schoolUrn) return { roles, schoolUrn: null };
    const message = 'Only coordinators and teachers belong to a school. Leave the school out.';
    return { refused: [{ field: 'schoolUrn', code: 'not-wanted', message }] };
  }
  const schoolUrn = asked.schoolUrn === undefined ? account.schoolUrn : asked.schoolUrn;
  // Who has lost a school already may be left without one: it is choosing a school role that asks for it.
  if (schoolUrn === null && (asked.roles != null || account.schoolUrn !== null)) {
    const message = 'Choose the school that this person works at, or disable the account.';
    return { refused: [{ field: 'schoolUrn', code: 'missing', message }] };
  }
  return { roles, schoolUrn };
};

/**
 * The roles after a request for a school is approved: another school's role ends with that school, and at the same
 * school the one that was asked for is added.
 */
export const rolesAfterApproval = (
  account: ChangingAccount,
  request: { readonly role: Role; readonly schoolUrn: string },
): readonly Role[] => {
  const kept =
    account.schoolUrn === request.schoolUrn
      ? account.roles
      : account.roles.filter((role) => !SCHOOL_ROLES.some((ofSchool) => ofSchool === role));
  return kept.includes(request.role) ? kept : [...kept, request.role];
};
