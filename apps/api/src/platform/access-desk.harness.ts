import { type Row, row, staffOnly, supervisorsOnly } from './access-rows.harness';

/** Who may call what of the registration desk. */
export const DESK: Readonly<Record<string, Row>> = {
  'GET /api/conferences/{id}/roll': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/roll`),
  ),
  'GET /api/conferences/{id}/roll.html': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/roll.html?by=room`),
  ),
  'GET /api/conferences/{id}/refused-scans': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/refused-scans`),
  ),
  'GET /api/conferences/{id}/paper-list.pdf': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/paper-list.pdf`),
  ),
  'GET /api/missing-procedure': row(staffOnly(200), (by) => by.get('/missing-procedure')),
  'PUT /api/missing-procedure': row(staffOnly(200), async (by) => {
    const { version = 0 } = (await by.get('/missing-procedure')).body ?? {};
    return by.put('/missing-procedure', { text: 'Look at the roll.', version });
  }),
  'GET /api/conferences/{id}/missing-pupils': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/missing-pupils`),
  ),
  'POST /api/conferences/{id}/missing-pupils': row(staffOnly(201), (by, { conference, ticket }) =>
    by.post(`/conferences/${conference.id}/missing-pupils`, { ticketId: ticket.id, lastSeen: 'At lunch' }),
  ),
  'POST /api/missing-pupils/{id}/steps': row(staffOnly(201), (by, { missing }) =>
    by.post(`/missing-pupils/${missing}/steps`, { text: 'Rang the school' }),
  ),
  'POST /api/missing-pupils/{id}/closure': row(
    staffOnly(200),
    (by, { missing }) => by.post(`/missing-pupils/${missing}/closure`, { outcome: 'found-on-site' }),
    true,
  ),
  'GET /api/check-in/missing-pupils': row(supervisorsOnly(200), (by) => by.get('/check-in/missing-pupils')),
  'POST /api/check-in/missing-pupils': row(supervisorsOnly(201), (by, { ticket }) =>
    by.post('/check-in/missing-pupils', { ticketId: ticket.id, lastSeen: 'At lunch' }),
  ),
  'POST /api/check-in/missing-pupils/{id}/steps': row(supervisorsOnly(201), (by, { missing }) =>
    by.post(`/check-in/missing-pupils/${missing}/steps`, { text: 'Searched the first floor' }),
  ),
};
