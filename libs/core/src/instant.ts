const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(:(\d\d)(\.\d{1,9})?)?(Z|[+-](\d\d):(\d\d))$/;

// What every database can hold; four digits of a year with an offset may leave it.
const FIRST = Date.UTC(1000, 0, 1);
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Whether the text is one moment in time: an ISO 8601 date and time with an offset or Z, on a day that exists.
 * Dates alone, week dates and local times are not: they mean different moments to different readers.
 */
export const isInstant = (text: unknown): text is string => {
  if (typeof text !== 'string') return false;
  const match = INSTANT.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const second = Number(match[7] ?? 0);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const offsetFits = match[9] === 'Z' || (Number(match[10]) <= 14 && Number(match[11]) <= 59);
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= lastDay &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    offsetFits &&
    Date.parse(text) >= FIRST &&
    Date.parse(text) <= LAST
  );
};
