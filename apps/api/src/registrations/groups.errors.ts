import { DomainError } from '@lectern/core';

export const registrationClosed = (): DomainError =>
  new DomainError(
    'conflict',
    'registration-closed',
    'Registration for this conference is not open. Its page says when it opens and closes.',
  );

export const alreadyRegistered = (groupId: string | undefined): DomainError =>
  new DomainError(
    'conflict',
    'already-registered',
    'Your school has a group for this conference already. Change that group instead of registering another.',
    { details: groupId === undefined ? {} : { groupId } },
  );

export const schoolCapReached = (cap: number): DomainError =>
  new DomainError(
    'conflict',
    'school-cap-reached',
    `One school may bring ${cap} pupils to this conference. Lower the fewest pupils you would bring to ${cap} or less.`,
    { details: { schoolCap: cap } },
  );

export const groupCancelled = (): DomainError =>
  new DomainError(
    'conflict',
    'group-cancelled',
    'This group was cancelled and can no longer be changed. Register a new one.',
  );
