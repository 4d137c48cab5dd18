import { newId, usualCalendar } from '@lectern/core';
import type { SeriesWithSessions } from '@lectern/cpd';
import type { Caller } from '../../app.harness';
import { aCpdSession } from '../cpd.harness';
import { byEverybody, type CpdRow, cpdRow, type CpdWorld, only } from '../cpd-access-rows.harness';

const aTopic = () => ({
  title: `Topic ${newId()}`,
  qualification: 'gcse',
  tier: 'higher',
  contentCodes: ['N8'],
});

/** A series of the programme whose one session is a draft, with a gap task. */
const aSeries = async ({ callers: { staff }, cpd }: CpdWorld): Promise<SeriesWithSessions> => {
  const made = await staff.post<SeriesWithSessions>('/cpd/series', {
    programmeId: cpd.programme.id,
    title: 'Ratio over a year',
  });
  const path = `/cpd/series/${made.body.id}`;
  const session = await staff.post('/cpd/sessions', aCpdSession(cpd, { seriesId: made.body.id }));
  const task = { afterSessionId: session.body.id, title: 'A bar model', text: 'In one lesson.' };
  return (await staff.post<SeriesWithSessions>(`${path}/gap-tasks`, task)).body;
};

/** A draft programme, which is nobody’s to see but those who plan and mentors. */
const aDraftProgramme = async ({ callers: { staff } }: CpdWorld): Promise<string> =>
  (await staff.post('/cpd/programmes', { academicYear: '2026/27', title: 'Not yet told' })).body.id;

const ofSeries =
  (
    ask: (
      by: Caller,
      path: string,
      taskPath: string,
      series: SeriesWithSessions,
    ) => ReturnType<CpdRow['ask']>,
  ) =>
  async (by: Caller, world: CpdWorld) => {
    const series = await aSeries(world);
    const path = `/cpd/series/${series.id}`;
    return ask(by, path, `${path}/gap-tasks/${series.gapTasks[0]?.id}`, series);
  };

const SIGNED_IN = [401, 200, 200, 200, 200, 200, 200, 200, 401];
const DRAFTS = [404, 404, 404, 200, 404, 404, 404, 200, 404];
const VOTERS = only(200, 'teacher', 'other teacher', 'coordinator');

/** Who may plan, and what everybody may read of the plan. */
export const PLANNING: Readonly<Record<string, CpdRow>> = {
  'GET /api/cpd/topics': cpdRow(byEverybody(200), (by) => by.get('/cpd/topics')),
  'GET /api/cpd/topics/demand': cpdRow(SIGNED_IN, (by) => by.get('/cpd/topics/demand')),
  'POST /api/cpd/topics': cpdRow(only(201, 'staff'), (by) => by.post('/cpd/topics', aTopic())),
  'PATCH /api/cpd/topics/{id}': cpdRow(only(200, 'staff'), (by, { cpd }) =>
    by.patch(`/cpd/topics/${cpd.topic.id}`, { summary: 'Why it is hard.' }),
  ),
  // A mark is personal: staff make none.
  'PUT /api/cpd/topics/{id}/vote': cpdRow(VOTERS, (by, { cpd }) =>
    by.put(`/cpd/topics/${cpd.topic.id}/vote`, {}),
  ),
  'DELETE /api/cpd/topics/{id}/vote': cpdRow(VOTERS, (by, { cpd }) =>
    by.delete(`/cpd/topics/${cpd.topic.id}/vote`),
  ),
  'GET /api/academic-years/{slug}/calendar': cpdRow(byEverybody(200), (by) =>
    by.get('/academic-years/2026-27/calendar'),
  ),
  'PUT /api/academic-years/{slug}/calendar': cpdRow(only(200, 'staff'), (by) =>
    by.put('/academic-years/2031-32/calendar', { halfTerms: usualCalendar('2031/32').halfTerms }),
  ),
  'GET /api/cpd/programmes': cpdRow(byEverybody(200), (by) => by.get('/cpd/programmes')),
  // A draft exists for those who plan and for mentors.
  'GET /api/cpd/programmes/{id}': cpdRow(DRAFTS, async (by, world) =>
    by.get(`/cpd/programmes/${await aDraftProgramme(world)}`),
  ),
  'GET /api/cpd/programmes/{id}/plan': cpdRow(only(200, 'mentor', 'staff'), (by, { cpd }) =>
    by.get(`/cpd/programmes/${cpd.programme.id}/plan`),
  ),
  'POST /api/cpd/programmes': cpdRow(only(201, 'staff'), (by) =>
    by.post('/cpd/programmes', { academicYear: '2026/27', title: 'Another programme' }),
  ),
  'PATCH /api/cpd/programmes/{id}': cpdRow(only(200, 'staff'), (by, { cpd }) =>
    by.patch(`/cpd/programmes/${cpd.programme.id}`, { label: 'TIME team' }),
  ),
  'GET /api/cpd/series': cpdRow(byEverybody(200), (by) => by.get('/cpd/series')),
  'GET /api/cpd/series/{id}': cpdRow(
    DRAFTS,
    ofSeries((by, path) => by.get(path)),
  ),
  'POST /api/cpd/series': cpdRow(only(201, 'staff'), (by, { cpd }) =>
    by.post('/cpd/series', { programmeId: cpd.programme.id, title: 'Another series' }),
  ),
  'PATCH /api/cpd/series/{id}': cpdRow(
    only(200, 'staff'),
    ofSeries((by, path) => by.patch(path, { sessionsExpected: 1 })),
  ),
  'DELETE /api/cpd/series/{id}': cpdRow(only(204, 'staff'), async (by, { callers: { staff }, cpd }) => {
    const empty = await staff.post('/cpd/series', { programmeId: cpd.programme.id, title: 'An empty one' });
    return by.delete(`/cpd/series/${empty.body.id}`);
  }),
  'POST /api/cpd/series/{id}/gap-tasks': cpdRow(
    only(201, 'staff'),
    ofSeries((by, path, _, { sessions }) =>
      by.post(`${path}/gap-tasks`, { afterSessionId: sessions[0]?.id, title: 'Another', text: 'Try it.' }),
    ),
  ),
  'PATCH /api/cpd/series/{id}/gap-tasks/{taskId}': cpdRow(
    only(200, 'staff'),
    ofSeries((by, _, taskPath) => by.patch(taskPath, { text: 'Try it twice.' })),
  ),
  'DELETE /api/cpd/series/{id}/gap-tasks/{taskId}': cpdRow(
    only(200, 'staff'),
    ofSeries((by, _, taskPath) => by.delete(taskPath)),
  ),
  'GET /api/cpd/sessions': cpdRow(byEverybody(200), (by) => by.get('/cpd/sessions')),
  'GET /api/cpd/sessions/{id}': cpdRow(DRAFTS, (by, { draft }) => by.get(`/cpd/sessions/${draft.id}`)),
  'POST /api/cpd/sessions': cpdRow(only(201, 'staff'), (by, { cpd }) =>
    by.post('/cpd/sessions', aCpdSession(cpd)),
  ),
  'PATCH /api/cpd/sessions/{id}': cpdRow(only(200, 'staff'), (by, { session }) =>
    by.patch(`/cpd/sessions/${session.id}`, { teacherPlaces: 12 }),
  ),
  'POST /api/cpd/sessions/{id}/transitions': cpdRow(
    only(200, 'staff'),
    (by, { draft }) => by.post(`/cpd/sessions/${draft.id}/transitions`, { to: 'published' }),
    true,
  ),
};
