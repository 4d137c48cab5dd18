import { londonDateTime } from '@lectern/core';
import { actionWords, type AuditRecord, detailWords, objectWords } from '@lectern/identity';

/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front. Then quoted, with
 * its quotation marks doubled.
 */
export const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r\n]/.test(text.trimStart()) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

const HEADING = [
  'When',
  'UTC',
  'Who',
  'Who (id)',
  'What',
  'Action',
  'Thing',
  'Thing (id)',
  'Details',
  'Request',
];

const line = (cells: readonly string[]): string => cells.map(csvCell).join(',');

/** Audit records as comma-separated values, with a byte order mark so that spreadsheets read the letters right. */
export const auditCsv = (records: readonly AuditRecord[], more: boolean): string => {
  const rows = records.map(({ at, actor, action, objectKind, objectId, details, correlationId }) =>
    line([
      londonDateTime(at),
      at,
      actor.name ?? (actor.kind === 'system' ? 'No account' : actor.kind),
      actor.id ?? '',
      actionWords(action),
      action,
      objectWords(objectKind),
      objectId ?? '',
      detailWords(details),
      correlationId ?? '',
    ]),
  );
  const end = more ? [line(['There are more records. Choose a shorter time to export the rest.'])] : [];
  return `\uFEFF${[line(HEADING), ...rows, ...end].join('\r\n')}\r\n`;
};
