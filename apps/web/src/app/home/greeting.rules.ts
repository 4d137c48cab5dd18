import { londonClock } from '@lectern/core';

/** `Good morning, Priya`: by London's clock, with the first of a person's names. */
export const greeting = (name: string, now: Date): string => {
  const hour = Number(londonClock(now).slice(0, 2));
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const first = name.trim().split(/\s+/)[0] ?? '';
  return first ? `Good ${part}, ${first}` : `Good ${part}`;
};
