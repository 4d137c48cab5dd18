import type { Conference } from '@lectern/conferences';

/** A list of conferences as people look for one: what is still to come, the next first; then what is over, latest first. */
export interface ConferenceLists {
  readonly upcoming: readonly Conference[];
  readonly past: readonly Conference[];
}

/** Splits conferences by whether their day is over; a cancelled one stays in its place until its day has passed. */
export const splitByTime = (conferences: readonly Conference[], now: Date): ConferenceLists => {
  const byStart = [...conferences].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const isOver = ({ endsAt, status }: Conference): boolean =>
    status === 'completed' ||
    status === 'archived' ||
    (status !== 'live' && Date.parse(endsAt) < now.getTime());
  return {
    upcoming: byStart.filter((conference) => !isOver(conference)),
    past: byStart.filter(isOver).reverse(),
  };
};
