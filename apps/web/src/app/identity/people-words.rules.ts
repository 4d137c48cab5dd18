import { type AccessRequest, type Role, ROLE_NAMES, type SchoolOfPerson } from '@lectern/identity';

/** Roles as a list in words: "School coordinator, teacher". */
export const roleWords = (roles: readonly Role[]): string => {
  const names = roles.map((role, at) => (at === 0 ? ROLE_NAMES[role] : ROLE_NAMES[role].toLowerCase()));
  return names.length === 0 ? 'No role' : names.join(', ');
};

/** What has become of a school that closed, or nothing while it is open: "Closed, now Riverside Academy". */
export const closedWords = (school: { readonly closed?: boolean; readonly nowName?: string }): string => {
  if (!school.closed) return '';
  return school.nowName ? `Closed, now ${school.nowName}` : 'Closed';
};

/** A school with its town, as a person's line names it. */
export const schoolWords = (school: SchoolOfPerson | null): string =>
  school === null ? 'No school' : [school.name, school.town].filter(Boolean).join(', ');

/** What approving a request does, when its address has an account already; null when it has none. */
export const accountNotice = ({ account, school, role }: AccessRequest): string | null => {
  if (!account) return null;
  const who = `${account.name} has an account with this address`;
  if (account.disabled) return `${who}, which is disabled. Enable it before you approve.`;
  if (!account.school) return `${who}, without a school. Approving gives it this one.`;
  if (account.school.urn !== school.urn) {
    return `${who} at ${account.school.name}. Approving moves it here, and they no longer see anything there.`;
  }
  return account.roles.includes(role)
    ? `${who} at this school already.`
    : `${who} at this school already. Approving makes them a ${ROLE_NAMES[role].toLowerCase()} as well.`;
};

/** How many other requests look like this one, or nothing. */
export const alikeWords = (alike: number): string => {
  if (alike === 0) return '';
  return alike === 1 ? 'One other request looks like this one' : `${alike} other requests look like this one`;
};
