import { elapsedWords, type MissingPupil, type MissingStep, type RollPerson } from '@lectern/check-in';
import { londonClock } from '@lectern/core';

/** A step of the procedure, with what the record says of it. */
export interface StepState {
  readonly step: MissingStep;
  /** When it was done and by whom; null while it was not. */
  readonly done: string | null;
  /** Whether it should have been done by now and was not. */
  readonly isDue: boolean;
}

/** How far the procedure is: a step counts as done once the record holds its words. */
export const procedureOf = (
  { openedAt, closedAt, steps }: Pick<MissingPupil, 'openedAt' | 'closedAt' | 'steps'>,
  procedure: readonly MissingStep[],
  now: number,
): StepState[] => {
  const minutes = (now - Date.parse(openedAt)) / 60_000;
  return procedure.map((step) => {
    const done = steps.find(({ text }) => text === step.done);
    return {
      step,
      done: done ? `${londonClock(done.at)}, ${done.by}` : null,
      isDue: !done && closedAt === null && minutes >= step.after,
    };
  });
};

/** How long the pupil has been looked for, or was. */
export const missingFor = (
  { openedAt, closedAt }: Pick<MissingPupil, 'openedAt' | 'closedAt'>,
  now: number,
) => elapsedWords(openedAt, closedAt === null ? now : Date.parse(closedAt));

/** What the doors know of where somebody was last seen, to begin the record with. */
export const lastSeenWords = ({
  room,
  state,
  lastAt,
}: Pick<RollPerson, 'room' | 'state' | 'lastAt'>): string => {
  if (lastAt === null) return 'The doors have not seen them today.';
  const at = londonClock(lastAt);
  if (state === 'left') return `Seen leaving at ${at}.`;
  return room === null ? `Let in at the main door at ${at}.` : `Let into ${room} at ${at}.`;
};
