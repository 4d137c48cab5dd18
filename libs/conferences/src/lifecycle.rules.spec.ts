import { CONFERENCE_STATES, CONFERENCE_TRANSITIONS, mayBecome } from './lifecycle.rules';

describe('the lifecycle of a conference', () => {
  it('runs draft, published, registration open, registration closed, live, completed, archived', () => {
    const usual = [
      'draft',
      'published',
      'registration-open',
      'registration-closed',
      'live',
      'completed',
      'archived',
    ];
    for (let i = 1; i < usual.length; i++) {
      expect(CONFERENCE_TRANSITIONS[usual[i - 1] as 'draft'][0]).toBe(usual[i]);
    }
  });

  it('can be cancelled from any state before completed, and from none after', () => {
    for (const state of CONFERENCE_STATES) {
      expect(mayBecome(state, 'cancelled')).toBe(
        ['draft', 'published', 'registration-open', 'registration-closed', 'live'].includes(state),
      );
    }
  });

  it('never goes back to draft, nor leaves archived or cancelled', () => {
    for (const state of CONFERENCE_STATES) expect(mayBecome(state, 'draft')).toBe(false);
    expect(CONFERENCE_TRANSITIONS.archived).toEqual([]);
    expect(CONFERENCE_TRANSITIONS.cancelled).toEqual([]);
  });

  it('may open registration again after closing it', () => {
    expect(mayBecome('registration-closed', 'registration-open')).toBe(true);
  });
});
