import { aCpdSession } from '../cpd.harness';
import { byEverybody, type CpdRow, cpdRow, only } from '../cpd-access-rows.harness';

/** Who may plan, and what everybody may read of the plan. */
export const PLANNING: Readonly<Record<string, CpdRow>> = {
  'GET /api/cpd/topics': cpdRow(byEverybody(200), (by) => by.get('/cpd/topics')),
  'GET /api/cpd/sessions': cpdRow(byEverybody(200), (by) => by.get('/cpd/sessions')),
  // A draft exists for those who plan and for mentors.
  'GET /api/cpd/sessions/{id}': cpdRow([404, 404, 404, 200, 404, 404, 404, 200, 404], (by, { draft }) =>
    by.get(`/cpd/sessions/${draft.id}`),
  ),
  'POST /api/cpd/programmes': cpdRow(only(201, 'staff'), (by) =>
    by.post('/cpd/programmes', { academicYear: '2026/27', title: 'Another programme' }),
  ),
  'POST /api/cpd/sessions': cpdRow(only(201, 'staff'), (by, { cpd }) =>
    by.post('/cpd/sessions', aCpdSession(cpd)),
  ),
  'POST /api/cpd/sessions/{id}/transitions': cpdRow(
    only(200, 'staff'),
    (by, { draft }) => by.post(`/cpd/sessions/${draft.id}/transitions`, { to: 'published' }),
    true,
  ),
};
