import { foldText } from '@lectern/core';

/** The readable part of a conference's address, from its title and year: `year-10-maths-day-2027`. */
export const slugOf = (title: string, startsAt: Date): string => {
  const words = foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const year = String(startsAt.getUTCFullYear());
  const stem = words === '' ? 'conference' : words;
  return stem.endsWith(year) ? stem : `${stem}-${year}`;
};
