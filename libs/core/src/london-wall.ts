const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/**
 * What London's calendar and clock show at an instant, as milliseconds that count as if London had no summer time: whole
 * days are 24 hours apart, whatever the clocks do between them.
 */
export const londonWall = (instant: Date): number => {
  const found: Record<string, number> = {};
  for (const { type, value } of CLOCK.formatToParts(instant)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour, minute, second, instant.getUTCMilliseconds());
};

/** The instant at which London's clock shows so: the first of two in autumn, an hour later where spring leaps over it. */
export const instantOfLondonWall = (wall: number): Date => {
  const inSummer = new Date(wall - HOUR);
  return londonWall(inSummer) === wall ? inSummer : new Date(wall);
};
