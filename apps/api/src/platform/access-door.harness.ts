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
