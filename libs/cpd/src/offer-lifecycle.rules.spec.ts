import fc from 'fast-check';
import {
  decideOfferStep,
  keepsPlaces,
  OFFER_ACTIONS,
  OFFER_PARTIES,
  OFFER_STEPS,
  offerActionsFor,
  type OfferStepFacts,
  PRESENTER_OFFER_STATUSES,
} from './offer-lifecycle.rules';

const STARTS = new Date('2027-03-09T16:00:00Z');
const BEFORE = new Date('2027-03-01T09:00:00Z');
const facts = (change: Partial<OfferStepFacts>): OfferStepFacts => ({
  status: 'offered',
  action: 'approve',
  by: 'mentor',
  reason: null,
  isTeamSuitable: true,
  sessionStartsAt: STARTS,
  now: BEFORE,
  ...change,
});
const codeOf = (change: Partial<OfferStepFacts>): string => {
  const decision = decideOfferStep(facts(change));
  return decision.kind === 'done' ? `→ ${decision.status}` : decision.code;
};

describe('the lifecycle of an offer', () => {
  it('is approved by a mentor once everybody in the team is confirmed as suitable', () => {
    expect(codeOf({})).toBe('→ approved');
    expect(codeOf({ isTeamSuitable: false })).toBe('suitability-not-confirmed');
    expect(codeOf({ by: 'staff', isTeamSuitable: false })).toBe('suitability-not-confirmed');
  });

  it('goes back and forth between mentor and trainees until it is right', () => {
    expect(codeOf({ action: 'request-changes', reason: 'Start from the area model.' })).toBe(
      '→ changes-requested',
    );
    expect(codeOf({ status: 'changes-requested', action: 'revise', by: 'presenter' })).toBe('→ offered');
    expect(codeOf({ status: 'changes-requested', action: 'approve' })).toBe('→ approved');
  });

  it.each(['request-changes', 'decline', 'withdraw'] as const)('wants a reason for %s', (action) => {
    const by = action === 'withdraw' ? 'presenter' : 'mentor';
    for (const reason of [undefined, null, '', ' \n ']) {
      expect(codeOf({ action, by, reason })).toBe('reason-required');
    }
    expect(codeOf({ action, by, reason: 'Because.' })).toMatch(/^→/);
  });

  it('lets trainees withdraw from every live state, and nobody approve for themselves', () => {
    for (const status of ['offered', 'standby', 'changes-requested', 'approved'] as const) {
      expect(codeOf({ status, action: 'withdraw', by: 'presenter', reason: 'Ill.' })).toBe('→ withdrawn');
    }
    for (const action of ['approve', 'decline', 'request-changes', 'deliver', 'promote'] as const) {
      expect(codeOf({ action, by: 'presenter', reason: 'Please.' })).toBe('offer-not-yours');
    }
  });

  it('never approves from standby: there is no place to approve it for', () => {
    expect(codeOf({ status: 'standby' })).toBe('offer-step-not-allowed');
    expect(codeOf({ status: 'standby', action: 'promote', by: 'nobody' })).toBe('→ offered');
  });

  it('decides before the session begins, and says what came of it after', () => {
    expect(codeOf({ now: new Date(STARTS.getTime() - 1) })).toBe('→ approved');
    expect(codeOf({ now: STARTS })).toBe('offer-too-late');
    expect(codeOf({ status: 'approved', action: 'deliver' })).toBe('offer-too-early');
    expect(codeOf({ status: 'approved', action: 'deliver', now: STARTS })).toBe('→ delivered');
    expect(codeOf({ status: 'approved', action: 'miss', now: STARTS })).toBe('→ no-show');
  });

  it('lets staff mend what was marked wrongly', () => {
    expect(codeOf({ status: 'no-show', action: 'deliver', by: 'staff', now: STARTS })).toBe('→ delivered');
    expect(codeOf({ status: 'delivered', action: 'miss', by: 'staff', now: STARTS })).toBe('→ no-show');
    expect(codeOf({ status: 'offered', action: 'deliver', now: STARTS })).toBe('offer-step-not-allowed');
  });

  it('says what is wrong and what to do', () => {
    expect(decideOfferStep(facts({ status: 'withdrawn' }))).toEqual({
      kind: 'refused',
      code: 'offer-step-not-allowed',
      words: 'The offer was withdrawn, so it cannot be approved.',
    });
    expect(decideOfferStep(facts({ action: 'decline' }))).toMatchObject({
      words: 'Say why the offer is declined, so that the trainees can learn from it.',
    });
  });

  it('offers each party its own buttons', () => {
    const on = { sessionStartsAt: STARTS, now: BEFORE };
    expect(offerActionsFor({ ...on, status: 'offered', by: 'mentor' })).toEqual([
      'approve',
      'request-changes',
      'decline',
    ]);
    expect(offerActionsFor({ ...on, status: 'changes-requested', by: 'presenter' })).toEqual([
      'revise',
      'withdraw',
    ]);
    expect(offerActionsFor({ ...on, status: 'approved', by: 'mentor', now: STARTS })).toEqual([
      'deliver',
      'miss',
    ]);
    expect(offerActionsFor({ ...on, status: 'declined', by: 'staff' })).toEqual([]);
  });

  it('does nothing that the table does not say, whoever asks', () => {
    const asked = fc.record({
      status: fc.constantFrom(...PRESENTER_OFFER_STATUSES),
      action: fc.constantFrom(...OFFER_ACTIONS),
      by: fc.constantFrom(...OFFER_PARTIES),
      reason: fc.constantFrom(null, '', 'Why.'),
      isTeamSuitable: fc.boolean(),
      now: fc.constantFrom(BEFORE, STARTS),
    });
    fc.assert(
      fc.property(asked, (change) => {
        const decision = decideOfferStep(facts(change));
        const step = OFFER_STEPS[change.action];
        if (decision.kind === 'done') {
          expect(step.by).toContain(change.by);
          expect(step.from).toContain(change.status);
          expect(decision.status).toBe(step.to);
          if (decision.status === 'approved') expect(change.isTeamSuitable).toBe(true);
        } else expect(decision.words).toMatch(/\.$/);
      }),
    );
  });

  it('ends in declined and withdrawn, and keeps places from offered on', () => {
    expect(PRESENTER_OFFER_STATUSES.filter(keepsPlaces)).toEqual([
      'offered',
      'changes-requested',
      'approved',
      'delivered',
      'no-show',
    ]);
    for (const { from } of Object.values(OFFER_STEPS)) {
      expect(from).not.toContain('declined');
      expect(from).not.toContain('withdrawn');
    }
  });
});
