import { newId } from '@lectern/core';
import { phones, type Row, row, staffOnly, supervisorsOnly } from './access-rows.harness';

const SETTLED = { reason: 'Looked at both badges' };

/** Who may call what of phones that work by themselves, and of what comes of it. */
export const DOOR: Readonly<Record<string, Row>> = {
  'POST /api/check-in/contact': row(phones(200), (by) =>
    by.post('/check-in/contact', {
      sentAt: '2027-01-12T09:00:00Z',
      queued: 0,
      parked: 0,
      appVersion: '0.1.0',
    }),
  ),
  'GET /api/check-in/admissions': row(phones(200), (by) => by.get('/check-in/admissions')),
  'POST /api/check-in/party-arrivals': row(phones(200), (by, { group, stewards }) =>
    by.post('/check-in/party-arrivals', {
      id: newId(),
      checkpointId: stewards.checkpoints[0]!.id,
      groupId: group.id,
      absentTicketIds: [],
      scannedAt: '2027-01-12T09:00:00Z',
    }),
  ),
  'POST /api/check-in/day-end': row(supervisorsOnly(200), (by) => by.post('/check-in/day-end', {})),
  'POST /api/conferences/{id}/day-end': row(staffOnly(200), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/day-end`, {}),
  ),
  // Taken back once, it answers the same to whoever may take it back.
  'POST /api/check-in/scans/{id}/annulment': row(phones(200), (by, { scan }) =>
    by.post(`/check-in/scans/${scan}/annulment`, { reason: 'Wrong badge' }),
  ),
  'GET /api/conferences/{id}/conflicts': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/conflicts`),
  ),
  'POST /api/conflicts/{id}/settlement': row(
    staffOnly(200),
    (by, { conflict }) => by.post(`/conflicts/${conflict}/settlement`, SETTLED),
    true,
  ),
  'POST /api/check-in/conflicts/{id}/settlement': row(
    supervisorsOnly(200),
    (by, { conflict }) => by.post(`/check-in/conflicts/${conflict}/settlement`, SETTLED),
    true,
  ),
};
