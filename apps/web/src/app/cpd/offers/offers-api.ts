import { inject, Injectable } from '@angular/core';
import type { Page } from '@lectern/core';
import {
  CPD_PROGRAMMES_PATH,
  CPD_PROPOSALS_PATH,
  CPD_SESSIONS_PATH,
  type CpdProgramme,
  type OfferDecisionRequest,
  type OfferMade,
  type OwnPlacementDay,
  PLACEMENT_DAYS_PATH,
  type PlacementDaysRequest,
  PRESENTER_OFFERS_PATH,
  type PresenterOffer,
  type PresenterOfferRequest,
  PRESENTERS_WANTED_PATH,
  type PresentersWanted,
  type SessionProposalRequest,
  type Topic,
  TOPICS_PATH,
  type TraineeFound,
  TRAINEES_PATH,
} from '@lectern/cpd';
import { Api } from '../../platform/api';

/** What is asked of a list of offers; an empty text asks nothing. */
export interface OffersQuestion {
  readonly status: string;
  readonly when: string;
  readonly whose: string;
  readonly sessionId: string;
}

export const ALL_OFFERS: OffersQuestion = { status: '', when: '', whose: '', sessionId: '' };

const asked = (question: object): Record<string, string> =>
  Object.fromEntries(Object.entries(question as Record<string, string>).filter(([, value]) => value !== ''));

const one = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

/** Offers to deliver over HTTP: making them, what becomes of them, and what stands in their way. */
@Injectable({ providedIn: 'root' })
export class OffersApi {
  private readonly api = inject(Api);

  list(question: Partial<OffersQuestion>, cursor: string | null = null): Promise<Page<PresenterOffer>> {
    return this.api.get(PRESENTER_OFFERS_PATH, { ...asked(question), ...(cursor ? { cursor } : {}) });
  }

  see(id: string): Promise<PresenterOffer> {
    return this.api.get(one(PRESENTER_OFFERS_PATH, id));
  }

  /** Sessions that look for presenters, the first page of them. */
  wanted(): Promise<Page<PresentersWanted>> {
    return this.api.get(PRESENTERS_WANTED_PATH);
  }

  wantedFor(sessionId: string): Promise<PresentersWanted> {
    return this.api.get(one(PRESENTERS_WANTED_PATH, sessionId));
  }

  make(sessionId: string, request: PresenterOfferRequest): Promise<OfferMade> {
    return this.api.post(`${one(CPD_SESSIONS_PATH, sessionId)}/offers`, request);
  }

  propose(request: SessionProposalRequest): Promise<OfferMade> {
    return this.api.post(CPD_PROPOSALS_PATH, request);
  }

  revise(id: string, outline: string): Promise<PresenterOffer> {
    return this.api.post(`${one(PRESENTER_OFFERS_PATH, id)}/revision`, { outline });
  }

  withdraw(id: string, reason: string): Promise<PresenterOffer> {
    return this.api.post(`${one(PRESENTER_OFFERS_PATH, id)}/withdrawal`, { reason });
  }

  note(id: string, text: string): Promise<PresenterOffer> {
    return this.api.post(`${one(PRESENTER_OFFERS_PATH, id)}/notes`, { text });
  }

  decide(id: string, decision: OfferDecisionRequest): Promise<PresenterOffer> {
    return this.api.post(`${one(PRESENTER_OFFERS_PATH, id)}/decisions`, decision);
  }

  trainees(q: string): Promise<Page<TraineeFound>> {
    return this.api.get(TRAINEES_PATH, { q });
  }

  placementDays(): Promise<Page<OwnPlacementDay>> {
    return this.api.get(PLACEMENT_DAYS_PATH);
  }

  addPlacementDays(request: PlacementDaysRequest): Promise<Page<OwnPlacementDay>> {
    return this.api.post(PLACEMENT_DAYS_PATH, request);
  }

  removePlacementDay(day: string): Promise<void> {
    return this.api.delete(one(PLACEMENT_DAYS_PATH, day));
  }

  topics(): Promise<Page<Topic>> {
    return this.api.get(TOPICS_PATH);
  }

  programmes(): Promise<Page<CpdProgramme>> {
    return this.api.get(CPD_PROGRAMMES_PATH);
  }
}
