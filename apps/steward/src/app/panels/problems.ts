import { NoConnection, PairingEnded } from '../platform/steward-api';

/** What to say of a call that failed: the server's own words, or that there is no connection. */
export const wordsFor = (error: unknown): string => {
  if (error instanceof PairingEnded) return 'This phone’s pairing has ended.';
  return error instanceof NoConnection || !(error instanceof Error)
    ? 'The server cannot be reached. Check that this phone is online, then try again.'
    : error.message;
};
