import { type Row, row, staffOnly } from './access-rows.harness';

/** Who may call what of the registration desk. */
export const DESK: Readonly<Record<string, Row>> = {
  'GET /api/conferences/{id}/roll': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/roll`),
  ),
  'GET /api/conferences/{id}/roll.html': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/roll.html?by=room`),
  ),
};
