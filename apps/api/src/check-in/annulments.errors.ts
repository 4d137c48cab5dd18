import { DomainError, notFound } from '@lectern/core';

/** Why a scan is not taken back. */
export type AnnulmentRefusal = 'unknown-scan' | 'not-your-scan' | 'scan-not-counted' | 'undo-window-passed';

export const annulmentRefused = (refusal: AnnulmentRefusal): DomainError => {
  switch (refusal) {
    case 'unknown-scan':
      return notFound('scan');
    case 'not-your-scan':
      return new DomainError(
        'conflict',
        'not-your-scan',
        'Another phone made this scan. A supervisor may take it back.',
      );
    case 'scan-not-counted':
      return new DomainError(
        'conflict',
        'scan-not-counted',
        'This scan let nobody in or out, so there is nothing to take back.',
      );
    case 'undo-window-passed':
      return new DomainError(
        'conflict',
        'undo-window-passed',
        'A scan is taken back within 15 minutes. A supervisor may do so later.',
      );
  }
};
