import fc from 'fast-check';
import {
  type ArrivedFeedback,
  feedbackBatch,
  feedbackFor,
  summariseFeedback,
} from './feedback-summary.rules';
import { FEEDBACK_QUESTIONS, type Feedback } from './session-feedback.contract';

const given = (at: number, answers: Feedback['answers'], comment: string | null = null): ArrivedFeedback => ({
  // In no order, as ids that are drawn at random.
  id: `f${(at * 7) % 41}`,
  sessionId: 'surds',
  batch: feedbackBatch(at),
  answers,
  comment,
});
const useful = (...values: number[]) => values.map((value, at) => given(at, { useful: value }));
const figure = (feedback: readonly ArrivedFeedback[], question = 'useful') =>
  summariseFeedback('surds', feedback).figures.find((one) => one.question === question)!;

describe('summariseFeedback', () => {
  it('shows nothing at four answers, and the mean at five', () => {
    expect(figure(useful(5, 4, 5, 3))).toEqual({
      question: 'useful',
      words: 'Was it useful for your teaching?',
      answers: null,
      mean: null,
      suppressed: true,
    });
    expect(figure(useful(5, 4, 5, 3, 4))).toMatchObject({ answers: 5, mean: 4.2, suppressed: false });
  });

  it('is the same at six, seven, eight and nine answers, so that no answer can be taken out by subtraction', () => {
    const five = figure(useful(5, 4, 5, 3, 4));
    for (const more of [[1], [1, 1], [1, 1, 1], [1, 1, 1, 1]]) {
      expect(figure(useful(5, 4, 5, 3, 4, ...more))).toEqual(five);
    }
    expect(figure(useful(5, 4, 5, 3, 4, 1, 1, 1, 1, 1))).toMatchObject({ answers: 10, mean: 2.6 });
  });

  it('counts each question on its own: who skipped one is not behind its mean', () => {
    const feedback = [...useful(5, 4, 5, 3, 4), given(5, { clear: 2 })];
    expect(figure(feedback, 'clear').suppressed).toBe(true);
    expect(figure(feedback).mean).toBe(4.2);
  });

  it('waits for a question that somebody skipped until the next five are complete', () => {
    const first = [...useful(5, 4, 5, 3), given(4, { clear: 2 })];
    const next = [5, 6, 7, 8].map((at) => given(at, { useful: 1 }));
    expect(figure([...first, ...next]).suppressed).toBe(true);
    expect(figure([...first, ...next, given(9, { useful: 1 })])).toMatchObject({ answers: 5, mean: 3.6 });
  });

  it('goes by the fives of arrival, not by the order of the rows', () => {
    const feedback = useful(5, 4, 5, 3, 4, 1);
    expect(figure([...feedback].reverse())).toEqual(figure(feedback));
  });

  it('counts no answer of another session and none off the scale', () => {
    const five = useful(5, 4, 5, 3, 4);
    expect(figure(five.map((one, at) => (at === 0 ? { ...one, sessionId: 'bounds' } : one))).mean).toBeNull();
    for (const wrong of [0, 6, 4.5, Number.NaN]) expect(figure(useful(5, 4, 5, 3, wrong)).mean).toBeNull();
  });

  it('shows comments to mentors and staff only, in no order of arrival', () => {
    const feedback = [
      given(1, {}, 'Too fast.'),
      given(2, {}, ' '),
      given(3, {}, 'A fine example.'),
      given(4, {}),
    ];
    expect(feedbackFor('mentor', 'surds', feedback)).toMatchObject({
      comments: ['A fine example.', 'Too fast.'],
    });
    expect(feedbackFor('staff', 'surds', feedback)).toHaveProperty('comments');
    expect(feedbackFor('presenter', 'surds', feedback)).not.toHaveProperty('comments');
    expect(JSON.stringify(feedbackFor('presenter', 'surds', feedback))).not.toContain('fast');
  });

  it('never lets two summaries differ by fewer than five answers, whoever skipped what', () => {
    const answers = fc.record(
      { clear: fc.integer({ min: 1, max: 5 }), useful: fc.integer({ min: 1, max: 5 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 40 }), fc.nat(40), (all, before) => {
        const feedback = all.map((one, at) => given(at, one));
        const early = summariseFeedback('surds', feedback.slice(0, before));
        const late = summariseFeedback('surds', feedback);
        for (const [at, question] of FEEDBACK_QUESTIONS.entries()) {
          const [first, second] = [early.figures[at]!, late.figures[at]!];
          const difference = (second.answers ?? 0) - (first.answers ?? 0);
          expect(first.question).toBe(question);
          expect(difference % 5).toBe(0);
          if (difference === 0) expect(second).toEqual(first);
          else expect(difference).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});
