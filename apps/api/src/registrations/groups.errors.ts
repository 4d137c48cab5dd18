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

const OFFER_ENDS: Readonly<Record<string, string>> = {
  accepted: 'This offer was accepted already. The places are yours.',
  declined: 'This offer was declined already. Its places went to another school.',
  expired: 'This offer has run out. Its places go to the next school.',
  withdrawn: 'This offer was taken back, since the group or the conference has changed.',
};

export const offerOver = (status: string | undefined): DomainError =>
  new DomainError(
    'gone',
    'offer-over',
    OFFER_ENDS[status ?? ''] ?? 'There is no open offer for this group any more.',
  );

/** `wasDone`: the places of this conference were shared out before. */
export const allocationNotDue = (wasDone: boolean): DomainError =>
  new DomainError(
    'conflict',
    'allocation-not-due',
    wasDone
      ? 'The places of this conference have been shared out. That happens once, and its criteria stay as they were.'
      : 'Places are shared out when registration is closed, and only at a conference that gives them fairly.',
  );

export const allocationChanged = (): DomainError =>
  new DomainError(
    'conflict',
    'allocation-changed',
    'Groups, schools or numbers have changed since you tried this out. Nothing was published. Try it out again and look at the result.',
  );
