import { REFUSAL_REASONS, SCAN_OUTCOMES } from './check-in.contract';
import { verdictMessage, verdictWords } from './verdict-words';

describe('the words of a verdict', () => {
  it('acceptance 14: a repeat names the first time, in London, and the door', () => {
    const told = {
      outcome: 'already-in',
      firstAdmittedAt: '2027-06-09T08:12:00Z',
      firstDoor: 'North door',
    } as const;
    expect(verdictWords(told).title).toBe('Already in, 09:12, North door');
    expect(verdictWords({ outcome: 'already-in' }).title).toBe('Already in');
  });

  it('acceptance 8: outside the window they name a readable time', () => {
    const at = '2027-03-09T08:00:00Z';
    const early = { outcome: 'refused', reason: 'too-early', at } as const;
    expect(verdictWords({ ...early, opensAt: '2027-03-09T09:30:00Z' }).title).toBe('Opens at 9.30am');
    expect(verdictWords({ ...early, opensAt: '2027-03-10T09:00:00Z' }).title).toBe(
      'Opens at 9am on 10 Mar 2027',
    );
    const late = { outcome: 'refused', reason: 'too-late', at, closesAt: '2027-03-09T07:45:00Z' } as const;
    expect(verdictWords(late).title).toBe('Closed at 7.45am');
  });

  it('every outcome and every reason says what happened and what to do next, without blame', () => {
    const told = [
      ...SCAN_OUTCOMES.map((outcome) => ({ outcome })),
      ...REFUSAL_REASONS.map((reason) => ({ outcome: 'refused' as const, reason })),
    ];
    for (const one of told) {
      const { title, next } = verdictWords(one);
      expect(title).toMatch(/^[A-Z].{2,60}[^.]$/);
      expect(next).toMatch(/^[A-Z].+\.$/);
      expect(`${title} ${next}`).not.toMatch(/invalid|oops|please|error|undefined/i);
    }
  });

  it('no two reasons share their words', () => {
    const messages = REFUSAL_REASONS.map((reason) => verdictMessage({ outcome: 'refused', reason }));
    expect(new Set(messages).size).toBe(REFUSAL_REASONS.length);
  });
});
