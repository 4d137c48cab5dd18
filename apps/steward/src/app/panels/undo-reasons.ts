/** Why a scan is taken back; each is one tap, since a queue is waiting. */
export const UNDO_REASONS = ['Wrong badge', 'Scanned twice', 'Did not go in', 'Another reason'] as const;
