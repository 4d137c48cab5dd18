import { newId } from '@lectern/core';
import { DomainError } from '@lectern/core';
import type { CpdSession } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSession, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { type CpdSessionRevision, CpdSessionLifecycle } from './cpd-session-lifecycle';

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;
const told: CpdSessionRevision[] = [];
let refusal: DomainError | null = null;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
  const lifecycle = test.app.get(CpdSessionLifecycle);
  lifecycle.beforeRevised(() => (refusal ? Promise.reject(refusal) : Promise.resolve()));
  lifecycle.whenRevised((revision) => Promise.resolve(void told.push(revision)));
});

beforeEach(() => {
  told.length = 0;
  refusal = null;
});

afterAll(() => test.close());

const change = (session: CpdSession, body: object) =>
  staff.patch<CpdSession>(`/cpd/sessions/${session.id}`, body);
const move = (session: CpdSession, to: string, reason?: string) =>
  staff.post(`/cpd/sessions/${session.id}/transitions`, { to, ...(reason ? { reason } : {}) });

describe('changing a session', () => {
  it('changes what is sent, leaves the rest, and tells those who have a part in it', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published');
    const times = { startsAt: '2027-03-16T16:00:00.000Z', endsAt: '2027-03-16T17:00:00.000Z' };
    const { body, status } = await change(session, { ...times, teacherPlaces: 14 });
    expect(status).toBe(200);
    expect(body).toEqual({ ...session, ...times, teacherPlaces: 14, placesLeft: 14 });
    expect(told).toMatchObject([{ before: { teacherPlaces: 10 }, after: { teacherPlaces: 14 } }]);
  });

  it('changes nothing when somebody with a part in it may not let it happen', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'published');
    refusal = new DomainError('conflict', 'not-now', 'Not now.');
    expect((await change(session, { teacherPlaces: 1 })).status).toBe(409);
    expect((await staff.get(`/cpd/sessions/${session.id}`)).body).toEqual(session);
    expect(told).toEqual([]);
  });

  it('refuses what could not be held, and what does not exist', async () => {
    const session = await aCpdSessionThatIs(staff, cpd, 'draft');
    expect((await change(session, { endsAt: session.startsAt })).status).toBe(400);
    expect((await change(session, { topicId: newId() })).status).toBe(400);
    expect((await change(session, { seriesId: newId() })).status).toBe(400);
    expect((await staff.patch(`/cpd/sessions/${newId()}`, { title: 'Nothing there' })).status).toBe(404);
  });

  it('does not move what is open for booking into the past', async () => {
    const past = { startsAt: '2027-01-11T16:00:00.000Z', endsAt: '2027-01-11T17:00:00.000Z' };
    const open = await aCpdSessionThatIs(staff, cpd, 'published');
    expect((await change(open, past)).body).toMatchObject({
      errors: [{ field: 'startsAt', code: 'in-the-past' }],
    });
    const draft = await aCpdSessionThatIs(staff, cpd, 'draft');
    expect((await change(draft, past)).status).toBe(200);
    expect(await move(draft, 'published')).toMatchObject({
      status: 409,
      body: { code: 'session-in-the-past' },
    });
  });

  it('changes nothing of a cancelled session, and only the names of a delivered one', async () => {
    const [cancelled, delivered] = [
      await aCpdSessionThatIs(staff, cpd, 'published'),
      await aCpdSessionThatIs(staff, cpd, 'published'),
    ];
    await move(cancelled, 'cancelled', 'The room flooded.');
    test.clock.set('2027-03-09T18:00:00.000Z');
    const later = await test.as('staff');
    await later.post(`/cpd/sessions/${delivered.id}/transitions`, { to: 'delivered' });
    test.clock.set('2027-01-12T09:00:00.000Z');
    const over = { status: 409, body: { code: 'session-over' } };
    expect(await change(cancelled, { title: 'Another title' })).toMatchObject(over);
    expect(await change(delivered, { teacherPlaces: 20 })).toMatchObject(over);
    expect(await change(delivered, { title: 'Another title' })).toMatchObject({
      status: 200,
      body: { title: 'Another title', status: 'delivered' },
    });
    expect((await staff.get(`/cpd/sessions/${cancelled.id}`)).body.cancellationReason).toBe(
      'The room flooded.',
    );
  });
});

describe('opening a session for booking', () => {
  it('waits for its programme to be open', async () => {
    const programme = (
      await staff.post('/cpd/programmes', { academicYear: '2026/27', title: 'Not open yet' })
    ).body;
    const session = await aCpdSessionThatIs(staff, { ...cpd, programme }, 'draft');
    expect(await move(session, 'published')).toMatchObject({
      status: 409,
      body: { code: 'programme-not-open' },
    });
    await staff.patch(`/cpd/programmes/${programme.id}`, { status: 'open' });
    expect((await move(session, 'published')).status).toBe(200);
    const elsewhere = await aCpdSessionThatIs(staff, cpd, 'published');
    await staff.patch(`/cpd/programmes/${programme.id}`, { status: 'closed' });
    expect(await change(elsewhere, { programmeId: programme.id })).toMatchObject({
      status: 409,
      body: { code: 'programme-not-open' },
    });
  });
});

describe('a room', () => {
  const at = (from: string, to: string, place: object = { kind: 'campus', name: 'Room of one’s own' }) => ({
    startsAt: `2027-05-${from}:00.000Z`,
    endsAt: `2027-05-${to}:00.000Z`,
    place: place as CpdSession['place'],
  });
  const plan = (change: object) => staff.post('/cpd/sessions', aCpdSession(cpd, change));

  it('has one session at a time, and the refusal says which', async () => {
    const first = await plan({ ...at('04T15:00', '04T16:30'), title: 'The first of them' });
    const { status, body } = await plan(
      at('04T16:00', '04T17:00', { kind: 'campus', name: 'ROOM of one’s own ' }),
    );
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'room-taken',
      sessionId: first.body.id,
      errors: [{ field: 'place.name' }],
    });
    expect(body.detail).toContain('‘The first of them’');
    // One may begin when the other ends; another campus has other rooms; online there is none.
    expect((await plan(at('04T16:30', '04T17:00'))).status).toBe(201);
    const elsewhere = { kind: 'campus', name: 'Room of one’s own', site: 'Harbour campus' };
    expect((await plan(at('04T16:00', '04T17:00', elsewhere))).status).toBe(201);
    expect((await plan(at('04T16:00', '04T17:00', { kind: 'online', name: 'Teams' }))).status).toBe(201);
    expect((await plan(at('04T16:00', '04T17:00', { kind: 'online', name: 'Teams' }))).status).toBe(201);
  });

  it('is not taken by what was cancelled, nor by the session itself', async () => {
    const there = (await plan(at('05T15:00', '05T16:00'))).body;
    expect((await change(there, { endsAt: '2027-05-05T17:00:00.000Z' })).status).toBe(200);
    const other = (await plan(at('05T18:00', '05T19:00'))).body;
    expect(await change(other, { startsAt: '2027-05-05T16:30:00.000Z' })).toMatchObject({
      status: 409,
      body: { code: 'room-taken' },
    });
    await move(there, 'cancelled', 'Nobody came.');
    expect((await change(other, { startsAt: '2027-05-05T16:30:00.000Z' })).status).toBe(200);
  });

  it('goes to exactly one of twelve who want it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => plan(at('06T15:00', '06T16:00'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 11 }, () => 409),
    ]);
  });
});
