import { foldText } from '@lectern/core';
import { type Group, GROUP_STATUS_NAMES, GROUP_STATUSES, type GroupStatus } from '@lectern/registrations';
import type { Tone } from '@lectern/ui';

const TONES: Readonly<Record<GroupStatus, Tone>> = {
  confirmed: 'go',
  waiting: 'wait',
  pending: 'wait',
  cancelled: 'stop',
};

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st` */
export const ordinal = (n: number): string => {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
};

/** A group's state as a mark: `Confirmed`, `Waiting, 3rd`, `Confirmed, waiting for 6 more (1st)`. */
export const groupMark = (group: Group): { readonly tone: Tone; readonly words: string } => {
  const name = GROUP_STATUS_NAMES[group.status];
  if (group.offer)
    return { tone: 'wait', words: `Offered ${group.offer.places} of ${group.pupilsWanted} places` };
  if (group.resting)
    return {
      tone: 'past',
      words: group.resting === 'declined' ? 'Declined its offer' : 'Let its offer run out',
    };
  if (group.position === undefined) return { tone: TONES[group.status], words: name };
  const words =
    group.status === 'confirmed'
      ? `${name}, waiting for ${group.pupilsWanted - group.places} more (${ordinal(group.position)})`
      : `${name}, ${ordinal(group.position)}`;
  return { tone: TONES[group.status], words };
};

/** What staff must know of a group's adults: `Needs 2 adults` where fewer come than advised and no reason is given. */
export const adultsMark = (group: Group): { readonly tone: Tone; readonly words: string } | null => {
  const missing = group.advisedAdults - group.adults;
  if (missing <= 0 || group.status === 'cancelled' || group.supervisionReason) return null;
  return { tone: 'needs', words: `Needs ${missing} ${missing === 1 ? 'adult' : 'adults'}` };
};

export const GROUP_COLUMNS = [
  'school',
  'status',
  'places',
  'adults',
  'named',
  'leader',
  'registered',
] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

export const GROUP_COLUMN_WORDS: Readonly<Record<GroupColumn, string>> = {
  school: 'School',
  status: 'Status',
  places: 'Places',
  adults: 'Adults',
  named: 'Named',
  leader: 'Visit leader',
  registered: 'Registered',
};

const byStatus = (group: Group): number =>
  GROUP_STATUSES.indexOf(group.status) * 10_000 + (group.position ?? 0);

const KEYS: Readonly<Record<GroupColumn, (group: Group) => string | number>> = {
  school: (group) => foldText(group.school.name),
  status: byStatus,
  places: (group) => group.places,
  adults: (group) => group.adults,
  named: (group) => group.pupilsNamed + group.adultsNamed,
  leader: (group) => foldText(group.visitLeader.name),
  registered: (group) => group.registeredAt,
};

/** Groups in the order of one column; equals keep the order in which they registered. */
export const sortGroups = (
  groups: readonly Group[],
  column: GroupColumn,
  descending: boolean,
): readonly Group[] => {
  const key = KEYS[column];
  const compare = (a: Group, b: Group): number => {
    const [x, y] = [key(a), key(b)];
    if (x === y) return a.registeredAt.localeCompare(b.registeredAt);
    return (x < y ? -1 : 1) * (descending ? -1 : 1);
  };
  return [...groups].sort(compare);
};

/** Groups whose school, town or visit leader holds every word that was typed, and which stand so. */
export const filterGroups = (
  groups: readonly Group[],
  typed: string,
  status: GroupStatus | '',
): readonly Group[] => {
  const words = foldText(typed).split(' ').filter(Boolean);
  return groups.filter((group) => {
    const text = foldText(`${group.school.name} ${group.school.town} ${group.visitLeader.name}`);
    return (status === '' || group.status === status) && words.every((word) => text.includes(word));
  });
};

/** The schools that have badges to print, by name: confirmed, with somebody named. */
export const schoolsToPrint = (groups: readonly Group[]): readonly Group['school'][] =>
  groups
    .filter(({ status, pupilsNamed, adultsNamed }) => status === 'confirmed' && pupilsNamed + adultsNamed > 0)
    .map(({ school }) => school)
    .sort((one, two) => one.name.localeCompare(two.name, 'en-GB'));
