import type { CpdPlace } from './cpd-session.contract';
import type { OfferAction, OfferParty, PresenterOfferStatus } from './offer-lifecycle.rules';

export const PRESENTER_OFFERS_PATH = 'cpd/offers';

/** People in one team, the one who offers among them. */
export const TEAM_MAX = 6;

/** What a mentor decides. */
export const OFFER_DECISIONS = ['approve', 'request-changes', 'decline'] as const;
export type OfferDecision = (typeof OFFER_DECISIONS)[number];

/** A session that trainees would like to give and that nobody has planned. */
export interface SessionProposal {
  readonly programmeId: string;
  readonly topicId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: CpdPlace;
}

export interface OfferPresenter {
  readonly accountId: string;
  readonly name: string;
  /** Whether the offer came from them. */
  readonly isLead: boolean;
  /** Whether suitability is confirmed today; for mentors, staff and the trainee themselves, absent for everybody else. */
  readonly isSuitable?: boolean;
}

/** One line of what passed between the trainees and their mentor; never changed. */
export interface OfferThreadEntry {
  readonly id: string;
  readonly action: OfferAction | 'offer' | 'note';
  readonly by: { readonly name: string; readonly party: OfferParty };
  readonly text: string | null;
  readonly at: string;
}

/** Trainees offer to deliver a session, as one team or alone. */
export interface PresenterOffer {
  readonly id: string;
  readonly status: PresenterOfferStatus;
  /** Where a standby offer stands, first is 1; null otherwise. */
  readonly standbyPosition: number | null;
  readonly sessionId: string | null;
  /** Only with an offer of their own; null once it became a session. */
  readonly proposal: SessionProposal | null;
  readonly presenters: readonly OfferPresenter[];
  readonly outline: string;
  readonly offeredAt: string;
  readonly thread: readonly OfferThreadEntry[];
}

/** What an offer is answered with. */
export interface OfferMade {
  readonly id: string;
  readonly status: 'offered' | 'standby';
}
