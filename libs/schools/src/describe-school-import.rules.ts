import type { RefusedSchoolRow, SchoolImportReport, SchoolLinksReport } from './school.contract';

const SHOWN = 100;

const number = (count: number): string => count.toLocaleString('en-GB');

const refusedRows = (refused: readonly RefusedSchoolRow[]): string[] => {
  if (refused.length === 0) return ['Every row could be read.'];
  const rows = refused.length === 1 ? '1 row was left out:' : `${number(refused.length)} rows were left out:`;
  const lines = refused.slice(0, SHOWN).map(({ line, reason }) => `  line ${line}: ${reason}`);
  const more = refused.length > SHOWN ? [`  and ${number(refused.length - SHOWN)} more.`] : [];
  return [rows, ...lines, ...more];
};

const missingSchools = ({ count, closed }: SchoolImportReport['missing']): string[] => {
  if (count === 0) return [];
  const are = count === 1 ? '1 open school is' : `${number(count)} open schools are`;
  if (closed) return [`${are} not in this file, and closed now. Their groups and people stay.`];
  return [
    `${are} not in this file, which is more than a tenth of them, or the file broke off: they were left open.`,
    'If the file is the whole list and they have closed, import it again with --closing.',
  ];
};

/** The report of an import in words, a line each; of very many refused rows the first hundred are named. */
export const describeSchoolImport = ({
  added,
  changed,
  closed,
  unchanged,
  missing,
  refused,
}: SchoolImportReport): string =>
  [
    `Schools: ${number(added)} added, ${number(changed)} changed, ${number(closed)} closed, ${number(unchanged)} unchanged.`,
    ...missingSchools(missing),
    ...refusedRows(refused),
  ].join('\n');

/** The report of an import of links in words. */
export const describeSchoolLinks = (report: SchoolLinksReport): string =>
  [
    `Links: ${number(report.added)} added, ${number(report.changed)} changed, ${number(report.unchanged)} unchanged.`,
    `Passed over: ${number(report.other)} of other kinds, ${number(report.unknown)} with a school that is not in the register here.`,
    ...refusedRows(report.refused),
  ].join('\n');
