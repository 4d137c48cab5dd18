import { type Caller, testApp, type TestApp } from '../app.harness';
import { DoorFacts } from './door-facts';
import { aDoorDay, type DoorDay, doorScan, pairPhone, type Phone, sendScan } from './door.harness';

describe('what a scan costs', () => {
  let test: TestApp;
  let staff: Caller;
  let day: DoorDay;
  let north: Phone;
  let south: Phone;

  /** How many statements an action sends to the database, reading and changing. */
  const statements = async (act: () => Promise<unknown>): Promise<number> => {
    const reads = jest.spyOn(test.database, 'select');
    const changes = jest.spyOn(test.database, 'execute');
    try {
      await act();
      return reads.mock.calls.length + changes.mock.calls.length;
    } finally {
      reads.mockRestore();
      changes.mockRestore();
    }
  };

  const cost = (phone: Phone, ticket: number, change: Record<string, unknown> = {}): Promise<number> => {
    // All within the time in which a phone is noted as seen once.
    test.clock.advance(50);
    const scannedAt = test.clock.now().toISOString();
    return statements(() => sendScan(phone, doorScan(day, ticket, { scannedAt, ...change })));
  };

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
    day = await aDoorDay(test, staff, { pupils: 28 });
    north = await pairPhone(test, staff, day.conferenceId);
    south = await pairPhone(test, staff, day.conferenceId, 'steward', 'Sol');
    // Keys are read once and checkpoints once a second; that is no part of a scan.
    const door = test.app.get(DoorFacts);
    jest.spyOn(door, 'checkpoint').mockImplementation((_, id) =>
      Promise.resolve({
        id,
        name: 'Main door',
        admits: 'once',
        opensAt: null,
        closesAt: null,
        sessionId: null,
      }),
    );
    await cost(north, 0);
  });

  afterAll(() => test.close());

  it('acceptance 40: a fixed number of SQL statements, however much was scanned before', async () => {
    const first = await cost(north, 1);
    expect(first).toBeLessThanOrEqual(6);
    const comingAndGoing: number[] = [];
    for (let n = 0; n < 24; n++) {
      comingAndGoing.push(await cost(n % 2 ? north : south, 1, { direction: n % 2 ? 'in' : 'out' }));
      await cost(north, 2 + n);
    }
    // The state is there from the second scan on: it is changed instead of made, by one statement either way.
    expect(new Set(comingAndGoing)).toEqual(new Set([first]));
    expect(await cost(north, 27)).toBe(first);
  });

  it('acceptance 40: a late scan costs a fixed number too, whatever it folds', async () => {
    const late = (ticket: number) =>
      cost(south, ticket, { shown: 'admitted', direction: 'out', scannedAt: '2027-01-12T08:59:00.000Z' });
    // Ticket 1 has twenty-five scans behind it, ticket 2 has one.
    expect(await late(1)).toBe(await late(2));
  });
});
