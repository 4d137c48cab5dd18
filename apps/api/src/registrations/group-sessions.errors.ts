import { type Clash, clashWords, titlesInWords } from '@lectern/conferences';
import { DomainError, validationFailed } from '@lectern/core';

/** One field that is wrong. */
export const wrongField = (field: string, code: string, message: string): DomainError =>
  validationFailed([{ field, code, message }]);

export const groupClash = (clashes: readonly Clash[], field: string): DomainError => {
  const errors = clashes.map((clash) => ({
    field,
    code: `${clash.kind}-taken`,
    message: `${clashWords(clash)} Take it out of that session first, or move it.`,
  }));
  return new DomainError('conflict', 'programme-clash', errors[0]?.message ?? '', { errors });
};

/** More people than a room holds, with the numbers. */
export const roomFull = (field: string, message: string, seatsLeft: number): DomainError =>
  new DomainError('conflict', 'room-full', message, {
    errors: [{ field, code: 'room-full', message }],
    details: { seatsLeft },
  });

export const groupsPlaced = (title: string, schools: readonly string[]): DomainError => {
  const who = schools.length === 1 ? `${schools[0] ?? 'A group'} is` : `${schools.length} groups are`;
  return new DomainError(
    'conflict',
    'programme-in-use',
    `${who} placed in ${titlesInWords([title])}. Move ${schools.length === 1 ? 'it' : 'them'} to another session first.`,
  );
};

export const choicesClosed = (why: string): DomainError =>
  new DomainError('conflict', 'session-choices-closed', why);

export const planStale = (): DomainError =>
  new DomainError(
    'conflict',
    'session-plan-stale',
    'Groups, choices or the programme have changed since you worked the sessions out, so nothing was published. Work them out again and look once more.',
  );

export const programmeNotPublished = (): DomainError =>
  new DomainError(
    'conflict',
    'programme-not-published',
    'Publish the programme first, so that schools can read where their groups go.',
  );

export const conferenceOver = (): DomainError =>
  new DomainError(
    'conflict',
    'conference-over',
    'This conference is over, so its sessions can no longer be changed.',
  );
