import type { TraineeFound, TraineeSuitability } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { aCpdProgramme, aCpdSessionThatIs } from '../cpd.harness';
import { anOffer, aTrainee } from './offers.harness';

let test: TestApp;
let staff: Caller;
let mentor: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  mentor = await test.as('mentor');
});

afterAll(() => test.close());

describe('suitability', () => {
  const listed = async (question = ''): Promise<TraineeSuitability[]> =>
    (await mentor.get(`/cpd/suitability?limit=200${question}`)).body.items;

  it('is recorded with by whom and when, the latest counts, and what was there before stays', async () => {
    const { id } = await aTrainee(test, mentor, { name: 'Ada Marsh', suitable: false });
    const stateOf = async () => (await listed()).find(({ accountId }) => accountId === id);
    expect(await stateOf()).toMatchObject({ state: 'not-confirmed', until: null, current: null });
    const record = (confirmedOn: string, confirmedBy = 'Imogen Hale') =>
      mentor.post(`/cpd/suitability/${id}`, { confirmedBy, confirmedOn });
    expect((await record('2023-06-01')).body).toMatchObject({ state: 'expired', until: '2026-05-31' });
    expect(await record('2027-01-13')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'confirmedOn' }] },
    });
    expect(await record('2026-02-30')).toMatchObject({ status: 400 });
    test.clock.advance(1000);
    expect((await record('2026-09-14')).body).toMatchObject({
      state: 'confirmed',
      until: '2029-09-13',
      current: { confirmedOn: '2026-09-14', recordedBy: 'A mentor' },
      earlier: [{ confirmedOn: '2023-06-01' }],
    });
    expect((await listed('&state=not-confirmed')).map(({ accountId }) => accountId)).not.toContain(id);
    expect((await listed('&q=ada')).map(({ name }) => name)).toEqual(['Ada Marsh']);
  });

  it('is for trainees only, and reading the list is recorded', async () => {
    const teacher = (await mentor.get('/session')).body.account.id as string;
    const request = { confirmedBy: 'Imogen', confirmedOn: '2026-09-14' };
    expect((await mentor.post(`/cpd/suitability/${teacher}`, request)).status).toBe(404);
    const read = await test.database.select("SELECT id FROM audit_records WHERE action = 'suitability.read'");
    expect(read.length).toBeGreaterThan(0);
  });

  it('is listed page by page', async () => {
    for (let n = 0; n < 3; n++) await aTrainee(test, mentor, { name: `Page ${n}` });
    const first = await mentor.get('/cpd/suitability?q=page&limit=2');
    const rest = await mentor.get(`/cpd/suitability?q=page&limit=2&cursor=${first.body.nextCursor}`);
    const names = [...first.body.items, ...rest.body.items].map(({ name }: TraineeSuitability) => name);
    expect(names).toEqual(['Page 0', 'Page 1', 'Page 2']);
    expect(rest.body.nextCursor).toBeNull();
  });
});

describe('colleagues for a team', () => {
  it('are found among trainees by part of a name, with little more than the name', async () => {
    const { caller, id } = await aTrainee(test, mentor, { name: 'Quill Thorne' });
    const other = await aTrainee(test, mentor, { name: 'Quill Barrow' });
    const found = (await caller.get<{ items: TraineeFound[] }>('/cpd/trainees?q=quill')).body.items;
    expect(found).toEqual([{ accountId: other.id, name: 'Quill Barrow', address: 'tr…@example.org' }]);
    expect((await caller.get('/cpd/trainees?q=q')).body.items).toEqual([]);
    expect((await caller.get('/cpd/trainees')).body.items).toEqual([]);
    expect(id).not.toBe(other.id);
    // Neither mentors nor staff, and nobody whose account is not in use.
    expect((await caller.get('/cpd/trainees?q=mentor')).body.items).toEqual([]);
    await test.database.transaction(() =>
      test.database.execute('UPDATE accounts SET disabled_at = ? WHERE id = ?', [test.clock.now(), other.id]),
    );
    expect((await caller.get('/cpd/trainees?q=quill')).body.items).toEqual([]);
  });
});

describe('placement days', () => {
  it('are one’s own to add and take off; a day that is there gets its new school', async () => {
    const { caller } = await aTrainee(test, mentor);
    const days = ['2027-03-09', '2027-03-16'];
    await caller.post('/cpd/placement-days', { schoolName: 'Harrowmere High', days });
    const again = await caller.post('/cpd/placement-days', { schoolName: 'Saltby', days: ['2027-03-16'] });
    expect(again).toMatchObject({
      status: 201,
      body: {
        items: [
          { day: '2027-03-09', schoolName: 'Harrowmere High' },
          { day: '2027-03-16', schoolName: 'Saltby' },
        ],
      },
    });
    expect((await caller.delete('/cpd/placement-days/2027-03-09')).status).toBe(204);
    expect((await caller.delete('/cpd/placement-days/2027-03-09')).status).toBe(204);
    expect((await caller.get('/cpd/placement-days')).body.items).toHaveLength(1);
    const other = await aTrainee(test, mentor);
    expect((await other.caller.get('/cpd/placement-days')).body.items).toEqual([]);
    const wrong = { schoolName: 'Saltby', days: ['2027-02-30'] };
    expect((await caller.post('/cpd/placement-days', wrong)).status).toBe(400);
  });

  it('are refused on a day that was promised, and nothing of the list is added', async () => {
    const { caller } = await aTrainee(test, mentor);
    const session = await aCpdSessionThatIs(staff, await aCpdProgramme(staff), 'published');
    const { id } = await anOffer(caller, session.id);
    const days = ['2027-03-08', '2027-03-09'];
    const refused = await caller.post('/cpd/placement-days', { schoolName: 'Saltby', days });
    expect(refused).toMatchObject({ status: 409, body: { code: 'clash' } });
    expect(refused.body.detail).toContain(session.title);
    expect((await caller.get('/cpd/placement-days')).body.items).toEqual([]);
    await caller.post(`/cpd/offers/${id}/withdrawal`, { reason: 'I am in school that day.' });
    expect((await caller.post('/cpd/placement-days', { schoolName: 'Saltby', days })).status).toBe(201);
  });
});
