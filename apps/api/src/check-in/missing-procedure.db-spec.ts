import { type DoorState, MISSING_PROCEDURE, type MissingProcedure } from '@lectern/check-in';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDay, type TestDay } from './desk.harness';

const OWN = 'At once:\nRing the duty manager. 01695 575171.\nAfter 10 minutes:\nRing 999.';

describe('the host’s procedure for a missing pupil', () => {
  let test: TestApp;
  let staff: Caller;
  let day: TestDay;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    test.clock.set('2027-01-12T11:00:00.000Z');
    day = await aDay(test, staff);
  });
  beforeEach(() =>
    test.database.transaction(() => test.database.execute('DELETE FROM missing_procedures', [])),
  );
  afterAll(() => test.close());

  const now = async () => (await staff.get<MissingProcedure>('/missing-procedure')).body;
  const change = (text: string, version: number) =>
    staff.put<MissingProcedure>('/missing-procedure', { text, version });
  const contact = async (by: Caller) =>
    (
      await by.post<DoorState>('/check-in/contact', {
        sentAt: '2027-01-12T11:00:00.000Z',
        queued: 0,
        parked: 0,
        appVersion: '0.1.0',
      })
    ).body;

  it('is the standard one until staff write their own, which keeps when and by whom', async () => {
    expect(await now()).toMatchObject({ version: 0, steps: MISSING_PROCEDURE, changedBy: null });
    const { status, body } = await change(`\n${OWN}\n`, 0);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { text: OWN, version: 1, changedAt: '2027-01-12T11:00:00.000Z', changedBy: 'A staff' },
    });
    expect(body.steps.map(({ title, after }) => [title, after])).toEqual([
      ['Ring the duty manager', 0],
      ['Ring 999', 10],
    ]);
    expect(await now()).toEqual(body);
    const [audited] = await test.database.select<{ details: string }>(
      "SELECT details FROM audit_records WHERE action = 'missing-procedure.changed' ORDER BY at DESC LIMIT 1",
      [],
    );
    expect(JSON.stringify(audited)).toContain('version');
    expect(JSON.stringify(audited)).not.toContain('duty manager');
  });

  it('goes to supervisors’ phones, which follow it without a connection, and to no steward’s', async () => {
    expect((await contact(day.supervisor)).missingProcedure).toBeUndefined();
    await change(OWN, 0);
    expect((await contact(day.supervisor)).missingProcedure?.map(({ title }) => title)).toEqual([
      'Ring the duty manager',
      'Ring 999',
    ]);
    expect((await contact(day.phone)).missingProcedure).toBeUndefined();
  });

  it('is changed by one of two who had the same version before them', async () => {
    const answers = await Promise.all([change(OWN, 0), change('Ring 999.', 0), change('Look around.', 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'procedure-changed' });
    expect((await change(OWN, 0)).status).toBe(409);
    expect((await change(OWN, 2)).status).toBe(409);
    expect((await now()).version).toBe(1);
  });

  it('says which line cannot be followed, and changes nothing', async () => {
    const { status, body } = await change('After 10 minutes:\nRing 999.\nAt once:\nRing 999.', 0);
    expect({ status, body }).toMatchObject({
      status: 400,
      body: {
        code: 'validation-failed',
        errors: [
          { field: 'text', message: 'Line 3: The times go back here: put the earlier steps first.' },
          { field: 'text', message: expect.stringMatching(/^Line 4: “Ring 999” is there twice/) as string },
        ],
      },
    });
    expect((await change('At once:', 0)).status).toBe(400);
    expect((await now()).version).toBe(0);
  });
});
