/** `asked` waits for the host; `confirmed` has a place; the last two say what came of it. */
export const VISIT_STATUSES = ['asked', 'confirmed', 'declined', 'cancelled', 'visited', 'missed'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

export const VISIT_STATUS_NAMES: Readonly<Record<VisitStatus, string>> = {
  asked: 'Waiting for the school',
  confirmed: 'Confirmed',
  declined: 'Declined',
  cancelled: 'Cancelled',
  visited: 'Visited',
  missed: 'Did not come',
};

export const VISIT_ACTIONS = ['confirm', 'decline', 'cancel', 'attend', 'miss'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number];

export type VisitParty = 'visitor' | 'host' | 'staff';

interface VisitStep {
  readonly from: readonly VisitStatus[];
  readonly to: VisitStatus;
  readonly by: readonly VisitParty[];
  readonly when: 'before' | 'after';
}

/** The lifecycle of a visit: the host confirms, either side calls it off, the host says afterwards who came. */
export const VISIT_STEPS: Readonly<Record<VisitAction, VisitStep>> = {
  confirm: { from: ['asked'], to: 'confirmed', by: ['host', 'staff'], when: 'before' },
  decline: { from: ['asked'], to: 'declined', by: ['host', 'staff'], when: 'before' },
  cancel: { from: ['asked', 'confirmed'], to: 'cancelled', by: ['visitor', 'host', 'staff'], when: 'before' },
  attend: { from: ['confirmed', 'missed'], to: 'visited', by: ['host', 'staff'], when: 'after' },
  miss: { from: ['confirmed', 'visited'], to: 'missed', by: ['host', 'staff'], when: 'after' },
};

export interface VisitStepFacts {
  readonly status: VisitStatus;
  readonly action: VisitAction;
  readonly by: VisitParty;
  readonly visitorPlaces: number;
  /** Visits to the lesson that are confirmed. */
  readonly confirmed: number;
  readonly lessonStartsAt: Date;
  readonly now: Date;
}

export type VisitStepDecision =
  | { readonly kind: 'done'; readonly status: VisitStatus }
  | {
      readonly kind: 'refused';
      readonly code: 'visit-step-not-allowed' | 'visit-too-late' | 'visit-too-early' | 'lesson-full';
    };

/** Decides one step of a visit; a lesson never has more confirmed visitors than it has places for. */
export const decideVisitStep = (facts: VisitStepFacts): VisitStepDecision => {
  const { from, to, by, when } = VISIT_STEPS[facts.action];
  if (!by.includes(facts.by) || !from.includes(facts.status)) {
    return { kind: 'refused', code: 'visit-step-not-allowed' };
  }
  const hasBegun = facts.now >= facts.lessonStartsAt;
  if (when === 'before' && hasBegun) return { kind: 'refused', code: 'visit-too-late' };
  if (when === 'after' && !hasBegun) return { kind: 'refused', code: 'visit-too-early' };
  if (to === 'confirmed' && facts.confirmed >= facts.visitorPlaces) {
    return { kind: 'refused', code: 'lesson-full' };
  }
  return { kind: 'done', status: to };
};

/** Visits that keep a place: one that waits for the school keeps it too, so that nobody is asked to choose. */
export const VISITS_WITH_PLACE: readonly VisitStatus[] = ['asked', 'confirmed', 'visited', 'missed'];

export interface VisitAskFacts {
  readonly isCancelled: boolean;
  readonly visitorPlaces: number;
  /** Visits to the lesson that keep a place. */
  readonly taken: number;
  readonly lessonStartsAt: Date;
  /** The host’s school and the visitor’s. */
  readonly schools: readonly [host: string, visitor: string];
  /** Whether the visitor has a place, or has asked for one. */
  readonly hasAsked: boolean;
  readonly now: Date;
}

export type VisitAskDecision =
  | { readonly kind: 'asked' }
  | {
      readonly kind: 'refused';
      readonly code: 'lesson-cancelled' | 'visit-too-late' | 'own-school' | 'already-asked' | 'lesson-full';
    };

/** Decides whether a teacher may ask to visit: another school’s lesson to come, once, while it has places. */
export const decideVisitAsk = (facts: VisitAskFacts): VisitAskDecision => {
  const refused = (code: (VisitAskDecision & { kind: 'refused' })['code']): VisitAskDecision => ({
    kind: 'refused',
    code,
  });
  if (facts.isCancelled) return refused('lesson-cancelled');
  if (facts.now >= facts.lessonStartsAt) return refused('visit-too-late');
  if (facts.schools[0] === facts.schools[1]) return refused('own-school');
  if (facts.hasAsked) return refused('already-asked');
  return facts.taken >= facts.visitorPlaces ? refused('lesson-full') : { kind: 'asked' };
};

/** What a party may do with a visit as it stands now; whether the lesson is full is decided when they do it. */
export const visitActionsFor = (
  by: VisitParty,
  facts: Pick<VisitStepFacts, 'status' | 'lessonStartsAt' | 'now'>,
): readonly VisitAction[] =>
  VISIT_ACTIONS.filter(
    (action) => decideVisitStep({ ...facts, action, by, visitorPlaces: 1, confirmed: 0 }).kind === 'done',
  );

/** Whether both sides may write their reflection: once the lesson has begun and the visitor was, or is, there. */
export const mayReflect = ({
  status,
  lessonStartsAt,
  now,
}: Pick<VisitStepFacts, 'status' | 'lessonStartsAt' | 'now'>): boolean =>
  (status === 'confirmed' || status === 'visited') && now >= lessonStartsAt;
