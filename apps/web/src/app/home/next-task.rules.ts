import { londonDate } from '@lectern/core';

/** One thing for somebody to do: a sentence, a date and a button. */
export interface NextTask {
  readonly id: string;
  readonly sentence: string;
  /** The date in words: `By Sunday 27 December 2026`. */
  readonly when: string;
  readonly isLate: boolean;
  /** Whether it waits for a decision, which nobody else can make. */
  readonly isDecision?: boolean;
  readonly button: string;
  readonly link: readonly string[];
}

/** A task with the moment that it is sorted by; an empty text comes before every date. */
export interface DatedTask extends NextTask {
  readonly at: string;
}

/**
 * One kind of thing to do, with its own way of finding it. A home is given a list of sources; adding one is a class of
 * its own and its name in that list.
 */
export interface TaskSource<Context> {
  tasks(context: Context): Promise<readonly DatedTask[]> | readonly DatedTask[];
}

export const TASKS_MAX = 5;

/** What comes first of everything that the sources found: soonest first, five things at most. */
export const firstTasks = (tasks: readonly DatedTask[]): readonly DatedTask[] =>
  [...tasks].sort((a, b) => a.at.localeCompare(b.at)).slice(0, TASKS_MAX);

/** What all sources find; one that fails keeps none of the others back, and `isPartial` says that it did. */
export const gatherTasks = async <Context>(
  sources: readonly TaskSource<Context>[],
  context: Context,
): Promise<{ readonly tasks: readonly DatedTask[]; readonly isPartial: boolean }> => {
  const found = await Promise.allSettled(sources.map(async (source) => source.tasks(context)));
  return {
    tasks: firstTasks(found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))),
    isPartial: found.some(({ status }) => status === 'rejected'),
  };
};

/** A deadline in words, and whether it has passed. */
export const dated = (
  at: string,
  now: Date,
): { readonly at: string; readonly when: string; readonly isLate: boolean } => {
  const isLate = Date.parse(at) < now.getTime();
  return { at, isLate, when: `${isLate ? 'Was due' : 'By'} ${londonDate(at)}` };
};
