const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
/** Day first, as everywhere in Britain. */
const BRITISH = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: .*)?$/;
const IN_WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]{3})[a-z]*[-, ]+(\d{4}|\d{2})$/i;

/** The years in which somebody on a roster can be born: pupils of two digits are of this century. */
const YEARS = { from: 1930, to: 2035 };

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const dateOf = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= YEARS.from && year <= YEARS.to ? date.toISOString().slice(0, 10) : undefined;
};

/** Reads a date of birth as schools write it, day before month: `03/05/2011`, `3 May 2011`, `2011-05-03`. */
export const readBirthDate = (cell: string): string | undefined => {
  const text = cell.trim();
  const iso = ISO.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = BRITISH.exec(text);
  if (british) return dateOf(fullYear(british[3] ?? ''), Number(british[2]), Number(british[1]));
  const [, day = '', month = '', year = ''] = IN_WORDS.exec(text) ?? [];
  return day === ''
    ? undefined
    : dateOf(fullYear(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
};
