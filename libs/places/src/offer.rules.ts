/** The dates of a conference that end its waiting list. */
export interface ListDates {
  readonly startsAt: Date;
  readonly registrationClosesAt: Date;
  readonly finalNumbersAt: Date;
}

const HOUR = 3_600_000;

/** The least time a school is given to answer; with less, nothing is offered any more. */
export const OFFER_LEAST = HOUR;

/** The last moment at which a school can sensibly take places: final numbers or the close of registration, before the day. */
export const lastOfferMoment = ({ startsAt, registrationClosesAt, finalNumbersAt }: ListDates): Date =>
  new Date(Math.min(startsAt.getTime(), Math.max(registrationClosesAt.getTime(), finalNumbersAt.getTime())));

/** When an offer made now ends: after its hours, or at the last moment when that is sooner; null when it is too late. */
export const offerEnds = (now: Date, hours: number, dates: ListDates): Date | null => {
  const last = lastOfferMoment(dates).getTime();
  if (last - now.getTime() < OFFER_LEAST) return null;
  return new Date(Math.min(now.getTime() + hours * HOUR, last));
};
