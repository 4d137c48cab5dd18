import type { LetterKind } from '../../notifications/letter';
import {
  offerApprovedLetter,
  offerChangesLetter,
  offerDeclinedLetter,
  offeredSessionCancelledLetter,
  offeredSessionChangedLetter,
  offerMadeLetter,
  offerNoteLetter,
  offerPromotedLetter,
  offersWaitingLetter,
  type OfferTold,
  offerWithdrawnLetter,
} from './offer.letters';

const EXAMPLE: OfferTold = {
  session: {
    title: 'Circle theorems without tears',
    startsAt: new Date('2027-03-09T16:00:00Z'),
    endsAt: new Date('2027-03-09T17:30:00Z'),
    place: { kind: 'campus', name: 'Arden 2.04' },
  },
  team: ['Moss Fenwick', 'Wren Oakley'],
  url: 'https://lectern.example/my-offers/example',
};
const REASON = 'The room has no projector until April.';
const OTHER = {
  ...EXAMPLE,
  session: { ...EXAMPLE.session, title: 'Ratio with double number lines' },
  team: ['Ada Marsh'],
};

const toTeam = 'You get this mail because you are in the team of this offer.';
const toMentors = 'You get this mail because you are a mentor.';

/** Every kind of letter about an offer to deliver, with an invented example. */
export const OFFER_LETTER_KINDS: readonly LetterKind[] = [
  {
    kind: 'cpd-offer.made',
    title: 'Trainees offer to give a session',
    why: toTeam,
    example: () => offerMadeLetter(EXAMPLE, 3),
  },
  {
    kind: 'cpd-offer.waiting',
    title: 'Offers wait for a mentor',
    why: toMentors,
    example: () => offersWaitingLetter([EXAMPLE, OTHER], 'https://lectern.example/mentor'),
  },
  {
    kind: 'cpd-offer.approved',
    title: 'A mentor approves an offer',
    why: toTeam,
    example: () => offerApprovedLetter(EXAMPLE, 'A lovely plan. Bring printed circles.', false),
  },
  {
    kind: 'cpd-offer.changes-requested',
    title: 'A mentor asks for changes to an offer',
    why: toTeam,
    example: () => offerChangesLetter(EXAMPLE, 'Say how you would check what teachers know already.'),
  },
  {
    kind: 'cpd-offer.declined',
    title: 'A mentor declines an offer',
    why: toTeam,
    example: () => offerDeclinedLetter(EXAMPLE, 'We need somebody who has taught this to year 11.'),
  },
  {
    kind: 'cpd-offer.promoted',
    title: 'An offer moves up from standby',
    why: toTeam,
    example: () => offerPromotedLetter(EXAMPLE),
  },
  {
    kind: 'cpd-offer.note',
    title: 'Somebody writes a note on an offer',
    why: 'You get this mail because you have to do with this offer.',
    example: () => offerNoteLetter(EXAMPLE, 'Imogen Hale', 'Could you start with the tangent?'),
  },
  {
    kind: 'cpd-offer.withdrawn',
    title: 'An offer is withdrawn',
    why: 'You get this mail because you have to do with this offer.',
    example: () => offerWithdrawnLetter(EXAMPLE, 'Wren Oakley', 'My placement moved to that week.'),
  },
  {
    kind: 'cpd-offer.session-changed',
    title: 'A session that trainees offer to give changes',
    why: toTeam,
    example: () =>
      offeredSessionChangedLetter(EXAMPLE, {
        ...EXAMPLE.session,
        startsAt: new Date('2027-03-10T16:00:00Z'),
        endsAt: new Date('2027-03-10T17:30:00Z'),
      }),
  },
  {
    kind: 'cpd-offer.session-cancelled',
    title: 'A session that trainees offer to give is cancelled',
    why: toTeam,
    example: () => offeredSessionCancelledLetter(EXAMPLE, REASON),
  },
];
