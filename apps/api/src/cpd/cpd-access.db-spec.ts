import type { PairedDevice } from '@lectern/check-in';
import { aConferenceThatIs, type Caller, testApp, type TestApp } from '../app.harness';
import { CPD_MATRIX } from './cpd-access.harness';
import { aCpdWorld, CPD_CALLERS, SCHOOL_A, SCHOOL_B } from './cpd-access-rows.harness';

let test: TestApp;
let phone: Caller;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL_A, SCHOOL_B]);
  const staff = await test.as('staff');
  const conference = await aConferenceThatIs(staff, 'registration-open');
  const invited = await staff.post(`/conferences/${conference.id}/device-pairings`, {
    role: 'supervisor',
    label: 'Door',
  });
  const { pairingCode } = invited.body;
  const paired = await test.anyone.post<PairedDevice>('/check-in/devices', { pairingCode, name: 'Jo' });
  phone = test.anyone.with({ authorization: `Bearer ${paired.body.token}` });
});

afterAll(() => test.close());

describe('rule 7: asked for a thing of the CPD, each caller gets what the matrix says', () => {
  it.each(Object.entries(CPD_MATRIX))('%s', async (route, { ask, answers, changes }) => {
    let world = await aCpdWorld(test, phone);
    const got: Record<string, number> = {};
    for (const name of CPD_CALLERS) {
      const { status, body } = await ask(world.callers[name], world);
      got[name] = status;
      if (status >= 400 && status !== 409) {
        expect(Object.keys(body as object).sort()).toEqual(
          ['code', 'correlationId', 'detail', 'status', 'title', 'type'].sort(),
        );
      }
      if (changes && status < 300) world = await aCpdWorld(test, phone);
    }
    expect({ route, ...got }).toEqual({
      route,
      ...Object.fromEntries(CPD_CALLERS.map((name, index) => [name, answers[index]])),
    });
  });
});
