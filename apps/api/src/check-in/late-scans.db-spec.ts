import { type Caller, testApp, type TestApp } from '../app.harness';
import {
  aDoorDay,
  countRows,
  type DoorDay,
  doorScan,
  pairPhone,
  type Phone,
  sendScan,
  sendScans,
} from './door.harness';

const at = (time: string): string => `2027-01-12T${time}:00.000Z`;

describe('scans that come late', () => {
  let test: TestApp;
  let staff: Caller;
  let day: DoorDay;
  let north: Phone;
  let south: Phone;

  const offline = (ticket: number, time: string, change: Record<string, unknown> = {}) =>
    doorScan(day, ticket, { shown: 'admitted', scannedAt: at(time), ...change });

  const admission = async (ticket: number) => {
    const [row] = await test.database.select<Record<string, unknown>>(
      'SELECT first_scan_id, first_device_id, inside FROM admissions WHERE ticket_id = ?',
      [day.tickets[ticket]!.id],
    );
    return row && { ...row, inside: Number(row['inside']) };
  };

  const conflicts = () =>
    test.database.select<Record<string, unknown>>(
      'SELECT first_scan_id, scan_id, first_device_id, device_id, settled_at FROM scan_conflicts WHERE conference_id = ?',
      [day.conferenceId],
    );

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
  });

  beforeEach(async () => {
    day = await aDoorDay(test, staff);
    north = await pairPhone(test, staff, day.conferenceId, 'steward', 'Nora');
    south = await pairPhone(test, staff, day.conferenceId, 'steward', 'Sol');
    test.clock.set(at('12:00'));
  });

  afterAll(() => test.close());

  it('two phones that let one ticket in offline are a conflict, whichever tells first', async () => {
    const first = offline(0, '09:00');
    const second = offline(0, '09:05');
    for (const [one, other, late] of [
      [first, second, false],
      [offline(1, '09:05'), offline(1, '09:00'), true],
    ] as const) {
      expect(await sendScan(north, one)).toMatchObject({ outcome: 'admitted' });
      const told = await sendScan(south, other);
      expect(told).toMatchObject({
        outcome: 'conflict',
        firstDoor: 'Main door',
        firstAdmittedAt: one.scannedAt,
      });
      expect(told.message).toContain('Let in twice');
      const [a, b] = late ? [other, one] : [one, other];
      expect(await conflicts()).toContainEqual(
        expect.objectContaining({ first_scan_id: a.id, scan_id: b.id }),
      );
    }
    expect(await conflicts()).toHaveLength(2);
    expect(await admission(1)).toMatchObject({ first_device_id: south.id, inside: 1 });
    expect((await staff.get(`/conferences/${day.conferenceId}/attendance`)).body).toMatchObject({
      admitted: 2,
      onSite: 2,
      conflicts: 2,
    });
  });

  it('acceptance 32: the same phone that saw a ticket twice is no conflict', async () => {
    await sendScan(north, offline(0, '09:00'));
    expect(await sendScan(north, offline(0, '09:05', { shown: 'already-in' }))).toMatchObject({
      outcome: 'already-in',
    });
    expect(await sendScan(north, offline(0, '09:10'))).toMatchObject({ outcome: 'already-in' });
    expect(await conflicts()).toEqual([]);
  });

  it('a conflict goes when the scan comes that explains it: the person had left in between', async () => {
    await sendScan(north, offline(0, '09:00'));
    expect(await sendScan(south, offline(0, '10:00'))).toMatchObject({ outcome: 'conflict' });
    await sendScan(north, offline(0, '09:30', { direction: 'out', shown: 'left' }));
    expect(await conflicts()).toEqual([]);
    expect(await admission(0)).toMatchObject({ first_device_id: north.id, inside: 1 });
  });

  it('acceptance 36: cancelled after the last sync but admitted offline is counted and flagged', async () => {
    await staff.post(`/groups/${day.group.id}/cancellation`, {});
    const told = await sendScan(north, offline(0, '09:00'));
    expect(told).toMatchObject({ outcome: 'admitted', reason: 'cancelled' });
    expect(told.ticket?.flags).toContain('late-cancellation');
    expect(told.message).toMatch(/cancelled.*supervisor/i);
    expect(await admission(0)).toMatchObject({ inside: 1 });
    // The same again, and what waits for the server is still refused.
    expect(await sendScan(north, { ...doorScan(day, 1), scannedAt: at('12:00') })).toMatchObject({
      outcome: 'refused',
      reason: 'cancelled',
    });
  });

  it('acceptance 36: the answer to a late cancellation is the same when it is asked for again', async () => {
    await staff.post(`/groups/${day.group.id}/cancellation`, {});
    const scan = offline(0, '09:00');
    const first = await sendScan(north, scan);
    expect(await sendScan(north, scan)).toEqual({ ...first, duplicate: true });
  });

  it.each([
    ['an unknown code', { code: 'HELLO' }, 'unknown-code'],
    ['a mistyped code', { code: '0000-0012' }, 'mistyped-code'],
    [
      'a checkpoint that is none',
      { checkpointId: '01957a3c-0000-7000-8000-0000000000aa' },
      'unknown-checkpoint',
    ],
  ])('nobody can have been let in by %s, whatever the phone says', async (_, change, reason) => {
    expect(await sendScan(north, offline(0, '09:00', change))).toMatchObject({ outcome: 'refused', reason });
    expect(await countRows(test, 'scans', `device_id = '${north.id}' AND let_in = 1`)).toBe(0);
    expect(await admission(0)).toBeUndefined();
  });

  it('whoever was turned away offline did not go in, though the server would have let them', async () => {
    expect(await sendScan(north, offline(0, '09:00', { shown: 'refused' }))).toMatchObject({
      outcome: 'refused',
      reason: 'turned-away',
    });
    expect(await sendScan(north, offline(1, '09:00', { shown: 'already-in' }))).toMatchObject({
      outcome: 'already-in',
    });
    expect(await admission(0)).toBeUndefined();
    expect(await admission(1)).toBeUndefined();
  });

  it('a lost reply: the phone then let the person in itself, once, and gets the answer as it was', async () => {
    await sendScan(south, offline(0, '09:00'));
    const live = doorScan(day, 0, { scannedAt: at('12:00') });
    const answer = await sendScan(north, live);
    expect(answer).toMatchObject({ outcome: 'already-in' });
    expect(await conflicts()).toEqual([]);
    const again = { ...live, shown: 'admitted' };
    for (let n = 0; n < 3; n++) expect(await sendScan(north, again)).toEqual({ ...answer, duplicate: true });
    expect(await conflicts()).toHaveLength(1);
    expect(await countRows(test, 'scans', `id = '${live.id}' AND let_in = 1 AND shown = 'admitted'`)).toBe(1);
    // What was told once is not told anew.
    await sendScan(north, { ...live, shown: 'refused' });
    expect(await countRows(test, 'scans', `id = '${live.id}' AND let_in = 1`)).toBe(1);
  });

  it('a lost reply, the other way round: what the server said stands, since the phone is told it now', async () => {
    const live = doorScan(day, 0, { scannedAt: at('12:00') });
    const answer = await sendScan(north, live);
    expect(answer).toMatchObject({ outcome: 'admitted' });
    expect(await sendScan(north, { ...live, shown: 'already-in' })).toEqual({ ...answer, duplicate: true });
    expect(await admission(0)).toMatchObject({ first_scan_id: live.id, inside: 1 });
  });

  it('another phone that sends a scan of this one changes nothing', async () => {
    await sendScan(south, offline(0, '09:00'));
    const live = doorScan(day, 0, { scannedAt: at('12:00') });
    await sendScan(north, live);
    await sendScan(south, { ...live, shown: 'admitted' });
    expect(await conflicts()).toEqual([]);
  });

  it('acceptance 19: a refused scan that is sent again adds no row, and a second refusal is a row of its own', async () => {
    const refused = offline(0, '09:00', { code: 'HELLO', shown: 'refused' });
    const first = await sendScan(north, refused);
    for (let n = 0; n < 3; n++) expect(await sendScan(north, refused)).toEqual({ ...first, duplicate: true });
    expect(await countRows(test, 'scans', `device_id = '${north.id}'`)).toBe(1);
    await sendScan(north, offline(0, '09:01', { code: 'HELLO', shown: 'refused' }));
    expect(await countRows(test, 'scans', `device_id = '${north.id}'`)).toBe(2);
  });

  it('acceptance 34: an upload keeps the time and the id of each scan', async () => {
    const scans = [offline(0, '09:00'), offline(1, '09:01'), offline(2, '09:02')];
    const results = await sendScans(north, scans, at('12:00'));
    expect(results.map(({ id }) => id)).toEqual(scans.map(({ id }) => id));
    for (const [n, { id, scannedAt }] of scans.entries()) {
      expect(await countRows(test, 'scans', `id = '${id}'`)).toBe(1);
      expect(results[n]).toMatchObject({ outcome: 'admitted', firstAdmittedAt: scannedAt });
    }
  });
});
