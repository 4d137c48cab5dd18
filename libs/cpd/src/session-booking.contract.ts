import type { CpdPlace, CpdSessionStatus } from './cpd-session.contract';

export const SESSION_BOOKINGS_PATH = 'cpd/bookings';

/** People on one booking, the one who books among them. */
export const BOOKING_PEOPLE_MAX = 20;

export const BOOKING_STATUSES = ['confirmed', 'waiting', 'cancelled'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export const BOOKING_STATUS_NAMES: Readonly<Record<BookingStatus, string>> = {
  confirmed: 'Confirmed',
  waiting: 'Waiting',
  cancelled: 'Cancelled',
};

/** One person on a booking; places go to them in this order. */
export interface BookedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Teacher reference number, for the certificate; never needed, and shown to them, to who booked and to staff. */
  readonly trn: string | null;
  readonly hasPlace: boolean;
  /** Whether it is whoever asks. */
  readonly isYou: boolean;
}

/** A session of a booking, as it stands now. */
export interface BookedSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: CpdPlace;
  readonly status: CpdSessionStatus;
}

/** What a booking is answered with. */
export interface BookingMade {
  readonly id: string;
  readonly status: 'confirmed' | 'waiting';
  /** Where it stands on the waiting list, first is 1; only while something is waited for. */
  readonly position?: number;
}

/** A teacher’s booking, alone or with colleagues of the same school, of one session or of a whole series. */
export interface SessionBooking {
  readonly id: string;
  readonly status: BookingStatus;
  readonly position?: number;
  /** Places held until it answers; only while an offer of places is open. */
  readonly offer?: { readonly places: number; readonly madeAt: string; readonly expiresAt: string };
  readonly of:
    | { readonly kind: 'session'; readonly sessionId: string }
    | { readonly kind: 'series'; readonly seriesId: string };
  /** What the session or the series is called. */
  readonly title: string;
  /** Earliest first; of a series those that were still to come when it was booked. */
  readonly sessions: readonly BookedSession[];
  readonly school: { readonly urn: string; readonly name: string };
  readonly bookedBy: { readonly name: string };
  readonly people: readonly BookedPerson[];
  readonly places: number;
  readonly bookedAt: string;
  readonly cancelledAt: string | null;
  readonly cancellationReason: string | null;
  /** Whether whoever asks may add and take off people, answer for the booking and cancel it now. */
  readonly mayChange: boolean;
}

/** What somebody is told before they book a session. */
export interface BookingOutlook {
  /** Whether it takes bookings: it is published and has not begun. */
  readonly isOpen: boolean;
  readonly session: PlacesOutlook;
  /** The series that the session is part of, where more than one of it is still to come. */
  readonly series:
    | (PlacesOutlook & {
        readonly id: string;
        readonly title: string;
        readonly summary: string | null;
        /** Those that are still to come, which a booking of the series is of. */
        readonly sessions: readonly BookedSession[];
      })
    | null;
  /** The bookings of this session that whoever asks is on. */
  readonly own: readonly { readonly id: string; readonly status: 'confirmed' | 'waiting' }[];
}

export interface PlacesOutlook {
  /** People who would have a place at once, up to as many as one booking has. */
  readonly placesAtOnce: number;
  /** People on the waiting list. */
  readonly waiting: number;
}

/** Offers of places that came free. */
export const BOOKING_OFFERS_PATH = 'cpd/place-offers';

/** Hours that an offer of places stands; never longer than until the session begins. */
export const BOOKING_OFFER_HOURS = 48;

/** `open` holds its places; `accepted` gave them; `declined`, `expired` and `withdrawn` gave them back. */
export const BOOKING_OFFER_STATUSES = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type BookingOfferStatus = (typeof BOOKING_OFFER_STATUSES)[number];

export const BOOKING_OFFER_ANSWERS = ['accept', 'decline'] as const;
export type BookingOfferAnswerWord = (typeof BOOKING_OFFER_ANSWERS)[number];

/** What the link of an offer shows, without signing in: what is offered, until when, and what became of it. */
export interface BookingOffer {
  readonly status: BookingOfferStatus;
  readonly places: number;
  readonly people: number;
  readonly expiresAt: string;
  readonly title: string;
  readonly sessions: readonly BookedSession[];
}
