import type { CpdPlace, CpdSession, CpdSessionStatus } from './cpd-session.contract';
import type { OfferAction, OfferParty, PresenterOfferStatus } from './offer-lifecycle.rules';

export const PRESENTER_OFFERS_PATH = 'cpd/offers';
export const CPD_PROPOSALS_PATH = 'cpd/proposals';
/** Sessions that look for presenters, for trainees. */
export const PRESENTERS_WANTED_PATH = 'cpd/presenters-wanted';
/** Trainees by name, for whoever makes up a team. */
export const TRAINEES_PATH = 'cpd/trainees';
export const PLACEMENT_DAYS_PATH = 'cpd/placement-days';

/** People in one team, the one who offers among them. */
export const TEAM_MAX = 6;

/** Letters of a name or an address from which on trainees are searched. */
export const TRAINEE_SEARCH_LEAST = 2;

/** Placement days that one trainee may have on record, and that may be sent at once. */
export const PLACEMENT_DAYS_MAX = 400;
export const PLACEMENT_DAYS_AT_ONCE = 60;

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

/** The session that an offer is for, as everybody in the offer may see it, a draft too. */
export interface OfferedSession {
  readonly title: string;
  readonly topicTitle: string;
  readonly programmeLabel: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: CpdPlace;
  readonly status: CpdSessionStatus;
  readonly presentersWanted: number;
}

export interface OfferPresenter {
  readonly accountId: string;
  readonly name: string;
  /** Whether the offer came from them. */
  readonly isLead: boolean;
  /**
   * Whether suitability is confirmed today and until the session ends; for mentors, staff and the trainee themselves,
   * absent for everybody else.
   */
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
  readonly session: OfferedSession;
  /** Only with an offer of their own; null once it became a session. */
  readonly proposal: SessionProposal | null;
  readonly presenters: readonly OfferPresenter[];
  readonly outline: string;
  readonly offeredAt: string;
  readonly thread: readonly OfferThreadEntry[];
  /** What whoever asks may do with it now. */
  readonly actions: readonly OfferAction[];
}

/** A session that looks for presenters, and how it stands with them. */
export interface PresentersWanted {
  readonly session: CpdSession;
  /** Places among the presenters that nobody keeps. */
  readonly presenterPlacesLeft: number;
  /** Teams that wait for a place. */
  readonly onStandby: number;
  /** The live offer of whoever asks, when there is one. */
  readonly ownOfferId: string | null;
}

/** A trainee whom a colleague may name in a team: enough to tell two of the same name apart. */
export interface TraineeFound {
  readonly accountId: string;
  readonly name: string;
  /** The address with most of it left out, `mo…@go.example.ac.uk`. */
  readonly address: string;
}

/** A day on which a trainee is in their placement school. */
export interface OwnPlacementDay {
  /** `2027-03-09` in London. */
  readonly day: string;
  readonly schoolName: string;
}

/** What an offer is answered with. */
export interface OfferMade {
  readonly id: string;
  readonly status: 'offered' | 'standby';
}
