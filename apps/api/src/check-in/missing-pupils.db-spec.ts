import type { MissingPupil } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDay, called, type TestDay } from './desk.harness';

describe('a missing pupil', () => {
  let test: TestApp;
  let staff: Caller;
  let day: TestDay;
  let ticketId: string;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['921001', '921002']);
  });

  beforeEach(async () => {
    test.clock.set('2027-01-12T11:00:00.000Z');
    day = await aDay(test, staff);
    const { tickets } = await day.comes('921001', called('Wren Oakley', 'Teal Ashby'));
    ticketId = tickets[0]!.id;
  });

  afterAll(() => test.close());

  const open = (by: Caller = staff, path = `${day.path}/missing-pupils`, lastSeen = 'In Lab 2 at 10.45') =>
    by.post<MissingPupil>(path, { ticketId, lastSeen });
  const all = async (): Promise<readonly MissingPupil[]> =>
    (await staff.get<{ items: MissingPupil[] }>(`${day.path}/missing-pupils`)).body.items;

  it('has a record of when and by whom it was opened, of each step, and of how it ended', async () => {
    const { status, body } = await open();
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      ticketId,
      displayName: 'Wren Oakley',
      school: 'School 921001',
      lastSeen: 'In Lab 2 at 10.45',
      openedAt: '2027-01-12T11:00:00.000Z',
      openedBy: 'A staff',
      steps: [],
      closedAt: null,
      closedBy: null,
      outcome: null,
    });
    test.clock.advance(2 * 60_000);
    await staff.post(`/missing-pupils/${body.id}/steps`, { text: 'Rang the visit leader.' });
    test.clock.advance(10 * 60_000);
    await day.supervisor.post(`/check-in/missing-pupils/${body.id}/steps`, { text: 'Searched the library.' });
    test.clock.advance(60_000);
    const closed = await staff.post<MissingPupil>(`/missing-pupils/${body.id}/closure`, {
      outcome: 'found-on-site',
      note: 'Asleep in the library.',
    });
    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({
      closedAt: '2027-01-12T11:13:00.000Z',
      closedBy: 'A staff',
      outcome: 'found-on-site',
      steps: [
        { at: '2027-01-12T11:02:00.000Z', by: 'A staff', text: 'Rang the visit leader.' },
        { at: '2027-01-12T11:12:00.000Z', by: 'Kit, supervisor', text: 'Searched the library.' },
        { at: '2027-01-12T11:13:00.000Z', by: 'A staff', text: 'Found on site. Asleep in the library.' },
      ],
    });
    expect(await all()).toEqual([closed.body]);
  });

  it('has one open record however many people open one at once, and all that they saw is in it', async () => {
    const answers = await Promise.all([
      open(staff, undefined, 'In Lab 2'),
      open(day.supervisor, '/check-in/missing-pupils', 'On the stairs'),
      open(staff, undefined, 'At lunch'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [record, ...others] = await all();
    expect(others).toEqual([]);
    const told = [
      record?.lastSeen,
      ...(record?.steps ?? []).map(({ text }) => text.replace('Last seen: ', '')),
    ];
    expect(told.sort()).toEqual(['At lunch', 'In Lab 2', 'On the stairs']);
  });

  it('no longer changes once it is closed, and may be opened anew', async () => {
    const { body } = await open();
    await staff.post(`/missing-pupils/${body.id}/closure`, { outcome: 'with-school' });
    for (const [path, request] of [
      [`/missing-pupils/${body.id}/steps`, { text: 'Too late.' }],
      [`/missing-pupils/${body.id}/closure`, { outcome: 'left-site' }],
    ] as const) {
      expect(await staff.post(path, request)).toMatchObject({
        status: 409,
        body: { code: 'missing-pupil-closed' },
      });
    }
    test.clock.advance(60_000);
    const again = await open();
    expect(again.body.id).not.toBe(body.id);
    expect((await all()).map(({ id }) => id)).toEqual([again.body.id, body.id]);
  });

  it('closes once, though two people close it at the same time', async () => {
    const { body } = await open();
    const answers = await Promise.all(
      ['with-school', 'left-site'].map((outcome) =>
        staff.post(`/missing-pupils/${body.id}/closure`, { outcome }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await all())[0]?.steps).toHaveLength(1);
  });

  it('is nowhere in the database or the trail as text that names anybody or says why', async () => {
    const { body } = await open();
    await staff.post(`/missing-pupils/${body.id}/steps`, { text: 'Wren was upset.' });
    const stored = JSON.stringify([
      await test.database.select('SELECT * FROM missing_pupils WHERE id = ?', [body.id]),
      await test.database.select('SELECT * FROM missing_pupil_steps WHERE missing_pupil_id = ?', [body.id]),
      await test.database.select('SELECT * FROM audit_records WHERE object_id = ?', [body.id]),
    ]);
    expect(stored).toContain('missing-pupil.opened');
    expect(stored).toContain('missing-pupil.step-added');
    expect(stored).not.toMatch(/Wren|Oakley|upset|Lab 2/);
  });

  it('belongs to its conference: another’s ticket or supervisor finds nothing', async () => {
    const { body } = await open();
    const other = await aDay(test, staff);
    const there = await other.supervisor.get('/check-in/missing-pupils');
    expect(there.body.items).toEqual([]);
    const path = `/check-in/missing-pupils/${body.id}/steps`;
    expect((await other.supervisor.post(path, { text: 'Mine?' })).status).toBe(404);
    for (const ticket of [ticketId, newId()]) {
      const wrong = await staff.post(`${other.path}/missing-pupils`, { ticketId: ticket, lastSeen: 'Here' });
      expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'ticketId' }] } });
    }
    expect((await staff.post(`/missing-pupils/x/steps`, { text: 'Nobody' })).status).toBe(404);
  });

  it('is no business of a steward’s phone', async () => {
    await open();
    expect((await day.phone.get('/check-in/missing-pupils')).status).toBe(403);
    expect((await open(day.phone, '/check-in/missing-pupils')).status).toBe(403);
  });
});
