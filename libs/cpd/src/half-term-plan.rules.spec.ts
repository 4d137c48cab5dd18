import { usualCalendar } from '@lectern/core';
import { type PlannedSession, planHalfTerms } from './half-term-plan.rules';

const calendar = usualCalendar('2026/27');
const expected = { 'autumn-1': 1, 'autumn-2': 2, 'spring-1': 1, 'spring-2': 1, 'summer-1': 1, 'summer-2': 0 };
const session = (id: string, day: string, change: Partial<PlannedSession> = {}): PlannedSession => ({
  id,
  title: id,
  startsAt: `${day}T16:00:00Z`,
  status: 'published',
  presentersWanted: 2,
  presentersApproved: 2,
  ...change,
});
const plan = (
  sessions: PlannedSession[],
  visits: { lessonStartsAt: string; status: 'visited' | 'asked' | 'confirmed' | 'missed' }[] = [],
) => planHalfTerms({ calendar, expected, sessions, visits });
const row = (sessions: PlannedSession[], halfTerm = 'autumn-2') =>
  plan(sessions).halfTerms.find((one) => one.halfTerm === halfTerm)!;

describe('planHalfTerms', () => {
  it('has a row for each half-term, empty ones too', () => {
    expect(plan([]).halfTerms.map(({ name, expected: wanted, missing }) => [name, wanted, missing])).toEqual([
      ['Autumn 1', 1, 1],
      ['Autumn 2', 2, 2],
      ['Spring 1', 1, 1],
      ['Spring 2', 1, 1],
      ['Summer 1', 1, 1],
      ['Summer 2', 0, 0],
    ]);
  });

  it('counts expected, planned, staffed and delivered', () => {
    const sessions = [
      session('Surds', '2026-11-10', { status: 'delivered', presentersApproved: 0 }),
      session('Bounds', '2026-11-24', { presentersApproved: 1 }),
      session('Iteration', '2026-12-01', { status: 'draft', presentersApproved: 0 }),
    ];
    expect(row(sessions)).toMatchObject({ expected: 2, planned: 3, staffed: 1, delivered: 1, missing: 0 });
  });

  it('names what is unstaffed, the soonest first, and how many presenters it lacks', () => {
    const sessions = [
      session('Iteration', '2026-12-01', { presentersApproved: 0 }),
      session('Bounds', '2026-11-24', { presentersApproved: 1 }),
    ];
    expect(row(sessions).unstaffed).toEqual([
      { id: 'Bounds', title: 'Bounds', startsAt: '2026-11-24T16:00:00Z', lacks: 1 },
      { id: 'Iteration', title: 'Iteration', startsAt: '2026-12-01T16:00:00Z', lacks: 2 },
    ]);
  });

  it('calls a session staffed that wants no presenters, or has more than it wants', () => {
    expect(row([session('a', '2026-11-10', { presentersWanted: 0, presentersApproved: 0 })]).staffed).toBe(1);
    expect(row([session('a', '2026-11-10', { presentersApproved: 3 })]).staffed).toBe(1);
  });

  it('leaves out what was cancelled and what is only proposed', () => {
    const sessions = (['cancelled', 'proposed'] as const).map((status) =>
      session(status, '2026-11-10', { status }),
    );
    expect(row(sessions)).toMatchObject({ planned: 0, unstaffed: [], missing: 2 });
  });

  it('hides nothing that lies in the holidays or in another year', () => {
    const { outside, halfTerms } = plan([
      session('In half-term', '2026-10-28'),
      session('Next year', '2027-10-05'),
    ]);
    expect(outside.planned).toBe(2);
    expect(halfTerms.every(({ planned }) => planned === 0)).toBe(true);
  });

  it('counts visits that took place apart from those to come', () => {
    const visits = (['visited', 'visited', 'confirmed', 'asked', 'missed'] as const).map((status) => ({
      lessonStartsAt: '2026-11-10T10:00:00Z',
      status,
    }));
    const found = plan([], visits).halfTerms.find(({ halfTerm }) => halfTerm === 'autumn-2');
    expect(found).toMatchObject({ visits: 2, visitsToCome: 1, planned: 0 });
  });
});
