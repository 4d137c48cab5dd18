import { count, listed, londonDateTime, ordinal, sentence } from '@lectern/core';
import type { GroupOffer, RestingReason } from './offer.contract';

/** The published order of the waiting list, in words for schools. */
export const WAITING_LIST_ORDER =
  'The list goes by the order of registration. Places that come free go to the first group on it that can use them: at least as many as it needs. A group that asks for more pupils later goes to the end.';

/** What is known of one group when it is explained why it stands where it does. */
export interface StandingFacts {
  readonly position: number | null;
  readonly places: number;
  readonly wanted: number;
  readonly needs: number;
  readonly offer: GroupOffer | null;
  readonly resting: RestingReason | null;
  /** Names of the schools ahead of it, in order. */
  readonly ahead: readonly string[];
  readonly placesFree: number;
  /** Whether it is too late to offer anything. */
  readonly isListOver: boolean;
}

const RESTING: Readonly<Record<RestingReason, string>> = {
  declined: 'It declined its offer',
  expired: 'It did not answer its offer in time',
};

const AHEAD_NAMED = 3;

const aheadWords = (ahead: readonly string[]): string => {
  if (ahead.length === 0) return 'Nobody is ahead of it.';
  const named = ahead.slice(0, AHEAD_NAMED);
  const rest = ahead.length - named.length;
  const names = listed(rest > 0 ? [...named, count(rest, 'other')] : named);
  return `${ahead.length === 1 ? 'Ahead of it is' : 'Ahead of it are'} ${names}.`;
};

/** Why a group stands where it does, in sentences for staff. */
export const explainStanding = (facts: StandingFacts): string => {
  const { offer, resting, position, needs, places, wanted, placesFree } = facts;
  if (resting) return `${RESTING[resting]}, so it is off the list until its school asks again.`;
  const held = offer
    ? `Holds an offer of ${offer.places} of ${wanted} places until ${londonDateTime(offer.expiresAt)}.`
    : '';
  if (position === null) return held || 'It has all that one school may have.';
  if (facts.isListOver)
    return `${sentence(ordinal(position))} on the list, which is over: nothing more is offered.`;
  const use =
    places > 0 || offer
      ? `${sentence(count(wanted - places - (offer?.places ?? 0), 'place'))} more would complete it`
      : `It needs ${count(needs, 'place')} at least`;
  const free = placesFree <= 0 ? 'none is free' : `${placesFree} ${placesFree === 1 ? 'is' : 'are'} free`;
  return [held, `${use}; ${free}.`, aheadWords(facts.ahead)].filter(Boolean).join(' ');
};
