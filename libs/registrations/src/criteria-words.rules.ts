import { type FieldError, listed, sentence } from '@lectern/core';
import type { AllocationMethod, Criterion } from './allocation.contract';

/** What a fair conference goes by until staff say otherwise. */
export const USUAL_CRITERIA: readonly Criterion[] = [
  { kind: 'project-school', weight: 40 },
  { kind: 'first-visit', weight: 30 },
  { kind: 'priority-measure', weight: 30 },
];

const AFTER =
  'Schools that are equal are put in order by lot. Each school in turn then gets the places it wants, as far as they go and up to what one school may have, if that is at least the fewest pupils it would bring. The others go on the waiting list in the same order.';

const criterionWords = (criterion: Criterion): string => {
  switch (criterion.kind) {
    case 'project-school':
      return 'schools of the partnership project';
    case 'first-visit':
      return 'schools that have not been to one of our conferences before';
    case 'priority-measure':
      return 'schools with a priority measure, such as many pupils eligible for free school meals';
    case 'registered-first':
      return 'schools that registered earlier';
    case 'distance': {
      const ends = listed((criterion.bandsKm ?? []).map(String));
      const first = criterion.favours === 'far' ? 'farther from' : 'nearer to';
      return `schools ${first} the university, in bands that end at ${ends} km`;
    }
  }
};

/** Whether a criterion gives all of its points or none, rather than a part. */
const isWhole = ({ kind }: Criterion): boolean => kind !== 'distance' && kind !== 'registered-first';

/** The criteria in sentences, as the page of the conference shows them. */
export const criteriaWords = (
  method: AllocationMethod,
  criteria: readonly Criterion[],
): readonly string[] => {
  const list =
    method === 'weights'
      ? criteria.map(
          (criterion) =>
            `${sentence(criterionWords(criterion))}: ${isWhole(criterion) ? '' : 'up to '}${criterion.weight} points.`,
        )
      : criteria.map((criterion, at) => `${at === 0 ? 'First' : 'Then'} ${criterionWords(criterion)}.`);
  const before =
    method === 'weights'
      ? 'When registration has closed, schools are put in order by points.'
      : 'When registration has closed, schools are put in order. Each criterion decides only between schools that are equal so far.';
  return [before, ...list, AFTER];
};

/** What is wrong with criteria taken together; empty when nothing is. */
export const checkCriteria = (criteria: readonly Criterion[]): readonly FieldError[] =>
  criteria.flatMap((criterion, at) => {
    const refuse = (field: string, code: string, message: string): FieldError[] => [
      { field: `criteria[${at}].${field}`, code, message },
    ];
    if (criteria.findIndex(({ kind }) => kind === criterion.kind) < at)
      return refuse('kind', 'twice', 'Name each criterion once.');
    if (criterion.kind !== 'distance') return [];
    const bands = criterion.bandsKm ?? [];
    if (bands.length === 0)
      return refuse('bandsKm', 'missing', 'Enter where each band of distance ends, such as 10, 25 and 50.');
    if (bands.some((end, n) => n > 0 && end <= (bands[n - 1] ?? 0)))
      return refuse('bandsKm', 'not-rising', 'Enter the bands from the nearest to the farthest.');
    if (criterion.favours === undefined)
      return refuse('favours', 'missing', 'Say whether near or far schools come first.');
    return (['easting', 'northing'] as const).flatMap((field) =>
      criterion[field] === undefined
        ? refuse(field, 'missing', 'Enter the grid reference of the university in metres.')
        : [],
    );
  });
