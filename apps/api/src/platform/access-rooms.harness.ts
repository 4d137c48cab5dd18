import { newId } from '@lectern/core';
import { type Row, row, staffOnly, type World } from './access-rows.harness';

/** A supervisor’s phone only: a steward’s is told that a supervisor may, everybody else is no phone. */
const supervisors = (status: number): number[] => [401, 401, 401, 401, 401, 401, 403, status];

const aPerson = (world: World) => ({
  id: newId(),
  checkpointId: world.stewards.checkpoints[0]!.id,
  givenName: 'Wren',
  familyName: 'Oakley',
  yearGroup: 9,
  reason: 'Came on the coach',
  scannedAt: '2027-01-12T09:00:00.000Z',
});

/** Who may put people on a list on the day. */
export const ROOMS: Readonly<Record<string, Row>> = {
  // The list of this group is open still: whoever may add walk-ins is told so, and nobody else.
  'POST /api/check-in/walk-ins': row(supervisors(409), (by, world) =>
    by.post('/check-in/walk-ins', { ...aPerson(world), groupId: world.group.id, kind: 'pupil' }),
  ),
  'POST /api/check-in/substitutions': row(
    supervisors(200),
    (by, world) => by.post('/check-in/substitutions', { ...aPerson(world), ticketId: world.ticket.id }),
    true,
  ),
  'GET /api/check-in/tickets/{ticketId}/badge.pdf': row(supervisors(200), (by, { ticket }) =>
    by.get(`/check-in/tickets/${ticket.id}/badge.pdf`),
  ),
  'POST /api/conferences/{id}/walk-ins': row(staffOnly(409), (by, { conference, group }) =>
    by.post(`/conferences/${conference.id}/walk-ins`, {
      groupId: group.id,
      kind: 'adult',
      givenName: 'Wren',
      familyName: 'Oakley',
      reason: 'Rang from the coach',
    }),
  ),
};
