import type { MissingStep } from './door.contract';
import { MISSING_PROCEDURE } from './missing-pupil.rules';

export const PROCEDURE_TEXT_MAX = 6_000;
const STEPS_MAX = 20;
const TITLE_MAX = 120;
const MINUTES_MAX = 240;

/** What keeps a text from being a procedure, and in which of its lines, counted from 1. */
export interface ProcedureProblem {
  readonly line: number;
  readonly message: string;
}

const HEADING = /^(?:at once|after (\d{1,4}) minutes?)[.:]?$/i;
/** The first sentence, which is what to do; the rest says how. A full stop within a time or a number ends nothing. */
const SENTENCE = /^(.+?)[.:](?:\s+(.+))?$/;

const headingOf = (after: number): string => {
  if (after === 0) return 'At once:';
  return `After ${after} ${after === 1 ? 'minute' : 'minutes'}:`;
};

/** A procedure as staff write it: a line for each step, under the time from which it should have been done. */
export const procedureText = (steps: readonly MissingStep[]): string => {
  const lines: string[] = [];
  let after: number | null = null;
  for (const step of steps) {
    if (step.after !== after) lines.push(headingOf(step.after));
    after = step.after;
    lines.push(`${step.title}.${step.how ? ` ${step.how}` : ''}`);
  }
  return lines.join('\n');
};

const stepOf = (line: string, number: number, after: number): MissingStep => {
  const [, title = line, how = ''] = SENTENCE.exec(line) ?? [];
  const standard = MISSING_PROCEDURE.find((step) => step.title.toLowerCase() === title.toLowerCase());
  return {
    id: standard?.id ?? `step-${number}`,
    title,
    how,
    after,
    done: standard?.done ?? `Done: ${title}.`,
  };
};

/** What is wrong with a step that follows these. */
const wrongWith = ({ title }: MissingStep, before: readonly MissingStep[]): string | null => {
  if (title.length > TITLE_MAX) {
    return `The first sentence says what to do, in ${TITLE_MAX} characters or fewer. Put a full stop after it.`;
  }
  const isTwice = before.some((step) => step.title.toLowerCase() === title.toLowerCase());
  return isTwice ? `“${title}” is there twice: the record could not tell which was done.` : null;
};

/**
 * The steps of a text, one a line, under lines such as "At once" and "After 5 minutes". A step begins with what to do
 * and a full stop; how is after that. Steps that are called as in the standard procedure keep their links and words.
 */
export const readProcedure = (
  text: string,
): { readonly steps: readonly MissingStep[]; readonly problems: readonly ProcedureProblem[] } => {
  const steps: MissingStep[] = [];
  const problems: ProcedureProblem[] = [];
  let after = 0;
  text.split(/\r?\n/).forEach((written, at) => {
    const line = written.trim();
    const say = (message: string) => problems.push({ line: at + 1, message });
    const heading = HEADING.exec(line);
    if (heading) {
      const minutes = Number(heading[1] ?? 0);
      if (minutes > MINUTES_MAX) say(`The latest that a step may wait is ${MINUTES_MAX} minutes.`);
      else if (minutes < after) say('The times go back here: put the earlier steps first.');
      after = minutes;
    } else if (line !== '') {
      const step = stepOf(line, steps.length + 1, after);
      const wrong = wrongWith(step, steps);
      if (wrong) say(wrong);
      steps.push(step);
    }
  });
  if (steps.length === 0) problems.push({ line: 1, message: 'Write at least one step.' });
  if (steps.length > STEPS_MAX) {
    problems.push({
      line: text.split(/\r?\n/).length,
      message: `Nobody follows more than ${STEPS_MAX} steps.`,
    });
  }
  return { steps, problems };
};
