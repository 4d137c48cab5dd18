import { type FieldError, isStorableText } from '@lectern/core';
import { readBirthDate } from './birth-date.rules';
import type { RosterPerson } from './roster.requests';
import { whichYears } from './year-groups.rules';

/** What a roster is checked against as it is saved. */
export interface RosterLimits {
  /** The group's pupil places. */
  readonly places: number;
  /** The conference's year groups. */
  readonly yearGroups: readonly number[];
}

const count = (many: number, one: string): string => `${many} ${many === 1 ? one : `${one}s`}`;

/**
 * What stops a roster from being saved, beyond the form of its fields. Two people may share a name: twins and
 * cousins do, so duplicates are shown in the preview and never refused here.
 */
export const checkRoster = (people: readonly RosterPerson[], limits: RosterLimits): readonly FieldError[] => [
  ...people.flatMap((person, index) => [
    ...checkNames(person, `people[${index}]`),
    ...checkYear(person, `people[${index}].yearGroup`, limits.yearGroups),
    ...checkBirthDate(person, `people[${index}].birthDate`),
  ]),
  ...checkIds(people),
  ...checkNumbers(people, limits),
];

const checkNames = (person: RosterPerson, at: string): readonly FieldError[] =>
  (
    [
      ['givenName', 'first name'],
      ['familyName', 'last name'],
    ] as const
  ).flatMap(([field, what]): FieldError[] => {
    const name = person[field];
    if (name.trim() === '')
      return [{ field: `${at}.${field}`, code: 'missing', message: `Enter a ${what}.` }];
    if (isStorableText(name)) return [];
    const message = `The ${what} has characters that cannot be shown. Type it again.`;
    return [{ field: `${at}.${field}`, code: 'control-characters', message }];
  });

const checkYear = (
  person: RosterPerson,
  field: string,
  yearGroups: readonly number[],
): readonly FieldError[] => {
  if (person.kind === 'adult') return [];
  const year = person.yearGroup;
  if (year == null) {
    return [{ field, code: 'missing', message: 'Enter a year group, 7 to 13.' }];
  }
  if (yearGroups.includes(year)) return [];
  const message = `This conference is for ${whichYears(yearGroups)}, not year ${year}.`;
  return [{ field, code: 'year-not-invited', message }];
};

const checkBirthDate = ({ birthDate }: RosterPerson, field: string): readonly FieldError[] => {
  if (birthDate == null || readBirthDate(birthDate) !== undefined) return [];
  return [{ field, code: 'not-a-date', message: 'Enter a date of birth such as 2011-05-03.' }];
};

const checkIds = (people: readonly RosterPerson[]): readonly FieldError[] => {
  const seen = new Set<string>();
  return people.flatMap((person, index): FieldError[] => {
    if (person.id == null) return [];
    if (!seen.has(person.id)) {
      seen.add(person.id);
      return [];
    }
    const message = 'This id is on the roster twice. Leave it out for a new person.';
    return [{ field: `people[${index}].id`, code: 'repeated', message }];
  });
};

const checkNumbers = (people: readonly RosterPerson[], limits: RosterLimits): readonly FieldError[] => {
  const pupils = people.filter((person) => person.kind === 'pupil').length;
  const errors: FieldError[] = [];
  if (pupils > limits.places) {
    const message = `The roster names ${count(pupils, 'pupil')} and the group has ${count(limits.places, 'place')}. Take off ${pupils - limits.places}.`;
    errors.push({ field: 'people', code: 'too-many-pupils', message });
  }
  return errors;
};
