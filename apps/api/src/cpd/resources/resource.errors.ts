import { type DomainError, validationFailed } from '@lectern/core';

/** The refusal of a file, with what is wrong with it in words. */
export const refuseFile = (code: string, message: string): DomainError =>
  validationFailed([{ field: 'file', code, message }]);

export const refuseField = (field: string, code: string, message: string): DomainError =>
  validationFailed([{ field, code, message }]);

export const needsSession = (): DomainError =>
  refuseField(
    'audience',
    'no-session',
    'Choose a session whose people may open it, or share it with the partnership.',
  );
