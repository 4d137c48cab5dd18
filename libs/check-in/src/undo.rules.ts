/** A phone takes back its own scan within so many minutes; a supervisor at any time. */
export const UNDO_MINUTES = 15;

/** Whether a scan may still be taken back by the phone that made it; both moments by the server's clock. */
export const mayUndo = (scannedAt: string, annulledAt: string): boolean =>
  Date.parse(annulledAt) - Date.parse(scannedAt) <= UNDO_MINUTES * 60_000;
