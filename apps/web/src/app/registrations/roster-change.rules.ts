import { foldText } from '@lectern/core';
import type { DayOnly, Person, RosterPerson } from '@lectern/registrations';
import { figure } from './counts';
import { DAY_ONLY_FIELDS } from './draft-row.rules';

/** What saving a list would do to the roster as it is. */
export interface RosterChange {
  readonly added: number;
  readonly changed: number;
  /** The names of those who would be taken off. */
  readonly removed: readonly string[];
}

type Named = Pick<Person, 'kind' | 'givenName' | 'familyName'> & { readonly yearGroup?: number | null };

/** Two entries name the same person when names (blind to case and accents), kind and year group agree. */
export const samePersonKey = (person: Named): string =>
  [
    person.kind,
    foldText(person.givenName),
    foldText(person.familyName),
    person.kind === 'adult' ? '' : (person.yearGroup ?? ''),
  ].join('|');

const sameNeeds = (a: Readonly<DayOnly> | undefined, b: Readonly<DayOnly> | undefined): boolean =>
  DAY_ONLY_FIELDS.every(({ field }) => (a?.[field] ?? '') === (b?.[field] ?? ''));

const isSame = (saved: Person, asked: RosterPerson): boolean =>
  saved.kind === asked.kind &&
  saved.givenName === asked.givenName &&
  saved.familyName === asked.familyName &&
  (saved.yearGroup ?? undefined) === asked.yearGroup &&
  saved.photoConsent === asked.photoConsent &&
  saved.birthDate === asked.birthDate &&
  sameNeeds(saved.dayOnly, asked.dayOnly);

/** What would change on the saved roster; people are the same when their ids are. */
export const rosterChange = (saved: readonly Person[], asked: readonly RosterPerson[]): RosterChange => {
  const byId = new Map(saved.map((person) => [person.id, person]));
  const kept = new Set(asked.map(({ id }) => id));
  return {
    added: asked.filter(({ id }) => id === undefined).length,
    changed: asked.filter((person) => {
      const before = person.id === undefined ? undefined : byId.get(person.id);
      return before !== undefined && !isSame(before, person);
    }).length,
    removed: saved
      .filter(({ id }) => !kept.has(id))
      .map((person) => `${person.givenName} ${person.familyName}`),
  };
};

export const changesNothing = ({ added, changed, removed }: RosterChange): boolean =>
  added + changed + removed.length === 0;

const NAMES_SHOWN = 5;

/** The change in one sentence: who comes on, who is different, who goes and what becomes of their tickets. */
export const changeWords = ({ added, changed, removed }: RosterChange): string => {
  const parts = [
    ...(added > 0 ? [`adds ${figure(added, 'person', 'people')}`] : []),
    ...(changed > 0 ? [`changes ${figure(changed, 'person', 'people')}`] : []),
    ...(removed.length > 0 ? [`takes off ${namesOf(removed)}`] : []),
  ];
  if (parts.length === 0) return 'Nothing has changed since the list was last saved.';
  const sentence = `Saving ${inSentence(parts)}.`;
  if (removed.length === 0) return sentence;
  return `${sentence} ${removed.length === 1 ? 'That person’s ticket stops' : 'Their tickets stop'} working.`;
};

const inSentence = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const namesOf = (names: readonly string[]): string => {
  const shown = names.slice(0, NAMES_SHOWN);
  const more = names.length - shown.length;
  return inSentence(more > 0 ? [...shown, `${more} more`] : shown);
};
