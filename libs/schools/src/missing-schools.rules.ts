/** A file that lacks more than this part of the open schools is taken for a part of the register. */
const MOST_MISSING = 0.1;

/** What is decided about the open schools that a file does not name. */
export type MissingDecision = 'close' | 'leave';

/**
 * Whether the open schools that a file does not name have closed. A list of one region lacks all the others, which
 * must not close them: past a tenth of the open schools, whoever imports says so outright.
 */
export const decideMissing = (facts: {
  readonly open: number;
  readonly missing: number;
  /** Whether the file was read to its end. */
  readonly whole: boolean;
  /** Whether whoever imports said that the missing ones have closed. */
  readonly sayClosed: boolean;
}): MissingDecision => {
  if (!facts.whole) return 'leave';
  return facts.sayClosed || facts.missing <= facts.open * MOST_MISSING ? 'close' : 'leave';
};
