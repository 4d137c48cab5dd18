import type { Account } from '@lectern/identity';

/** One link of the main navigation. */
export interface NavigationLink {
  readonly words: string;
  readonly path: string;
  /** Whether the link is current only on this very page. */
  readonly exact: boolean;
}

const HOME: NavigationLink = { words: 'Home', path: '/', exact: true };

/** The main navigation for whoever is signed in; the role with the most comes first. */
export const navigationFor = (account: Account | null): readonly NavigationLink[] => {
  if (!account) return [{ words: 'Conferences', path: '/conferences', exact: false }];
  if (account.roles.some((role) => role === 'staff' || role === 'admin')) {
    return [
      HOME,
      { words: 'Conferences', path: '/staff/conferences', exact: false },
      { words: 'People', path: '/people', exact: false },
      { words: 'Mail', path: '/mail', exact: false },
      { words: 'Audit trail', path: '/audit', exact: false },
    ];
  }
  if (account.roles.includes('coordinator')) {
    return [
      HOME,
      { words: 'Find a conference', path: '/conferences', exact: false },
      { words: 'My groups', path: '/groups', exact: false },
      { words: 'Our school', path: '/our-school', exact: false },
    ];
  }
  return [HOME];
};
