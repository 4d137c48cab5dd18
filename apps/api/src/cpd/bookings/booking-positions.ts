import { bookingPositions } from '@lectern/cpd';
import type { SessionsInHand } from './booking-queue';

/**
 * Where a booking stands on the waiting list, first is 1; undefined when it waits for nothing. A series needs a place in
 * each of its sessions, so it stands where the longest of their lists has it.
 */
export const positionIn = (
  { bookable, bookings }: Pick<SessionsInHand, 'bookable' | 'bookings'>,
  bookingId: string,
): number | undefined => {
  const own = bookings.find(({ id }) => id === bookingId);
  const positions = bookable
    .filter(({ id, isOpen }) => isOpen && own?.sessionIds.includes(id))
    .flatMap(({ id }) => bookingPositions(id, bookings).get(bookingId) ?? []);
  return positions.length > 0 ? Math.max(...positions) : undefined;
};
