import { count, londonDate, londonShortDate, londonTime, listed, ordinal } from '@lectern/core';
import type { CpdPlace } from '@lectern/cpd';
import type { Letter, LetterPart } from '../../notifications/letter';

/** The session that a letter is about. */
export interface SessionTold {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: CpdPlace;
}

/** What every letter about an offer is made of. */
export interface OfferTold {
  readonly session: SessionTold;
  /** The names of the team, the one who offered first. */
  readonly team: readonly string[];
  /** Where its reader finds the offer. */
  readonly url: string;
}

const words = (text: string): LetterPart => ({ kind: 'words', text });

const inSubject = ({ title, startsAt }: SessionTold): string => `${title}, ${londonShortDate(startsAt)}`;

const when = ({ startsAt, endsAt }: SessionTold): string =>
  `${londonDate(startsAt)}, ${londonTime(startsAt)} to ${londonTime(endsAt)}`;

const where = ({ place }: SessionTold): string =>
  place.site === undefined ? place.name : `${place.name}, ${place.site}`;

const facts = ({ session, team }: Pick<OfferTold, 'session' | 'team'>): LetterPart => ({
  kind: 'facts',
  facts: [
    ['Session', session.title],
    ['When', when(session)],
    ['Where', where(session)],
    ['Presenters', listed(team)],
  ],
});

const open = (url: string): LetterPart => ({ kind: 'button', label: 'Open the offer', url });

/** To the team: the offer is there; everybody who was named in it learns so. */
export const offerMadeLetter = (told: OfferTold, standbyPosition: number | null): Letter => ({
  subject: `Your offer: ${inSubject(told.session)}`,
  parts: [
    words(
      standbyPosition === null
        ? 'Your offer to give this session is with the mentors. We write to you when one of them has decided.'
        : `All places for presenters are taken, so your offer is on standby, ${ordinal(standbyPosition)} in line. It moves up by itself when places come free, and we write to you then.`,
    ),
    facts(told),
    words('If you were named in this team and cannot take part, withdraw the offer and say why.'),
    open(told.url),
  ],
});

/** To mentors: what has come in since the last time. */
export const offersWaitingLetter = (offers: readonly Omit<OfferTold, 'url'>[], url: string): Letter => ({
  subject:
    offers.length === 1 && offers[0]
      ? `To decide: ${inSubject(offers[0].session)}`
      : `${offers.length} offers wait for a mentor`,
  parts: [
    words(
      offers.length === 1
        ? 'Trainees offer to give this session. Read what they would do, then approve it, ask for changes or decline it.'
        : `Trainees offer to give ${count(offers.length, 'session')}. Any mentor may decide on them.`,
    ),
    ...(offers.length === 1
      ? offers.map(facts)
      : [
          {
            kind: 'facts' as const,
            facts: offers
              .slice(0, 20)
              .map(({ session, team }) => [inSubject(session), listed(team)] as const),
          },
        ]),
    { kind: 'button', label: offers.length === 1 ? 'Read the offer' : 'Open the mentor desk', url },
  ],
});

/** To the team: a mentor has approved it. */
export const offerApprovedLetter = (told: OfferTold, note: string | null, isNewSession: boolean): Letter => ({
  subject: `Approved: ${inSubject(told.session)}`,
  parts: [
    words(
      isNewSession
        ? 'Your proposal is approved and you are to give this session. The university now sets how many teachers may book it and opens it for booking.'
        : 'Your offer is approved: you are to give this session.',
    ),
    facts(told),
    ...(note === null ? [] : [words(`Your mentor wrote: ${note}`)]),
    open(told.url),
  ],
});

/** To the team: a mentor would like it another way. */
export const offerChangesLetter = (told: OfferTold, note: string): Letter => ({
  subject: `Changes asked for: ${inSubject(told.session)}`,
  parts: [
    words('A mentor has read your offer and asks for changes. Your place is kept while you make them.'),
    facts(told),
    words(`Your mentor wrote: ${note}`),
    { kind: 'button', label: 'Change the offer', url: told.url },
  ],
});

/** To the team: it is not to be. */
export const offerDeclinedLetter = (told: OfferTold, note: string): Letter => ({
  subject: `Not this time: ${inSubject(told.session)}`,
  parts: [
    words(
      'Your offer was read with care and was not taken up this time. You may offer to give other sessions.',
    ),
    facts(told),
    words(`Your mentor wrote: ${note}`),
    open(told.url),
  ],
});

/** To the team: places came free. */
export const offerPromotedLetter = (told: OfferTold): Letter => ({
  subject: `You have moved up: ${inSubject(told.session)}`,
  parts: [
    words(
      'Places among the presenters have come free, and your offer has moved up from standby. It is with the mentors now; we write to you when one of them has decided.',
    ),
    facts(told),
    words('If you can no longer take part, withdraw the offer, so that the next team can move up.'),
    open(told.url),
  ],
});

/** To the other side: somebody has written on the thread. */
export const offerNoteLetter = (told: OfferTold, by: string, text: string): Letter => ({
  subject: `A note on: ${inSubject(told.session)}`,
  parts: [words(`${by} wrote about this offer:`), words(text), facts(told), open(told.url)],
});

/** To the rest of the team, and to the mentors who had to do with it. */
export const offerWithdrawnLetter = (told: OfferTold, by: string, reason: string): Letter => ({
  subject: `Withdrawn: ${inSubject(told.session)}`,
  parts: [
    words(`${by} has withdrawn this offer for the whole team. Whoever stands first on standby moves up.`),
    facts(told),
    words(`The reason: ${reason}`),
    open(told.url),
  ],
});

/** To the team: staff have changed the session. */
export const offeredSessionChangedLetter = (told: OfferTold, before: SessionTold): Letter => ({
  subject: `Changed: ${inSubject(told.session)}`,
  parts: [
    words('The session that you offer to give has changed.'),
    {
      kind: 'facts',
      facts: (
        [
          ['Title', told.session.title, before.title],
          ['When', when(told.session), when(before)],
          ['Where', where(told.session), where(before)],
        ] as const
      )
        .filter(([, now, was]) => now !== was)
        .flatMap(([label, now, was]) => [[`${label} now`, now] as const, [`${label} before`, was] as const]),
    },
    words('If you cannot give it any more, withdraw the offer and say why.'),
    open(told.url),
  ],
});

/** To the team: the session does not take place. */
export const offeredSessionCancelledLetter = (told: OfferTold, reason: string): Letter => ({
  subject: `Cancelled: ${inSubject(told.session)}`,
  parts: [
    words('The session that you offered to give will not take place. There is nothing that you need to do.'),
    facts(told),
    words(`The reason: ${reason}`),
    open(told.url),
  ],
});
