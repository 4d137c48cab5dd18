import type { PhotoConsent } from './roster.contract';

const DAY = 86_400_000;

/** When data that is kept for some days after a conference goes: so many times 24 hours after its end. */
export const goesAt = (endsAt: Date, days: number): Date => new Date(endsAt.getTime() + days * DAY);

/** A day some months later, at the same time; the 31st becomes the last day of a shorter month. */
export const monthsAfter = (from: Date, months: number): Date => {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), lastDay);
  return new Date(Date.UTC(year, month, day) + (from.getTime() % DAY));
};

/** A consent as it is on record. */
export interface PhotoConsentFacts {
  readonly consent: PhotoConsent;
  /** When it was given. */
  readonly givenAt: Date;
  /** For how many months it holds. */
  readonly months: number;
}

/** When a consent to photographs ends; null when there is none. */
export const photoConsentEndsAt = ({ consent, givenAt, months }: PhotoConsentFacts): Date | null =>
  consent === 'yes' ? monthsAfter(givenAt, months) : null;

/** Whether somebody may be photographed: only by a yes that has not expired. Not known, no and expired are all no. */
export const mayBePhotographed = (facts: PhotoConsentFacts, now: Date): boolean => {
  const endsAt = photoConsentEndsAt(facts);
  return endsAt !== null && now < endsAt;
};
