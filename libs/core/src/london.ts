/** How dates and times are shown: always Europe/London, whatever the device says. */
const ZONE = 'Europe/London';

const parts = (instant: string | Date, options: Intl.DateTimeFormatOptions): Record<string, string> => {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  const found: Record<string, string> = {};
  for (const part of new Intl.DateTimeFormat('en-GB', { ...options, timeZone: ZONE }).formatToParts(date)) {
    found[part.type] = part.value;
  }
  return found;
};

/** `Tuesday 9 March 2027` */
export const londonDate = (instant: string | Date): string => {
  const p = parts(instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${p['weekday']} ${p['day']} ${p['month']} ${p['year']}`;
};

/** `9 Mar 2027` */
export const londonShortDate = (instant: string | Date): string => {
  const p = parts(instant, { day: 'numeric', month: 'short', year: 'numeric' });
  return `${p['day']} ${p['month']} ${p['year']}`;
};

/** `9.30am`, `12pm`, `2.05pm` */
export const londonTime = (instant: string | Date): string => {
  const p = parts(instant, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const hour = Number(p['hour']);
  const minute = p['minute'] === '00' ? '' : `.${p['minute']}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute}${hour < 12 ? 'am' : 'pm'}`;
};

/** `09:12`, for tables and doors. */
export const londonClock = (instant: string | Date): string => {
  const p = parts(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${p['hour']}:${p['minute']}`;
};

/** `Tuesday 9 March 2027, 9.30am` */
export const londonDateTime = (instant: string | Date): string =>
  `${londonDate(instant)}, ${londonTime(instant)}`;
