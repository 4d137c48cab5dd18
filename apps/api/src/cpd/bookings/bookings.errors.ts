import { DomainError } from '@lectern/core';
import type { CommitmentClash } from '@lectern/cpd';

export const sessionNotOpen = (): DomainError =>
  new DomainError(
    'conflict',
    'session-not-open',
    'This session takes no bookings: it has begun, is over or is not published. Choose another.',
  );

/** `name` is who is on a booking already; null when it is whoever books. */
export const alreadyBooked = (name: string | null, bookingId?: string): DomainError =>
  new DomainError(
    'conflict',
    'already-booked',
    name === null
      ? 'You are booked on this already. Look at your bookings: you can add colleagues there.'
      : `${name} is booked on this already. Leave them out of this booking.`,
    { details: bookingId === undefined ? {} : { bookingId } },
  );

export const bookingCancelled = (): DomainError =>
  new DomainError(
    'conflict',
    'booking-cancelled',
    'This booking was cancelled and no longer changes. Book the session again.',
  );

export const bookingBegun = (): DomainError =>
  new DomainError(
    'conflict',
    'booking-begun',
    'Every session of this booking has begun, so it no longer changes. Tell the university about mistakes.',
  );

export const noSchool = (): DomainError =>
  new DomainError(
    'conflict',
    'no-school',
    'Your account belongs to no school, so nothing can be booked for it. Ask the university to put that right.',
  );

/** What stands in the way; `words` say each of it and what would help. */
export const bookingClash = (clashes: readonly CommitmentClash[], words: readonly string[]): DomainError =>
  new DomainError('conflict', 'clash', words.join(' '), {
    errors: clashes.map(({ kind, why }, at) => ({
      field: 'colleagues',
      code: `${kind}-${why}`,
      message: words[at] ?? '',
    })),
    details: { clashes },
  });

const OFFER_ENDS: Readonly<Record<string, string>> = {
  accepted: 'This offer was accepted already. The places are yours.',
  declined: 'This offer was declined already. Its places went to others.',
  expired: 'This offer has run out. Its places go to others. You can book again.',
  withdrawn: 'This offer was taken back, since the booking or the session has changed.',
};

export const bookingOfferOver = (status?: string): DomainError =>
  new DomainError(
    'gone',
    'offer-over',
    OFFER_ENDS[status ?? ''] ?? 'There is no open offer for this booking any more.',
  );
