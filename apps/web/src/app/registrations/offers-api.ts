import { inject, Injectable } from '@angular/core';
import {
  type Group,
  GROUPS_PATH,
  type OfferAnswerWord,
  type OfferDetails,
  OFFERS_PATH,
} from '@lectern/registrations';
import { Api } from '../platform/api';

/** Offers of places over HTTP: by the link of the letter, or for a group of one's own. */
@Injectable({ providedIn: 'root' })
export class OffersApi {
  private readonly api = inject(Api);

  see(token: string): Promise<OfferDetails> {
    return this.api.get(`${OFFERS_PATH}/${encodeURIComponent(token)}`);
  }

  answerByLink(token: string, answer: OfferAnswerWord): Promise<OfferDetails> {
    return this.api.post(`${OFFERS_PATH}/${encodeURIComponent(token)}/answer`, { answer });
  }

  answer(groupId: string, answer: OfferAnswerWord): Promise<Group> {
    return this.api.post(`${GROUPS_PATH}/${encodeURIComponent(groupId)}/offer-answer`, { answer });
  }

  /** Back on the waiting list, at its end. */
  rejoin(groupId: string): Promise<Group> {
    return this.api.post(`${GROUPS_PATH}/${encodeURIComponent(groupId)}/rejoining`, {});
  }
}
