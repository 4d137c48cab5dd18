import { DateTime } from 'luxon';

const ZONE = 'Europe/London';

/** A date and a time as one types them, on the clocks of London: `2027-03-09` and `09:30`; empty until typed. */
export interface LocalMoment {
  readonly date: string;
  readonly time: string;
}

export const NO_MOMENT: LocalMoment = { date: '', time: '' };

/** The instant as London's calendar and clock show it. */
export const toLocal = (instant: string): LocalMoment => {
  const there = DateTime.fromISO(instant, { zone: ZONE });
  return { date: there.toFormat('yyyy-MM-dd'), time: there.toFormat('HH:mm') };
};

/** The instant that London's clock shows so, in UTC; null when part is missing or the clock leaps over that hour. */
export const fromLocal = ({ date, time }: LocalMoment): string | null => {
  const there = DateTime.fromISO(`${date}T${time}`, { zone: ZONE });
  if (!date || !time || !there.isValid || there.toFormat('HH:mm') !== time.slice(0, 5)) return null;
  return there.toUTC().toISO({ suppressMilliseconds: true });
};

/** The date so many days later (earlier when negative), by the calendar. */
export const daysAfter = (date: string, days: number): string => {
  const there = DateTime.fromISO(date, { zone: ZONE }).plus({ days });
  return there.isValid ? there.toFormat('yyyy-MM-dd') : '';
};
