import { newId, usualCalendar } from '@lectern/core';
import type { CpdProgramme, SeriesWithSessions, YearPlan } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSession, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { PlanSources } from './plan-sources';

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
});

afterAll(() => test.close());

describe('the calendar of an academic year', () => {
  const path = '/academic-years/2029-30/calendar';
  const { halfTerms } = usualCalendar('2029/30');

  it('is the usual one until the host sets its own, and says so', async () => {
    expect((await test.anyone.get(path)).body).toEqual({ year: '2029/30', halfTerms, isUsual: true });
    const own = halfTerms.map((dates, at) => (at === 0 ? { ...dates, startsOn: '2029-09-05' } : dates));
    expect((await staff.put(path, { halfTerms: own })).body).toEqual({
      year: '2029/30',
      halfTerms: own,
      isUsual: false,
    });
    expect((await staff.put(path, { halfTerms })).body).toMatchObject({ halfTerms, isUsual: false });
  });

  it('is refused field by field when half-terms overlap or leave the year, and stays as it was', async () => {
    const before = (await test.anyone.get(path)).body;
    const wrong = halfTerms.map((dates, at) => {
      if (at === 1) return { ...dates, startsOn: halfTerms[0]!.endsOn };
      return at === 5 ? { ...dates, endsOn: '2030-09-01' } : dates;
    });
    const { status, body } = await staff.put(path, { halfTerms: wrong });
    expect(status).toBe(400);
    expect(body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual(
      ['halfTerms[1].startsOn overlaps', 'halfTerms[5].endsOn outside-year'],
    );
    expect((await test.anyone.get(path)).body).toEqual(before);
    for (const slug of ['2029', '2029-31', '2029%2F30', 'x']) {
      expect((await test.anyone.get(`/academic-years/${slug}/calendar`)).status).toBe(404);
    }
  });

  it('is set once when several set the first at once', async () => {
    const first = '/academic-years/2030-31/calendar';
    const body = { halfTerms: usualCalendar('2030/31').halfTerms };
    const answers = await Promise.all(Array.from({ length: 6 }, () => staff.put(first, body)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const rows = await test.database.select('SELECT id FROM academic_calendars WHERE academic_year = ?', [
      '2030/31',
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('a programme', () => {
  it('is a draft for those who plan until it is opened, and then goes by the table', async () => {
    const { body: programme } = await staff.post<CpdProgramme>('/cpd/programmes', {
      academicYear: '2027/28',
      title: 'Next year',
    });
    expect(programme).toMatchObject({ status: 'draft', label: 'Work Group' });
    const path = `/cpd/programmes/${programme.id}`;
    const ids = async (caller: Caller) =>
      (await caller.get('/cpd/programmes')).body.items.map(({ id }: CpdProgramme) => id);
    expect(await ids(test.anyone)).not.toContain(programme.id);
    expect(await ids(staff)).toContain(programme.id);
    expect(await staff.patch(path, { status: 'closed' })).toMatchObject({
      status: 409,
      body: { code: 'transition-not-allowed', allowed: ['open'] },
    });
    expect((await staff.patch(path, { status: 'open', label: ' TIME team ' })).body).toEqual({
      ...programme,
      status: 'open',
      label: 'TIME team',
    });
    expect(await ids(test.anyone)).toContain(programme.id);
    expect((await staff.patch(path, { status: 'open' })).status).toBe(200);
    expect((await staff.patch(path, { status: 'draft' })).status).toBe(409);
    expect((await staff.patch(path, { academicYear: '2028/29' })).status).toBe(400);
    expect((await staff.patch(`/cpd/programmes/${newId()}`, { title: 'Nobody’s' })).status).toBe(404);
  });

  it('has as many sessions expected in each half-term as were last said', async () => {
    const path = `/cpd/programmes/${(await aCpdProgramme(staff)).programme.id}`;
    await staff.patch(path, { expected: [{ halfTerm: 'spring-2', sessions: 3 }] });
    expect((await staff.patch(path, { summary: 'For five schools.' })).body.expected).toEqual({
      'autumn-1': 0,
      'autumn-2': 0,
      'spring-1': 0,
      'spring-2': 3,
      'summer-1': 0,
      'summer-2': 0,
    });
  });
});

describe('the plan of a year', () => {
  it('counts expected, planned, staffed and delivered in each half-term, by the host’s own dates', async () => {
    const own = await aCpdProgramme(staff);
    await staff.patch(`/cpd/programmes/${own.programme.id}`, {
      expected: [{ halfTerm: 'spring-2', sessions: 3 }],
    });
    const staffed = await aCpdSessionThatIs(staff, own, 'published');
    const bare = await aCpdSessionThatIs(staff, own, 'draft');
    test.app
      .get(PlanSources)
      .provideStaffing((ids) =>
        Promise.resolve(
          new Map(ids.map((id) => [id, { presenters: [], approved: id === staffed.id ? 2 : 0 }])),
        ),
      );
    test.app
      .get(PlanSources)
      .provideVisits(() => Promise.resolve([{ lessonStartsAt: '2027-03-02T10:00:00Z', status: 'visited' }]));
    const plan = async (): Promise<YearPlan> =>
      (await staff.get<YearPlan>(`/cpd/programmes/${own.programme.id}/plan`)).body;
    const before = await plan();
    expect(before.halfTerms).toHaveLength(6);
    expect(before.halfTerms.find(({ halfTerm }) => halfTerm === 'spring-2')).toMatchObject({
      expected: 3,
      planned: 2,
      staffed: 1,
      delivered: 0,
      missing: 1,
      visits: 1,
      unstaffed: [{ id: bare.id, lacks: 2 }],
    });
    // The host’s spring half-term begins later: what lies before it is in the holidays, and not hidden.
    const halfTerms = usualCalendar('2026/27').halfTerms.map((dates) =>
      dates.halfTerm === 'spring-2' ? { ...dates, startsOn: '2027-03-10' } : dates,
    );
    await staff.put('/academic-years/2026-27/calendar', { halfTerms });
    expect((await plan()).outside).toMatchObject({ planned: 2, visits: 1 });
    expect((await staff.get(`/cpd/programmes/${newId()}/plan`)).status).toBe(404);
  });
});

describe('a series', () => {
  const aSeries = async (): Promise<SeriesWithSessions> =>
    (await staff.post<SeriesWithSessions>('/cpd/series', { programmeId: cpd.programme.id, title: 'Ratio' }))
      .body;
  const seen = (caller: Caller, { id }: SeriesWithSessions) => caller.get(`/cpd/series/${id}`);
  const addTask = (series: SeriesWithSessions, afterSessionId: string, title = 'A bar model') =>
    staff.post<SeriesWithSessions>(`/cpd/series/${series.id}/gap-tasks`, {
      afterSessionId,
      title,
      text: 'In one lesson.',
    });

  it('is for everybody once one of its sessions is, with that one and its task only', async () => {
    const series = await aSeries();
    const inIt = { seriesId: series.id };
    const draft = await aCpdSessionThatIs(staff, cpd, 'draft', inIt);
    await addTask(series, draft.id, 'For those who plan');
    expect((await seen(test.anyone, series)).status).toBe(404);
    const open = await aCpdSessionThatIs(staff, cpd, 'published', inIt);
    await addTask(series, open.id);
    expect((await seen(test.anyone, series)).body).toMatchObject({
      programmeLabel: cpd.programme.label,
      sessions: [{ id: open.id }],
      gapTasks: [{ afterSessionId: open.id, title: 'A bar model', text: 'In one lesson.' }],
    });
    expect((await seen(staff, series)).body.sessions).toHaveLength(2);
    expect((await seen(staff, series)).body.gapTasks).toHaveLength(2);
    const other = await aCpdProgramme(staff);
    const { items } = (await staff.get(`/cpd/series?programmeId=${other.programme.id}`)).body;
    expect(items).toEqual([]);
  });

  it('is changed, and stays in its programme', async () => {
    const series = await aSeries();
    const path = `/cpd/series/${series.id}`;
    const change = { title: 'Ratio, again', summary: 'Three meetings.', sessionsExpected: 2 };
    expect((await staff.patch(path, change)).body).toMatchObject(change);
    expect((await staff.patch(path, { sessionsExpected: null })).body).toMatchObject({
      ...change,
      sessionsExpected: null,
    });
    expect((await staff.patch(path, { programmeId: newId() })).status).toBe(400);
    expect((await staff.post('/cpd/series', { programmeId: newId(), title: 'Nowhere' })).status).toBe(400);
  });

  it('takes tasks that its own sessions set, in the order of the sessions, and gives them up', async () => {
    const series = await aSeries();
    const later = await aCpdSessionThatIs(staff, cpd, 'draft', {
      seriesId: series.id,
      startsAt: '2027-04-20T16:00:00.000Z',
      endsAt: '2027-04-20T17:00:00.000Z',
    });
    const sooner = await aCpdSessionThatIs(staff, cpd, 'draft', { seriesId: series.id });
    const elsewhere = await aCpdSessionThatIs(staff, cpd, 'draft');
    await addTask(series, later.id, 'The second');
    const { body } = await addTask(series, sooner.id, 'The first');
    expect(body.gapTasks.map(({ title }) => title)).toEqual(['The first', 'The second']);
    expect((await addTask(series, elsewhere.id)).body).toMatchObject({
      errors: [{ field: 'afterSessionId', code: 'not-of-the-series' }],
    });
    const path = `/cpd/series/${series.id}/gap-tasks/${body.gapTasks[0]?.id}`;
    expect((await staff.patch(path, { text: 'In two lessons.' })).body.gapTasks[0]).toMatchObject({
      title: 'The first',
      text: 'In two lessons.',
    });
    const foreign = `/cpd/series/${(await aSeries()).id}/gap-tasks/${body.gapTasks[0]?.id}`;
    expect((await staff.patch(foreign, { text: 'Elsewhere.' })).status).toBe(404);
    expect((await staff.delete(foreign)).status).toBe(404);
    // A session does not leave behind the task that it sets.
    const leave = () => staff.patch(`/cpd/sessions/${sooner.id}`, { seriesId: null });
    expect(await leave()).toMatchObject({ status: 409, body: { code: 'gap-task-set' } });
    expect((await staff.delete(path)).body.gapTasks).toHaveLength(1);
    expect((await leave()).body.seriesId).toBeNull();
  });

  it('is removed only when it has no session', async () => {
    const series = await aSeries();
    const path = `/cpd/series/${series.id}`;
    const { body } = await staff.post('/cpd/sessions', aCpdSession(cpd, { seriesId: series.id }));
    expect(await staff.delete(path)).toMatchObject({ status: 409, body: { code: 'series-in-use' } });
    await staff.patch(`/cpd/sessions/${body.id}`, { seriesId: null });
    expect((await staff.delete(path)).status).toBe(204);
    expect((await staff.get(path)).status).toBe(404);
  });
});
