import { type Clash, clashWords, type ProgrammeSession, titlesInWords } from '@lectern/conferences';
import { DomainError, validationFailed } from '@lectern/core';

const FIELDS = { room: 'roomId', speaker: 'speakerIds', group: 'groupId' } as const;
const MEND = {
  room: 'Choose another room or another time.',
  speaker: 'Choose another speaker or another time.',
  group: 'Take it out of that session first, or choose another time.',
} as const;

/** What is wanted twice at once, said at its field; or all at one field, when a slot is moved. */
export const programmeClash = (clashes: readonly Clash[], field?: string): DomainError => {
  const errors = clashes.map((clash) => ({
    field: field ?? FIELDS[clash.kind],
    code: `${clash.kind}-taken`,
    message: `${clashWords(clash)} ${MEND[clash.kind]}`,
  }));
  return new DomainError('conflict', 'programme-clash', errors[0]?.message ?? '', { errors });
};

export const programmeInUse = (name: string, sessions: readonly ProgrammeSession[]): DomainError =>
  new DomainError(
    'conflict',
    'programme-in-use',
    `${name} is used by ${titlesInWords(sessions.map(({ title }) => title))}. Move or remove ${sessions.length === 1 ? 'that session' : 'those sessions'} first.`,
  );

export const conferenceOver = (): DomainError =>
  new DomainError(
    'conflict',
    'conference-over',
    'This conference is over, so its programme can no longer be changed.',
  );

/** One field that is wrong. */
export const wrongField = (field: string, code: string, message: string): DomainError =>
  validationFailed([{ field, code, message }]);
