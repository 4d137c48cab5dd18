import type { Checkpoint } from '@lectern/check-in';

/** Checkpoints under the words that a steward looks for them by. */
export interface CheckpointSection {
  readonly title: string;
  readonly checkpoints: readonly Checkpoint[];
}

const opening = ({ opensAt }: Checkpoint): number => (opensAt === null ? 0 : Date.parse(opensAt));
const byOpening = (a: Checkpoint, b: Checkpoint): number =>
  opening(a) - opening(b) || a.name.localeCompare(b.name, 'en-GB', { numeric: true });

/**
 * Sessions that are on now first, then those that begin next, then the doors of the house, later sessions, and what is
 * over. A steward who is sent to a room looks for the time before the name.
 */
export const checkpointsByTime = (checkpoints: readonly Checkpoint[], now: Date): CheckpointSection[] => {
  const time = now.getTime();
  const sessions = checkpoints.filter(({ session }) => session !== null).sort(byOpening);
  const isOver = ({ closesAt }: Checkpoint): boolean => closesAt !== null && Date.parse(closesAt) <= time;
  const toCome = sessions.filter((one) => !isOver(one) && opening(one) > time);
  const [first] = toCome;
  const next = toCome.filter((one) => first !== undefined && opening(one) === opening(first));
  return [
    { title: 'Sessions now', checkpoints: sessions.filter((one) => !isOver(one) && opening(one) <= time) },
    { title: 'Sessions next', checkpoints: next },
    { title: 'Doors', checkpoints: checkpoints.filter(({ session }) => session === null) },
    { title: 'Sessions later', checkpoints: toCome.filter((one) => !next.includes(one)) },
    { title: 'Sessions that are over', checkpoints: sessions.filter(isOver) },
  ].filter((section) => section.checkpoints.length > 0);
};
