import { count, listed, londonDate, londonDateTime, londonTime, ordinal } from '@lectern/core';
import {
  type CpdPlace,
  type OfferThreadEntry,
  PRESENTER_OFFER_STATUS_NAMES,
  type PresenterOffer,
  type PresenterOfferStatus,
  type PresentersWanted,
} from '@lectern/cpd';
import type { Tone } from '@lectern/ui';
import type { DatedTask } from '../../home/next-task.rules';

export interface Mark {
  readonly tone: Tone;
  readonly words: string;
}

const TONES: Readonly<Record<PresenterOfferStatus, Tone>> = {
  offered: 'wait',
  standby: 'wait',
  'changes-requested': 'needs',
  approved: 'go',
  declined: 'stop',
  withdrawn: 'past',
  delivered: 'go',
  'no-show': 'stop',
};

/** How an offer stands: `On standby, 3rd`. */
export const offerMark = ({ status, standbyPosition }: PresenterOffer): Mark => ({
  tone: TONES[status],
  words:
    PRESENTER_OFFER_STATUS_NAMES[status] + (standbyPosition === null ? '' : `, ${ordinal(standbyPosition)}`),
});

interface Stretch {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** `Tuesday 9 March 2027, 4pm to 5.30pm`; both days when it lasts past midnight. */
export const sessionWhen = ({ startsAt, endsAt }: Stretch): string =>
  londonDate(startsAt) === londonDate(endsAt)
    ? `${londonDateTime(startsAt)} to ${londonTime(endsAt)}`
    : `${londonDateTime(startsAt)}, to ${londonDateTime(endsAt)}`;

/** `Arden 2.04, Harbour campus`, `Online: Teams`. */
export const placeWords = ({ kind, name, site }: CpdPlace): string => {
  if (kind === 'online') return `Online: ${name}`;
  return site === undefined ? name : `${name}, ${site}`;
};

const LIVE: readonly PresenterOfferStatus[] = ['offered', 'standby', 'changes-requested', 'approved'];

/** Whether the offer is one of those that are still to come to something. */
export const isToCome = ({ status, session }: PresenterOffer, now: Date): boolean =>
  LIVE.includes(status) && Date.parse(session.endsAt) > now.getTime();

/** What a team reads first: what its offer waits for, and what it can do. */
export const whatNext = (offer: PresenterOffer): string => {
  const { status, session, standbyPosition } = offer;
  switch (status) {
    case 'offered':
      return 'A mentor reads it and decides. We write to you then.';
    case 'standby':
      return `You are ${ordinal(standbyPosition ?? 1)} in line. Your offer moves up by itself when places come free, and we write to you then.`;
    case 'changes-requested':
      return 'A mentor asks for changes. Read the note, change what you would do, and send it again. Your place is kept.';
    case 'approved':
      return session.status === 'draft'
        ? 'It is approved. The university sets how many teachers may come and opens it for booking.'
        : 'It is approved: you give this session.';
    case 'declined':
      return 'It was not taken up. The note below says why; you may offer to give other sessions.';
    case 'withdrawn':
      return session.status === 'cancelled'
        ? 'The session was cancelled, so there is nothing that you need to do.'
        : 'It was withdrawn.';
    case 'delivered':
      return 'You gave this session. Thank you.';
    case 'no-show':
      return 'You were not seen at this session. If that is wrong, tell your mentor.';
  }
};

const DID: Readonly<Record<OfferThreadEntry['action'], string>> = {
  offer: 'offered to give it',
  note: 'wrote',
  approve: 'approved it',
  'request-changes': 'asked for changes',
  decline: 'declined it',
  revise: 'changed what they would do',
  withdraw: 'withdrew it',
  promote: 'moved it up from standby',
  deliver: 'marked it as delivered',
  miss: 'marked it as missed',
};

/** `Wren Oakley asked for changes`. */
export const entryWords = ({ by, action }: OfferThreadEntry): string => `${by.name} ${DID[action]}`;

/** How many presenters are still looked for, and what an offer would mean: `Two presenters wanted`. */
export const wantedWords = ({ presenterPlacesLeft, onStandby }: PresentersWanted): Mark => {
  if (presenterPlacesLeft > 0 && onStandby === 0)
    return {
      tone: 'needs',
      words: `${presenterPlacesLeft} ${presenterPlacesLeft === 1 ? 'presenter' : 'presenters'} wanted`,
    };
  return {
    tone: 'past',
    words: onStandby === 0 ? 'All places taken' : `All places taken, ${count(onStandby, 'team')} on standby`,
  };
};

/** What a trainee should do or keep in mind about their offers, changes first. */
export const tasksOfOffers = (
  offers: readonly PresenterOffer[],
  accountId: string,
  now: Date,
): readonly DatedTask[] =>
  offers
    .filter((offer) => isToCome(offer, now))
    .flatMap((offer): DatedTask[] => {
      const { id, status, session, presenters } = offer;
      const when = londonDateTime(session.startsAt);
      const link = ['/my-offers', id];
      if (status === 'changes-requested') {
        return [
          {
            id: `change-${id}`,
            at: '',
            sentence: `A mentor asks for changes to your offer for ‘${session.title}’.`,
            when: `The session is on ${when}`,
            isLate: false,
            isDecision: true,
            button: 'Change it',
            link,
          },
        ];
      }
      if (status !== 'approved') return [];
      const lacks = presenters.some((one) => one.accountId === accountId && one.isSuitable === false);
      return [
        {
          id: `give-${id}`,
          at: session.startsAt,
          sentence: lacks
            ? `You give ‘${session.title}’, and your suitability is not confirmed until then. Ask your mentor.`
            : `You give ‘${session.title}’.`,
          when,
          isLate: false,
          button: 'Open it',
          link,
        },
      ];
    });

/** What a mentor should decide, the longest waiting first. */
export const tasksOfMentor = (offers: readonly PresenterOffer[], now: Date): readonly DatedTask[] =>
  offers
    .filter(({ status, session }) => status === 'offered' && Date.parse(session.startsAt) > now.getTime())
    .map(({ id, session, presenters, offeredAt }) => ({
      id: `decide-${id}`,
      at: offeredAt,
      sentence: `${listed(presenters.map(({ name }) => name))} ${presenters.length === 1 ? 'offers' : 'offer'} to give ‘${session.title}’.`,
      when: `The session is on ${londonDateTime(session.startsAt)}`,
      isLate: false,
      isDecision: true,
      button: 'Decide',
      link: ['/mentor/offers', id],
    }));
