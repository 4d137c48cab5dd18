import { figure } from '@lectern/core';
import type { MissingOutcome, MissingStep } from './door.contract';

/**
 * What to do, in this order, until the host has written its own procedure down. The times are the latest:
 * whoever has a reason to fear for the pupil goes straight to the last step.
 */
export const MISSING_PROCEDURE: readonly MissingStep[] = [
  {
    id: 'roll',
    title: 'Look at the roll',
    how: 'Do the doors show them as left, or in another room? Ask whoever let them in last.',
    after: 0,
    done: 'Looked at the roll, and asked at the door that saw them last.',
  },
  {
    id: 'leader',
    title: 'Ring the school’s visit leader',
    how: 'They know the pupil, their friends and their needs, and may have them already. They stay in charge of the pupil.',
    after: 0,
    done: 'Rang the school’s visit leader.',
  },
  {
    id: 'exits',
    title: 'Put a steward at every way out',
    how: 'Give them the name, the school and what the pupil wears. Nobody leaves with a pupil whom the visit leader has not named.',
    after: 5,
    done: 'Put stewards at every way out.',
  },
  {
    id: 'search',
    title: 'Search the building in pairs',
    how: 'Every room of the day, toilets, quiet and first-aid rooms, stairs, then outside. Nobody searches alone.',
    after: 5,
    done: 'Sent people in pairs to search the building and outside.',
  },
  {
    id: 'security',
    title: 'Tell campus security',
    how: 'They watch cameras and car parks, and bring the police to the right door.',
    after: 10,
    done: 'Told campus security.',
  },
  {
    id: 'parents',
    title: 'The school rings the parents',
    how: 'The visit leader rings them, not the university. They may have heard from the pupil.',
    after: 15,
    done: 'The visit leader rang the parents or carers.',
  },
  {
    id: 'police',
    title: 'Ring 999',
    how: 'After 20 minutes, or at once when the pupil may come to harm. Say that it is a missing child, and who waits for the police where.',
    after: 20,
    done: 'Rang 999.',
  },
];

export const MISSING_OUTCOME_WORDS: Readonly<Record<MissingOutcome, string>> = {
  'found-on-site': 'Found on site',
  'with-school': 'Was with the school',
  'left-site': 'Had left the site, and is safe',
  'emergency-services': 'Handed over to the emergency services',
};

/** How long it has been: `less than a minute`, `12 minutes`, `1 hour 5 minutes`. */
export const elapsedWords = (from: string, now: number): string => {
  const minutes = Math.max(0, Math.floor((now - Date.parse(from)) / 60_000));
  if (minutes === 0) return 'less than a minute';
  const hours = Math.floor(minutes / 60);
  const rest = figure(minutes % 60, 'minute');
  if (hours === 0) return rest;
  return minutes % 60 === 0 ? figure(hours, 'hour') : `${figure(hours, 'hour')} ${rest}`;
};
