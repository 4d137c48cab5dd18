/**
 * `offered` keeps its places among the presenters while a mentor looks at it, as do `changes-requested` and `approved`;
 * `standby` keeps none and waits for some.
 */
export const PRESENTER_OFFER_STATUSES = [
  'offered',
  'standby',
  'changes-requested',
  'approved',
  'declined',
  'withdrawn',
  'delivered',
  'no-show',
] as const;
export type PresenterOfferStatus = (typeof PRESENTER_OFFER_STATUSES)[number];

export const PRESENTER_OFFER_STATUS_NAMES: Readonly<Record<PresenterOfferStatus, string>> = {
  offered: 'With a mentor',
  standby: 'On standby',
  'changes-requested': 'Changes asked for',
  approved: 'Approved',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  delivered: 'Delivered',
  'no-show': 'Did not come',
};

/** Who acts on an offer: somebody of its team, a mentor, the staff, or nobody, when places come free. */
export const OFFER_PARTIES = ['presenter', 'mentor', 'staff', 'nobody'] as const;
export type OfferParty = (typeof OFFER_PARTIES)[number];

export const OFFER_ACTIONS = [
  'approve',
  'request-changes',
  'decline',
  'revise',
  'withdraw',
  'promote',
  'deliver',
  'miss',
] as const;
export type OfferAction = (typeof OFFER_ACTIONS)[number];

interface OfferStep {
  readonly from: readonly PresenterOfferStatus[];
  readonly to: PresenterOfferStatus;
  readonly by: readonly OfferParty[];
  /** Whether it is done before the session begins or once it has begun. */
  readonly when: 'before' | 'after';
  readonly needsReason: boolean;
  /** Whether everybody of the team must be confirmed as suitable. */
  readonly needsSuitability?: true;
}

/** The lifecycle of an offer: who may do what, from where to where, when, and whether they must say why. */
export const OFFER_STEPS: Readonly<Record<OfferAction, OfferStep>> = {
  approve: {
    from: ['offered', 'changes-requested'],
    to: 'approved',
    by: ['mentor', 'staff'],
    when: 'before',
    needsReason: false,
    needsSuitability: true,
  },
  'request-changes': {
    from: ['offered'],
    to: 'changes-requested',
    by: ['mentor', 'staff'],
    when: 'before',
    needsReason: true,
  },
  decline: {
    from: ['offered', 'standby', 'changes-requested'],
    to: 'declined',
    by: ['mentor', 'staff'],
    when: 'before',
    needsReason: true,
  },
  revise: {
    from: ['changes-requested'],
    to: 'offered',
    by: ['presenter'],
    when: 'before',
    needsReason: false,
  },
  withdraw: {
    from: ['offered', 'standby', 'changes-requested', 'approved'],
    to: 'withdrawn',
    by: ['presenter', 'staff'],
    when: 'before',
    needsReason: true,
  },
  promote: { from: ['standby'], to: 'offered', by: ['nobody'], when: 'before', needsReason: false },
  // Delivered and missed are corrected into each other: a door can be wrong about somebody.
  deliver: {
    from: ['approved', 'no-show'],
    to: 'delivered',
    by: ['mentor', 'staff', 'nobody'],
    when: 'after',
    needsReason: false,
  },
  miss: {
    from: ['approved', 'delivered'],
    to: 'no-show',
    by: ['mentor', 'staff', 'nobody'],
    when: 'after',
    needsReason: false,
  },
};

/** What is known when somebody acts on an offer. */
export interface OfferStepFacts {
  readonly status: PresenterOfferStatus;
  readonly action: OfferAction;
  readonly by: OfferParty;
  readonly reason?: string | null;
  /** Whether everybody of the team is confirmed as suitable now. */
  readonly isTeamSuitable: boolean;
  readonly sessionStartsAt: Date;
  readonly now: Date;
}

export const OFFER_REFUSALS = [
  'offer-not-yours',
  'offer-step-not-allowed',
  'offer-too-late',
  'offer-too-early',
  'reason-required',
  'suitability-not-confirmed',
] as const;
export type OfferRefusal = (typeof OFFER_REFUSALS)[number];

export type OfferStepDecision =
  | { readonly kind: 'done'; readonly status: PresenterOfferStatus }
  | { readonly kind: 'refused'; readonly code: OfferRefusal; readonly words: string };

const DONE_WORDS: Readonly<Record<OfferAction, string>> = {
  approve: 'be approved',
  'request-changes': 'be sent back for changes',
  decline: 'be declined',
  revise: 'be changed',
  withdraw: 'be withdrawn',
  promote: 'move up from standby',
  deliver: 'be marked as delivered',
  miss: 'be marked as missed',
};

const STATUS_WORDS: Readonly<Record<PresenterOfferStatus, string>> = {
  offered: 'is with a mentor',
  standby: 'is on standby',
  'changes-requested': 'waits for its changes',
  approved: 'is approved',
  declined: 'was declined',
  withdrawn: 'was withdrawn',
  delivered: 'was delivered',
  'no-show': 'was marked as missed',
};

const WHY_WORDS: Readonly<Partial<Record<OfferAction, string>>> = {
  withdraw: 'Say why the offer is withdrawn, so that the mentor can find somebody else.',
  decline: 'Say why the offer is declined, so that the trainees can learn from it.',
  'request-changes': 'Say what should change.',
};

/** Decides one step of an offer. Refuses with a code and words that say what to do next; never throws. */
export const decideOfferStep = (facts: OfferStepFacts): OfferStepDecision => {
  const { action, status, by } = facts;
  const step = OFFER_STEPS[action];
  const refuse = (code: OfferRefusal, words: string): OfferStepDecision => ({ kind: 'refused', code, words });
  if (!step.by.includes(by)) {
    return refuse('offer-not-yours', `It is not for you to let this offer ${DONE_WORDS[action]}.`);
  }
  if (!step.from.includes(status)) {
    return refuse(
      'offer-step-not-allowed',
      `The offer ${STATUS_WORDS[status]}, so it cannot ${DONE_WORDS[action]}.`,
    );
  }
  const hasBegun = facts.now >= facts.sessionStartsAt;
  if (step.when === 'before' && hasBegun) {
    return refuse('offer-too-late', `The session has begun: the offer can no longer ${DONE_WORDS[action]}.`);
  }
  if (step.when === 'after' && !hasBegun) {
    return refuse(
      'offer-too-early',
      `The session has not begun: the offer cannot ${DONE_WORDS[action]} before it does.`,
    );
  }
  if (step.needsReason && (facts.reason ?? '').trim() === '') {
    return refuse('reason-required', WHY_WORDS[action] ?? 'Say why.');
  }
  if (step.needsSuitability && !facts.isTeamSuitable) {
    return refuse(
      'suitability-not-confirmed',
      'The suitability of everybody in the team must be confirmed before the offer is approved.',
    );
  }
  return { kind: 'done', status: step.to };
};

/** What somebody may do with an offer now, the answer to a reason and to suitability left to them. */
export const offerActionsFor = (
  facts: Omit<OfferStepFacts, 'action' | 'reason' | 'isTeamSuitable'>,
): OfferAction[] =>
  OFFER_ACTIONS.filter(
    (action) => decideOfferStep({ ...facts, action, reason: '-', isTeamSuitable: true }).kind === 'done',
  );

/** Whether an offer keeps places among the presenters of its session. */
export const keepsPlaces = (status: PresenterOfferStatus): boolean =>
  (['offered', 'changes-requested', 'approved', 'delivered', 'no-show'] as const).some(
    (kept) => kept === status,
  );
