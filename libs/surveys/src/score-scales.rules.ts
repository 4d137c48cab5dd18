import type { FieldError } from '@lectern/core';
import { type ChoiceItem, FREE_TEXT_LENGTH, type InstrumentItem, type Wave } from './instrument.contract';
import type { PairPlace } from './release-blocks.rules';
import type { PlacedPair } from './suppression.rules';

/** One answer; null is “prefer not to say”, and so is a question that was skipped. */
export interface ItemAnswer {
  readonly itemId: string;
  readonly value: number | string | null;
}

/** What one pupil answered in one wave, as it is kept: a token and where it belongs, and nothing else of the pupil. */
export interface SurveyResponse extends PairPlace {
  readonly token: string;
  readonly wave: Wave;
  readonly answers: readonly ItemAnswer[];
}

/** What is wrong with answers: to questions that were not asked, or with values that no option has. Nothing is forced. */
export const checkAnswers = (
  items: readonly InstrumentItem[],
  wave: Wave,
  answers: readonly ItemAnswer[],
): readonly FieldError[] =>
  answers.flatMap(({ itemId, value }, at): FieldError[] => {
    const item = items.find(({ id, waves }) => id === itemId && waves.includes(wave));
    const field = `answers[${at}]`;
    if (!item)
      return [{ field: `${field}.itemId`, code: 'unknown', message: 'This question is not asked here.' }];
    if (value === null) return [];
    if (item.kind === 'free-text') {
      return typeof value === 'string' && value.length <= FREE_TEXT_LENGTH
        ? []
        : [
            {
              field: `${field}.value`,
              code: 'too-long',
              message: `Write ${FREE_TEXT_LENGTH} characters or fewer.`,
            },
          ];
    }
    return item.options.some((option) => option.value === value)
      ? []
      : [{ field: `${field}.value`, code: 'unknown-option', message: 'Choose one of the options.' }];
  });

const pointOf = (item: ChoiceItem, answers: readonly ItemAnswer[]): number | null => {
  const value = answers.find(({ itemId }) => itemId === item.id)?.value;
  const chosen = item.options.find((option) => option.value === value);
  return chosen === undefined || chosen.unscored ? null : chosen.value;
};

/** The score of one item or scale: the mean of its items, and null when one of them is missing. */
export const scoreOf = (items: readonly ChoiceItem[], answers: readonly ItemAnswer[]): number | null => {
  const points = items.map((item) => pointOf(item, answers)).filter((point) => point !== null);
  return points.length === items.length && points.length > 0
    ? points.reduce((sum, point) => sum + point, 0) / points.length
    : null;
};

/** A pupil who answered both times, by their token. */
export interface MatchedResponses {
  readonly before: SurveyResponse;
  readonly after: SurveyResponse;
}

/**
 * Joins before and after by the token that was printed on the badge. A token that answered one wave only is no pair; the
 * place is that of the second answer, which is the one nearer to the day.
 */
export const matchResponses = (responses: readonly SurveyResponse[]): readonly MatchedResponses[] => {
  const of = (wave: Wave): ReadonlyMap<string, SurveyResponse> =>
    new Map(
      responses.filter((response) => response.wave === wave).map((response) => [response.token, response]),
    );
  const before = of('before');
  return [...of('after').values()].flatMap((after) => {
    const first = before.get(after.token);
    return first ? [{ before: first, after }] : [];
  });
};

/** The pairs of one scale (or of one item, as a scale of one): matched pupils whose score is there both times. */
export const pairsOfScale = (
  items: readonly ChoiceItem[],
  matched: readonly MatchedResponses[],
): readonly PlacedPair[] =>
  matched.flatMap(({ before, after }) => {
    const first = scoreOf(items, before.answers);
    const second = scoreOf(items, after.answers);
    if (first === null || second === null) return [];
    return [{ schoolUrn: after.schoolUrn, yearGroup: after.yearGroup, before: first, after: second }];
  });
