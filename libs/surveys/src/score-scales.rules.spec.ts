import type { ChoiceItem } from './instrument.contract';
import { AGREEMENT, OUR_INSTRUMENT } from './our-instrument.data';
import {
  checkAnswers,
  type ItemAnswer,
  matchResponses,
  pairsOfScale,
  scoreOf,
  type SurveyResponse,
} from './score-scales.rules';

const item = (id: string): ChoiceItem => ({
  kind: 'choice',
  id,
  prompt: id,
  waves: ['before', 'after'],
  options: AGREEMENT,
});
const items = [item('a'), item('b')];
const answers = (...values: readonly (number | null)[]): ItemAnswer[] =>
  values.map((value, at) => ({ itemId: 'ab'[at]!, value }));
const response = (token: string, wave: 'before' | 'after', ...values: (number | null)[]): SurveyResponse => ({
  token,
  wave,
  schoolUrn: '900001',
  yearGroup: 10,
  answers: answers(...values),
});

describe('a score', () => {
  it('is the mean of its items, and missing when one of them is', () => {
    expect(scoreOf(items, answers(2, 5))).toBe(3.5);
    expect(scoreOf(items, answers(2, null))).toBeNull();
    expect(scoreOf(items, answers(2))).toBeNull();
    expect(scoreOf([], [])).toBeNull();
  });

  it('leaves out what is no point of the scale', () => {
    const likely = OUR_INSTRUMENT.items.find(({ id }) => id === 'choose-a-level') as ChoiceItem;
    expect(scoreOf([likely], [{ itemId: likely.id, value: 5 }])).toBe(5);
    expect(scoreOf([likely], [{ itemId: likely.id, value: 6 }])).toBeNull();
    expect(checkAnswers([likely], 'after', [{ itemId: likely.id, value: 6 }])).toEqual([]);
  });
});

describe('pairs', () => {
  it('are pupils who answered both times, by their token, with a score both times', () => {
    const matched = matchResponses([
      response('t1', 'before', 1, 2),
      response('t1', 'after', 3, 4),
      response('t2', 'before', 1, 1),
      response('t3', 'after', 1, 1),
      response('t4', 'before', 1, null),
      response('t4', 'after', 2, 2),
    ]);
    expect(matched.map(({ after }) => after.token)).toEqual(['t1', 't4']);
    expect(pairsOfScale(items, matched)).toEqual([
      { schoolUrn: '900001', yearGroup: 10, before: 1.5, after: 3.5 },
    ]);
    expect(pairsOfScale([items[0]!], matched)).toHaveLength(2);
  });
});

describe('answers', () => {
  const text = OUR_INSTRUMENT.items.find(({ kind }) => kind === 'free-text')!;

  it('are taken when nothing is said, and when it is preferred not to', () => {
    expect(checkAnswers(items, 'before', [])).toEqual([]);
    expect(checkAnswers(items, 'before', answers(null, 3))).toEqual([]);
  });

  it('are refused where no such question is asked or no such option is offered', () => {
    const codes = (given: readonly ItemAnswer[], wave: 'before' | 'after' = 'before') =>
      checkAnswers([...items, text], wave, given).map(({ field, code }) => `${field} ${code}`);
    expect(codes([{ itemId: 'c', value: 1 }])).toEqual(['answers[0].itemId unknown']);
    expect(codes(answers(6, 1))).toEqual(['answers[0].value unknown-option']);
    expect(codes([{ itemId: 'a', value: '1' }])).toEqual(['answers[0].value unknown-option']);
    expect(codes([{ itemId: text.id, value: 'Nothing' }])).toEqual(['answers[0].itemId unknown']);
    expect(codes([{ itemId: text.id, value: 'Nothing' }], 'after')).toEqual([]);
    expect(codes([{ itemId: text.id, value: 'x'.repeat(501) }], 'after')).toEqual([
      'answers[0].value too-long',
    ]);
  });
});
