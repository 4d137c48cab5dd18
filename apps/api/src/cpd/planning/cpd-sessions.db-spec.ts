import { newId } from '@lectern/core';
import { TOPIC_TIERS, type CpdSession } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSession, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
});

afterAll(() => test.close());

describe('the catalogue of topics', () => {
  it('begins with the topics that teachers often call hard, each with its content codes', async () => {
    const { body } = await test.anyone.get('/cpd/topics');
    expect(body.items).toHaveLength(28);
    for (const topic of body.items) {
      expect(topic.contentCodes.length).toBeGreaterThan(0);
      expect(TOPIC_TIERS).toContain(topic.tier);
      expect(topic.active).toBe(true);
    }
  });
});

describe('sessions', () => {
  it('begin as drafts that only those who plan and mentors see', async () => {
    const { body: draft, status } = await staff.post<CpdSession>('/cpd/sessions', aCpdSession(cpd));
    expect(status).toBe(201);
    expect(draft).toMatchObject({
      status: 'draft',
      placesLeft: 10,
      presenters: [],
      topicTitle: cpd.topic.title,
    });
    const path = `/cpd/sessions/${draft.id}`;
    expect((await test.anyone.get(path)).status).toBe(404);
    expect((await (await test.as('trainee')).get(path)).status).toBe(404);
    expect((await (await test.as('mentor')).get(path)).status).toBe(200);
    const ids = (await test.anyone.get('/cpd/sessions?limit=200')).body.items.map(({ id }: CpdSession) => id);
    expect(ids).not.toContain(draft.id);
  });

  it('are listed from the earliest on, by topic, time and status, page by page', async () => {
    const other = await aCpdProgramme(staff);
    const days = ['2027-03-10', '2027-03-11', '2027-03-12'];
    const made: string[] = [];
    for (const day of days) {
      const times = { startsAt: `${day}T16:00:00.000Z`, endsAt: `${day}T17:00:00.000Z` };
      made.push((await aCpdSessionThatIs(staff, other, 'published', times)).id);
    }
    const ask = `/cpd/sessions?programmeId=${other.programme.id}&topicId=${other.topic.id}`;
    const all = await test.anyone.get(ask);
    expect(all.body.items.map(({ id }: CpdSession) => id)).toEqual(made);
    const first = await test.anyone.get(`${ask}&limit=2`);
    const rest = await test.anyone.get(`${ask}&limit=2&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...rest.body.items].map(({ id }: CpdSession) => id)).toEqual(made);
    expect(rest.body.nextCursor).toBeNull();
    const middle = await test.anyone.get(`${ask}&from=2027-03-11T00:00:00Z&to=2027-03-12T00:00:00Z`);
    expect(middle.body.items.map(({ id }: CpdSession) => id)).toEqual([made[1]]);
    expect((await test.anyone.get(`${ask}&status=delivered`)).body.items).toEqual([]);
    expect((await test.anyone.get('/cpd/sessions?topicId=x')).status).toBe(400);
  });

  it('refuses what could not be held, field by field, and keeps nothing', async () => {
    const before = (await staff.get('/cpd/sessions?limit=200')).body.items.length;
    const wrong = {
      programmeId: newId(),
      topicId: newId(),
      seriesId: newId(),
      endsAt: '2027-03-09T16:00:00.000Z',
    };
    const { status, body } = await staff.post('/cpd/sessions', aCpdSession(cpd, wrong));
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(
      Object.keys(wrong).sort(),
    );
    expect((await staff.get('/cpd/sessions?limit=200')).body.items).toHaveLength(before);
  });

  it('go from status to status as the table says, and are cancelled with a reason', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published');
    const path = `/cpd/sessions/${session.id}/transitions`;
    expect(await staff.post(path, { to: 'draft' })).toMatchObject({
      status: 409,
      body: { code: 'transition-not-allowed' },
    });
    expect(await staff.post(path, { to: 'delivered' })).toMatchObject({
      status: 409,
      body: { code: 'session-not-begun' },
    });
    expect((await staff.post(path, { to: 'cancelled' })).status).toBe(400);
    expect(await staff.post(path, { to: 'cancelled', reason: 'The room flooded.' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled' },
    });
    expect((await staff.post(`/cpd/sessions/${newId()}/transitions`, { to: 'published' })).status).toBe(404);
  });
});
