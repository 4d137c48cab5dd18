import type { BookedPerson, BookingStatus, SessionBooking } from '@lectern/cpd';
import type { BookedThing } from './booking-things';
import type { BookingOfferEntity } from './booking-offer.entity';
import type { BookedPersonEntity } from './session-booking.entity';

/** Who looks at a booking, and what of it they may know and do. */
export interface BookingReaderFacts {
  readonly accountId: string;
  readonly isStaff: boolean;
}

export interface BookingParts {
  readonly thing: BookedThing;
  readonly people: readonly BookedPersonEntity[];
  readonly position: number | undefined;
  readonly offer: BookingOfferEntity | undefined;
  readonly schoolName: string;
}

const personView = (person: BookedPersonEntity, accountId: string, seesAll: boolean): BookedPerson => {
  const isYou = person.accountId === accountId;
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    trn: seesAll || isYou ? person.trn : null,
    hasPlace: Boolean(person.hasPlace),
    isYou,
  };
};

/** Everybody who is on a booking; of one that is cancelled those who were on it to the end. */
const shownPeople = ({ people, thing: { booking } }: BookingParts): readonly BookedPersonEntity[] =>
  people.filter(({ leftAt }) => leftAt === null || leftAt.getTime() === booking.cancelledAt?.getTime());

/** A booking as somebody may see it who may see it at all. */
export const bookingView = (
  parts: BookingParts,
  { accountId, isStaff }: BookingReaderFacts,
): SessionBooking => {
  const { offer, position, schoolName, thing } = parts;
  const { booking, bookedBy, seriesTitle, sessions, toCome } = thing;
  const isTheirs = isStaff || booking.bookedBy === accountId;
  return {
    id: booking.id,
    status: booking.status as BookingStatus,
    ...(position === undefined ? {} : { position }),
    ...(offer
      ? {
          offer: {
            places: offer.places,
            madeAt: offer.madeAt.toISOString(),
            expiresAt: offer.expiresAt.toISOString(),
          },
        }
      : {}),
    of:
      booking.seriesId === null
        ? { kind: 'session', sessionId: booking.sessionId ?? '' }
        : { kind: 'series', seriesId: booking.seriesId },
    title: seriesTitle ?? sessions[0]?.title ?? '',
    sessions,
    school: { urn: booking.schoolUrn, name: schoolName },
    bookedBy: { name: bookedBy },
    people: shownPeople(parts).map((person) => personView(person, accountId, isTheirs)),
    places: booking.places,
    bookedAt: booking.bookedAt.toISOString(),
    cancelledAt: booking.cancelledAt?.toISOString() ?? null,
    cancellationReason: booking.cancellationReason,
    mayChange: isTheirs && booking.status !== 'cancelled' && toCome.length > 0,
  };
};
