import { IsIn } from 'class-validator';
import { OFFER_ANSWERS, type OfferAnswerWord } from './offer.contract';

/** What a school says to an offer of places. */
export class OfferAnswer {
  @IsIn(OFFER_ANSWERS, { message: 'Say accept or decline.' })
  answer!: OfferAnswerWord;
}
