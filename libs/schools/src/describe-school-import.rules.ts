import type { SchoolImportReport } from './school.contract';

const SHOWN = 100;

const number = (count: number): string => count.toLocaleString('en-GB');

/** The report of an import in words, a line each; of very many refused rows the first hundred are named. */
export const describeSchoolImport = ({
  added,
  changed,
  closed,
  unchanged,
  refused,
}: SchoolImportReport): string => {
  const counts = `Schools: ${number(added)} added, ${number(changed)} changed, ${number(closed)} closed, ${number(unchanged)} unchanged.`;
  if (refused.length === 0) return `${counts}\nEvery row could be read.`;
  const rows = refused.length === 1 ? '1 row was left out:' : `${number(refused.length)} rows were left out:`;
  const lines = refused.slice(0, SHOWN).map(({ line, reason }) => `  line ${line}: ${reason}`);
  const more = refused.length > SHOWN ? [`  and ${number(refused.length - SHOWN)} more.`] : [];
  return [counts, rows, ...lines, ...more].join('\n');
};
