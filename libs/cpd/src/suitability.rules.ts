import { listed, londonDay } from '@lectern/core';
import type { Suitability, SuitabilityState } from './suitability.contract';

/** The last day on which a confirmation holds: the day before so many years are over. */
export const suitableUntil = (confirmedOn: string, years: number): string => {
  const [year = 0, month = 1, day = 1] = confirmedOn.split('-').map(Number);
  // A year without a 29 February counts to the day before 1 March.
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
};

/**
 * Whether suitability is confirmed on the day of an instant, in London. A confirmation dated in the future counts from
 * its day on.
 */
export const suitabilityOn = (
  record: Pick<Suitability, 'confirmedOn'> | null | undefined,
  at: Date,
  years: number,
): SuitabilityState => {
  const day = londonDay(at);
  if (!record || record.confirmedOn > day) return 'not-confirmed';
  return day <= suitableUntil(record.confirmedOn, years) ? 'confirmed' : 'expired';
};

/** Somebody of a team with what is on record about them. */
export interface TeamMember {
  readonly accountId: string;
  readonly name: string;
  readonly suitability: Pick<Suitability, 'confirmedOn'> | null;
}

/** The two moments that matter: now, when it is decided, and the session, when they stand before teachers. */
export interface SuitabilityMoments {
  readonly now: Date;
  readonly sessionEndsAt: Date;
}

/** Those of a team who are not confirmed both now and until the session ends, each with why. */
export const notSuitable = (
  team: readonly TeamMember[],
  { now, sessionEndsAt }: SuitabilityMoments,
  years: number,
): readonly { readonly member: TeamMember; readonly why: Exclude<SuitabilityState, 'confirmed'> }[] =>
  team.flatMap((member) => {
    const states = [now, sessionEndsAt].map((at) => suitabilityOn(member.suitability, at, years));
    const why = states.find((state) => state !== 'confirmed');
    return why === undefined ? [] : [{ member, why }];
  });

/** What a mentor is told who approves a team of which some are not confirmed; names who and what to do. */
export const suitabilityWords = (found: ReturnType<typeof notSuitable>): string => {
  const names = listed(found.map(({ member }) => member.name));
  const has = found.length === 1 ? 'has' : 'have';
  return found.every(({ why }) => why === 'expired')
    ? `The confirmation of suitability of ${names} ends before the session does. Record a new one, then approve.`
    : `${names} ${has} no confirmation of suitability for this session on record. Record by whom and when it was confirmed, then approve.`;
};

/** Those of a team whose names a public page may show: approved, and confirmed as suitable on this day. */
export const publicPresenters = <M extends TeamMember>(
  offer: { readonly status: string; readonly team: readonly M[] },
  now: Date,
  years: number,
): readonly M[] =>
  offer.status === 'approved' || offer.status === 'delivered'
    ? offer.team.filter(({ suitability }) => suitabilityOn(suitability, now, years) === 'confirmed')
    : [];
