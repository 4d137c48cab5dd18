import type { MissingPupil } from '@lectern/check-in';

/** An open record of a pupil, opened at 11 with nothing done yet; say what is different. */
export const aMissingPupil = (change: Partial<MissingPupil> = {}): MissingPupil => ({
  id: 'm1',
  ticketId: 'wren',
  displayName: 'Wren Oakley',
  school: 'Alder Academy',
  lastSeen: 'Let into Lab 2 at 10:02.',
  openedAt: '2027-03-09T11:00:00.000Z',
  openedBy: 'Pat Lowe',
  steps: [],
  closedAt: null,
  closedBy: null,
  outcome: null,
  ...change,
});
