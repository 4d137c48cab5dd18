import {
  decideVisitAsk,
  decideVisitStep,
  mayReflect,
  visitActionsFor,
  type VisitAskFacts,
  type VisitStepFacts,
} from './visit-lifecycle.rules';

const LESSON = new Date('2027-03-09T10:00:00Z');
const facts = (change: Partial<VisitStepFacts>): VisitStepFacts => ({
  status: 'asked',
  action: 'confirm',
  by: 'host',
  visitorPlaces: 2,
  confirmed: 1,
  lessonStartsAt: LESSON,
  now: new Date('2027-03-01T10:00:00Z'),
  ...change,
});
const result = (change: Partial<VisitStepFacts>): string => {
  const decision = decideVisitStep(facts(change));
  return decision.kind === 'done' ? `→ ${decision.status}` : decision.code;
};

describe('a visit to an open-door lesson', () => {
  it('is confirmed by the host while the lesson has places, never by the visitor', () => {
    expect(result({})).toBe('→ confirmed');
    expect(result({ confirmed: 2 })).toBe('lesson-full');
    expect(result({ by: 'visitor' })).toBe('visit-step-not-allowed');
    expect(result({ now: LESSON })).toBe('visit-too-late');
  });

  it('is called off by either side before the lesson', () => {
    expect(result({ action: 'cancel', by: 'visitor' })).toBe('→ cancelled');
    expect(result({ action: 'cancel', status: 'confirmed' })).toBe('→ cancelled');
    expect(result({ action: 'decline' })).toBe('→ declined');
    expect(result({ action: 'decline', status: 'confirmed' })).toBe('visit-step-not-allowed');
  });

  it('took place when the host says so, once the lesson has begun, and can be corrected', () => {
    expect(result({ action: 'attend', status: 'confirmed' })).toBe('visit-too-early');
    expect(result({ action: 'attend', status: 'confirmed', now: LESSON })).toBe('→ visited');
    expect(result({ action: 'miss', status: 'visited', now: LESSON })).toBe('→ missed');
    expect(result({ action: 'attend', status: 'missed', by: 'staff', now: LESSON })).toBe('→ visited');
    expect(result({ action: 'attend', status: 'asked', now: LESSON })).toBe('visit-step-not-allowed');
  });

  it('is reflected on by both sides, from the lesson on', () => {
    const on = { lessonStartsAt: LESSON, now: LESSON };
    expect(mayReflect({ ...on, status: 'visited' })).toBe(true);
    expect(mayReflect({ ...on, status: 'confirmed' })).toBe(true);
    expect(mayReflect({ ...on, status: 'missed' })).toBe(false);
    expect(mayReflect({ ...on, status: 'confirmed', now: new Date(LESSON.getTime() - 1) })).toBe(false);
  });
});

describe('asking to visit a lesson', () => {
  const asked = (change: Partial<VisitAskFacts>): string => {
    const decision = decideVisitAsk({
      isCancelled: false,
      visitorPlaces: 2,
      taken: 1,
      lessonStartsAt: LESSON,
      schools: ['930001', '930002'],
      hasAsked: false,
      now: new Date('2027-03-01T10:00:00Z'),
      ...change,
    });
    return decision.kind === 'asked' ? 'asked' : decision.code;
  };

  it('takes the last place, and no place more', () => {
    expect(asked({})).toBe('asked');
    expect(asked({ taken: 2 })).toBe('lesson-full');
    expect(asked({ taken: 3 })).toBe('lesson-full');
  });

  it('is for another school’s lesson, once, until it begins', () => {
    expect(asked({ schools: ['930001', '930001'] })).toBe('own-school');
    expect(asked({ hasAsked: true })).toBe('already-asked');
    expect(asked({ now: LESSON })).toBe('visit-too-late');
    expect(asked({ isCancelled: true })).toBe('lesson-cancelled');
  });
});

describe('what may be done with a visit', () => {
  const [before, after] = [new Date('2027-03-01T10:00:00Z'), new Date('2027-03-09T12:00:00Z')];

  it('depends on who asks, and on whether the lesson has begun', () => {
    const of = { lessonStartsAt: LESSON };
    expect(visitActionsFor('host', { ...of, status: 'asked', now: before })).toEqual([
      'confirm',
      'decline',
      'cancel',
    ]);
    expect(visitActionsFor('visitor', { ...of, status: 'asked', now: before })).toEqual(['cancel']);
    expect(visitActionsFor('host', { ...of, status: 'confirmed', now: after })).toEqual(['attend', 'miss']);
    expect(visitActionsFor('visitor', { ...of, status: 'confirmed', now: after })).toEqual([]);
    expect(visitActionsFor('staff', { ...of, status: 'missed', now: after })).toEqual(['attend']);
  });
});
