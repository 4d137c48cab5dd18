import { decideVisitStep, mayReflect, type VisitStepFacts } from './visit-lifecycle.rules';

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
