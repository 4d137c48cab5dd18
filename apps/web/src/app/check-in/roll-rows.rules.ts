import { type Roll, rollByRoom, type RollPerson, type RollState } from '@lectern/check-in';
import { foldText, londonClock } from '@lectern/core';
import type { Tone } from '@lectern/ui';

export type RollOrder = 'school' | 'room';

/** What somebody asks of the roll: its order, whom to show, and whom to find. */
export interface RollQuestion {
  readonly by: RollOrder;
  readonly state: RollState | '';
  readonly find: string;
}

export interface RollRow {
  readonly person: RollPerson;
  readonly school: string;
  readonly mark: { readonly tone: Tone; readonly words: string };
  /** `Adult`, `Walk-in`, or both. */
  readonly kind: string;
}

export interface RollGroup {
  readonly heading: string;
  readonly counts: string;
  readonly rows: readonly RollRow[];
}

export const ROLL_STATE_WORDS: Readonly<Record<RollState, string>> = {
  here: 'Here',
  left: 'Left',
  'never-came': 'Never came',
};

/** Where somebody is, with the time that they were last seen. */
export const rollMark = ({ state, room, lastAt }: RollPerson): RollRow['mark'] => {
  const at = lastAt ? `, ${londonClock(lastAt)}` : '';
  if (state === 'here') return { tone: 'go', words: `${room ?? 'Here'}${at}` };
  return state === 'left' ? { tone: 'past', words: `Left${at}` } : { tone: 'wait', words: 'Never came' };
};

const rowOf = (person: RollPerson, school: string): RollRow => ({
  person,
  school,
  mark: rollMark(person),
  kind: [person.kind === 'adult' ? 'Adult' : '', person.isWalkIn ? 'Walk-in' : ''].filter(Boolean).join(', '),
});

const counts = (rows: readonly RollRow[]): string => {
  const of = (state: RollState): number => rows.filter(({ person }) => person.state === state).length;
  const parts = (['here', 'left', 'never-came'] as const)
    .map((state) => ({ state, many: of(state) }))
    .filter(({ many }) => many > 0);
  return parts.map(({ state, many }) => `${many} ${ROLL_STATE_WORDS[state].toLowerCase()}`).join(', ');
};

const schoolGroups = ({ schools }: Roll): { heading: string; rows: RollRow[] }[] =>
  schools.map(({ name, people }) => ({ heading: name, rows: people.map((person) => rowOf(person, name)) }));

const roomGroups = (roll: Roll): { heading: string; rows: RollRow[] }[] => [
  ...rollByRoom(roll.schools).map(({ room, people }) => ({
    heading: room ?? 'Here, room not known',
    rows: people.map(({ school, ...person }) => rowOf(person, school)),
  })),
  ...(['left', 'never-came'] as const).map((state) => ({
    heading: ROLL_STATE_WORDS[state],
    rows: roll.schools.flatMap(({ name, people }) =>
      people.filter((person) => person.state === state).map((person) => rowOf(person, name)),
    ),
  })),
];

/** The roll in groups, without those that nobody is left in. */
export const rollGroups = (roll: Roll, { by, state, find }: RollQuestion): RollGroup[] => {
  const words = foldText(find);
  const fits = ({ person, school }: RollRow): boolean =>
    (state === '' || person.state === state) && foldText(`${person.displayName} ${school}`).includes(words);
  return (by === 'school' ? schoolGroups(roll) : roomGroups(roll))
    .map(({ heading, rows }) => {
      const shown = rows.filter(fits);
      return { heading, counts: counts(shown), rows: shown };
    })
    .filter(({ rows }) => rows.length > 0);
};
