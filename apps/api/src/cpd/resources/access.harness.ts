import { type CpdRow, cpdRow, only } from '../cpd-access-rows.harness';
import { A_LINK, aResource, shareFile } from './shelf.harness';

const READERS = [
  'trainee',
  'other trainee',
  'mentor',
  'teacher',
  'other teacher',
  'coordinator',
  'staff',
] as const;
/** Whoever shared it, and staff. */
const IN_CHARGE = ['teacher', 'staff'] as const;
/** No caller but these gives the session or has a place in it. */
const OF_THE_SESSION = ['mentor', 'staff'] as const;

/** Who may read, share and change what is on the shelf. The file is the teacher’s, for the partnership. */
export const RESOURCES: Readonly<Record<string, CpdRow>> = {
  'GET /api/cpd/resources': cpdRow(only(200, ...READERS), (by) => by.get('/cpd/resources')),
  'POST /api/cpd/resources': cpdRow(only(201, ...READERS), (by, { cpd }) =>
    by.post('/cpd/resources', aResource({ topicId: cpd.topic.id }, { url: A_LINK })),
  ),
  'GET /api/cpd/resources/{id}': cpdRow(only(200, ...OF_THE_SESSION), (by, { shelf }) =>
    by.get(`/cpd/resources/${shelf.ofSession.id}`),
  ),
  'PATCH /api/cpd/resources/{id}': cpdRow(only(200, ...IN_CHARGE), (by, { shelf }) =>
    by.patch(`/cpd/resources/${shelf.shared.id}`, { title: 'Surds as lengths' }),
  ),
  'POST /api/cpd/resources/{id}/versions': cpdRow(only(201, ...IN_CHARGE), (by, { shelf, cpd }) =>
    shareFile(
      by,
      aResource({ topicId: cpd.topic.id }),
      undefined,
      `/cpd/resources/${shelf.shared.id}/versions`,
    ),
  ),
  'POST /api/cpd/resources/{id}/withdrawal': cpdRow(
    only(204, ...IN_CHARGE),
    (by, { shelf }) => by.post(`/cpd/resources/${shelf.shared.id}/withdrawal`),
    true,
  ),
  'GET /api/cpd/resources/{id}/versions/{version}': cpdRow(only(200, ...READERS), (by, { shelf }) =>
    by.get(`/cpd/resources/${shelf.shared.id}/versions/1`),
  ),
};
