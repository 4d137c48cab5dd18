import type { Account, Role } from '@lectern/identity';

/** One link of the main navigation. */
export interface NavigationLink {
  readonly words: string;
  readonly path: string;
  /** Whether the link is current only on this very page. */
  readonly exact: boolean;
}

const link = (words: string, path: string, exact = false): NavigationLink => ({ words, path, exact });

const HOME = link('Home', '/', true);
const TOPICS = link('Challenging topics', '/challenging-topics');
const RESOURCES = link('Resources', '/resources');

/** What each role works with, the role with the most first. */
const OF_ROLES: readonly (readonly [roles: readonly Role[], links: readonly NavigationLink[]])[] = [
  [
    ['staff', 'admin'],
    [
      link('Conferences', '/staff/conferences'),
      link('Challenging topics', '/staff/cpd'),
      link('People', '/people'),
      link('Mail', '/mail'),
      link('Audit trail', '/audit'),
    ],
  ],
  [
    ['coordinator'],
    [
      link('Find a conference', '/conferences'),
      link('My groups', '/groups'),
      TOPICS,
      link('My CPD', '/my-cpd'),
      link('Our school', '/our-school'),
    ],
  ],
  [['mentor'], [link('Mentor desk', '/mentor'), TOPICS, RESOURCES]],
  [['teacher'], [TOPICS, link('My CPD', '/my-cpd'), link('Open doors', '/open-doors'), RESOURCES]],
  [['trainee'], [TOPICS, link('My offers', '/my-offers'), link('My evidence', '/my-evidence'), RESOURCES]],
];

/** The main navigation for whoever is signed in; the role with the most comes first. */
export const navigationFor = (account: Account | null): readonly NavigationLink[] => {
  if (!account) return [link('Conferences', '/conferences'), TOPICS];
  const found = OF_ROLES.find(([roles]) => roles.some((role) => account.roles.includes(role)));
  return [HOME, ...(found?.[1] ?? [])];
};
