import { DomainError, figure, londonDateTime } from '@lectern/core';

/** How the places stand that somebody who walked in found taken. */
interface TakenPlaces {
  readonly places: number;
  readonly named: number;
  readonly placesLeft: number;
  readonly schoolCap: number | null;
}

export const noPlacesLeft = ({ places, named, placesLeft, schoolCap }: TakenPlaces): DomainError => {
  const school = `The school has ${figure(places, 'place')} and ${figure(named, 'pupil')} named.`;
  const rest =
    placesLeft > 0
      ? `The conference has ${placesLeft} left, but one school may have ${schoolCap ?? places}.`
      : 'The conference has none left.';
  const next =
    'Swap the person for somebody who has not come, or let them in over the places: staff are shown that.';
  return new DomainError('conflict', 'no-places-left', `${school} ${rest} ${next}`, {
    details: { places, named, placesLeft },
  });
};

export const groupNotConfirmed = (): DomainError =>
  new DomainError(
    'conflict',
    'group-not-confirmed',
    'This group has no confirmed places, so nobody of it has a ticket. Staff can give it places first.',
  );

export const ticketOver = (): DomainError =>
  new DomainError(
    'conflict',
    'ticket-withdrawn',
    'This badge was withdrawn before. Search for the person again, or add the other one as a walk-in.',
  );

export const listStillOpen = (until: Date): DomainError =>
  new DomainError(
    'conflict',
    'list-still-open',
    `The school’s list is open until ${londonDateTime(until)}. Add the person there.`,
  );
