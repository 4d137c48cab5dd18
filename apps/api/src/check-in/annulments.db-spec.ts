import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDoorDay, countRows, type DoorDay, doorScan, pairPhone, type Phone, sendScan } from './door.harness';

const at = (time: string): string => `2027-01-12T${time}.000Z`;

describe('scans taken back', () => {
  let test: TestApp;
  let staff: Caller;
  let day: DoorDay;
  let north: Phone;
  let south: Phone;
  let lead: Phone;

  const annul = ({ caller }: Phone, scanId: string, change: Record<string, unknown> = {}) =>
    caller.post(`/check-in/scans/${scanId}/annulment`, { reason: ' Wrong badge ', ...change });

  const scanned = async (change: Record<string, unknown> = {}, phone = north): Promise<string> => {
    const scan = doorScan(day, 0, { scannedAt: test.clock.now().toISOString(), ...change });
    await sendScan(phone, scan);
    return scan.id;
  };

  const attendance = async () => (await staff.get(`/conferences/${day.conferenceId}/attendance`)).body;

  const attempts = (scanId: string, why: string): Promise<number> =>
    countRows(
      test,
      'audit_records',
      `action = 'scan.annulment-refused' AND object_id = '${scanId}' AND details LIKE '%"${why}"%'`,
    );

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
  });

  beforeEach(async () => {
    day = await aDoorDay(test, staff);
    north = await pairPhone(test, staff, day.conferenceId);
    south = await pairPhone(test, staff, day.conferenceId, 'steward', 'Sol');
    lead = await pairPhone(test, staff, day.conferenceId, 'supervisor', 'Lee');
  });

  afterAll(() => test.close());

  it('acceptance 29: the same phone within 15 minutes takes it back with a reason, and the row stays', async () => {
    const id = await scanned();
    test.clock.set(at('09:15:00'));
    const answer = await annul(north, id);
    expect(answer).toMatchObject({
      status: 200,
      body: { id, ticketId: day.tickets[0]!.id, annulledAt: at('09:15:00'), reason: 'Wrong badge' },
    });
    expect(
      await countRows(test, 'scans', `id = '${id}' AND annulled_by = '${north.id}' AND outcome = 'admitted'`),
    ).toBe(1);
    expect(await attendance()).toMatchObject({ admitted: 0, onSite: 0 });
    expect(await sendScan(north, doorScan(day, 0, { scannedAt: at('09:15:00') }))).toMatchObject({
      outcome: 'admitted',
    });
    test.clock.advance(3_600_000);
    expect((await annul(north, id, { reason: 'Another reason' })).body).toEqual(answer.body);
  });

  it('acceptance 29: taking back the way out leaves the person inside, the first admission as it was', async () => {
    const first = await scanned();
    test.clock.set(at('09:05:00'));
    const out = await scanned({ direction: 'out' });
    await annul(north, out);
    expect(await attendance()).toMatchObject({ admitted: 1, onSite: 1 });
    expect(await countRows(test, 'admissions', `first_scan_id = '${first}' AND inside = 1`)).toBe(1);
  });

  it('acceptance 29: made offline in time and sent hours later, it counts; the clock may be a day wrong', async () => {
    const yesterday = (time: string): string => at(time).replace('-12T', '-11T');
    const scan = doorScan(day, 0, { shown: 'admitted', scannedAt: yesterday('09:00:00') });
    test.clock.set(at('12:00:00'));
    const sentAt = yesterday('12:00:00');
    await north.caller.post('/check-in/scans', { scans: [scan], sentAt });
    const late = await annul(north, scan.id, { annulledAt: yesterday('09:16:00'), sentAt });
    expect(late).toMatchObject({ status: 409, body: { code: 'undo-window-passed' } });
    const undone = await annul(north, scan.id, { annulledAt: yesterday('09:14:00'), sentAt });
    expect(undone.body).toMatchObject({ annulledAt: at('09:14:00') });
  });

  it('acceptance 30: another phone’s, too late, unknown and refused ones are refused, and the attempt is logged', async () => {
    const id = await scanned();
    const refused = await scanned({ code: 'HELLO' });
    const repeat = await scanned();
    const unknown = newId();
    expect(await annul(south, id)).toMatchObject({ status: 409, body: { code: 'not-your-scan' } });
    expect(await annul(north, unknown)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await annul(north, 'nonsense')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const nothing of [refused, repeat]) {
      expect(await annul(lead, nothing)).toMatchObject({ status: 409, body: { code: 'scan-not-counted' } });
      expect(await attempts(nothing, 'scan-not-counted')).toBe(1);
    }
    test.clock.set(at('09:15:01'));
    expect(await annul(north, id)).toMatchObject({ status: 409, body: { code: 'undo-window-passed' } });
    expect(await attempts(id, 'not-your-scan')).toBe(1);
    expect(await attempts(unknown, 'unknown-scan')).toBe(1);
    expect(await attempts(id, 'undo-window-passed')).toBe(1);
    expect(await attendance()).toMatchObject({ admitted: 1, onSite: 1 });
  });

  it('acceptance 30: a supervisor takes back any scan of the event at any time, and none of another', async () => {
    const id = await scanned();
    const elsewhere = await aDoorDay(test, staff);
    const theirs = await pairPhone(test, staff, elsewhere.conferenceId, 'supervisor');
    test.clock.set(at('15:00:00'));
    expect(await annul(theirs, id)).toMatchObject({ status: 404 });
    expect(await annul(lead, id)).toMatchObject({ status: 200 });
    expect(await attendance()).toMatchObject({ admitted: 0, onSite: 0 });
  });

  it('ends a conflict that it was a side of, and a copy of the scan does not bring it back', async () => {
    const first = doorScan(day, 0, { shown: 'admitted' });
    const second = doorScan(day, 0, { shown: 'admitted' });
    await sendScan(north, first);
    await sendScan(south, second);
    expect(await attendance()).toMatchObject({ conflicts: 1 });
    await annul(north, first.id);
    await sendScan(north, first);
    expect(await attendance()).toMatchObject({ conflicts: 0, admitted: 1, onSite: 1 });
    expect(await countRows(test, 'admissions', `first_scan_id = '${second.id}'`)).toBe(1);
  });

  it('at the same moment as another scan, and many times at once, it happens once', async () => {
    const id = await scanned();
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () => annul(north, id)),
      ...Array.from({ length: 8 }, (_, n) => sendScan(south, doorScan(day, n % 6))),
    ]);
    expect(answers.slice(0, 8).map((answer) => (answer as { status: number }).status)).toEqual(
      Array(8).fill(200),
    );
    expect(await countRows(test, 'scans', `id = '${id}' AND annulled_at IS NOT NULL`)).toBe(1);
  });
});
