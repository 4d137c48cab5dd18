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
  /** Teacher reference number, for the certificate; never asked for twice and never needed. */
  readonly trn: string | null;
  readonly hasPlace: boolean;
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
  readonly school: { readonly urn: string; readonly name: string };
  readonly people: readonly BookedPerson[];
  readonly places: number;
  readonly bookedAt: string;
}
