import type { DoorResults, ScanResult } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { type Answer, type Caller, testApp, type TestApp } from '../app.harness';
import { aDoorDay, countRows, type DoorDay, doorScan, pairPhone, type Phone, sendScan } from './door.harness';

const at = (time: string): string => `2027-01-12T${time}:00.000Z`;

describe('parties, and the end of the day', () => {
  let test: TestApp;
  let staff: Caller;
  let day: DoorDay;
  let north: Phone;
  let lead: Phone;

  const anArrival = (change: Record<string, unknown> = {}) => ({
    id: newId(),
    checkpointId: day.checkpointId,
    groupId: day.group.id,
    absentTicketIds: [day.tickets[1]!.id, day.tickets[4]!.id],
    scannedAt: at('09:30'),
    ...change,
  });

  const arrive = (request: unknown, { caller } = north): Promise<Answer<DoorResults>> =>
    caller.post('/check-in/party-arrivals', request);

  const outcomes = ({ body }: Answer<DoorResults>): string[] => body.results.map(({ outcome }) => outcome);
  const attendance = async () => (await staff.get(`/conferences/${day.conferenceId}/attendance`)).body;
  const scans = (): Promise<number> => countRows(test, 'scans', `conference_id = '${day.conferenceId}'`);

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
  });

  beforeEach(async () => {
    day = await aDoorDay(test, staff, { pupils: 12, adults: 2 });
    north = await pairPhone(test, staff, day.conferenceId);
    lead = await pairPhone(test, staff, day.conferenceId, 'supervisor', 'Lee');
    test.clock.set(at('10:00'));
  });

  afterAll(() => test.close());

  it('acceptance 43: fourteen with two absentees, sent again and again, are twelve inside', async () => {
    const arrival = anArrival();
    const first = await arrive(arrival);
    expect(first.status).toBe(200);
    expect(outcomes(first)).toEqual(Array(12).fill('admitted'));
    for (let n = 0; n < 3; n++) {
      const again = await arrive(arrival);
      expect(again.body.results).toEqual(
        first.body.results.map((result) => ({ ...result, duplicate: true })),
      );
    }
    expect(await attendance()).toMatchObject({ registered: 14, admitted: 12, onSite: 12, neverCame: 2 });
    expect(await scans()).toBe(12);
  });

  it('acceptance 43: half of it stored before, the rest comes and nobody twice; at once, too', async () => {
    const arrival = anArrival();
    await arrive(anArrival({ id: arrival.id, absentTicketIds: day.tickets.slice(0, 7).map(({ id }) => id) }));
    expect(await scans()).toBe(7);
    await Promise.all(Array.from({ length: 5 }, () => arrive(arrival)));
    // One absentee was in the stored half, so that scan stands.
    const present = new Set(
      day.tickets
        .filter((ticket, n) => n >= 7 || !arrival.absentTicketIds.includes(ticket.id))
        .map(({ id }) => id),
    );
    expect(await scans()).toBe(present.size);
    expect(await attendance()).toMatchObject({ admitted: present.size, conflicts: 0 });
  });

  it('lets latecomers in one by one, or as a second arrival; who is in already is told so', async () => {
    await arrive(anArrival());
    expect(await sendScan(north, doorScan(day, 1, { scannedAt: at('10:00') }))).toMatchObject({
      outcome: 'admitted',
    });
    const rest = await arrive(anArrival({ absentTicketIds: [] }));
    expect(outcomes(rest).filter((outcome) => outcome === 'admitted')).toHaveLength(1);
    expect(outcomes(rest).filter((outcome) => outcome === 'already-in')).toHaveLength(13);
    expect(await attendance()).toMatchObject({ admitted: 14, onSite: 14, conflicts: 0 });
  });

  it('lets them out together: whoever is inside, and the answer again is the same', async () => {
    await arrive(anArrival());
    test.clock.set(at('15:00'));
    const leaving = anArrival({
      direction: 'out',
      absentTicketIds: [day.tickets[0]!.id],
      scannedAt: at('14:55'),
    });
    const first = await arrive(leaving);
    expect(outcomes(first)).toEqual(Array(11).fill('left'));
    expect((await arrive(leaving)).body.results).toEqual(
      first.body.results.map((result) => ({ ...result, duplicate: true })),
    );
    expect(await attendance()).toMatchObject({ admitted: 12, onSite: 1, left: 11 });
  });

  it('waits for nobody who was taken off the list, and lets a cancelled group in by nobody', async () => {
    const { body } = await staff.get(`/groups/${day.group.id}/roster`);
    await staff.put(`/groups/${day.group.id}/roster`, { people: body.people.slice(1) });
    expect(outcomes(await arrive(anArrival({ absentTicketIds: [] })))).toHaveLength(13);
    await staff.post(`/groups/${day.group.id}/cancellation`, {});
    expect((await arrive(anArrival())).body.results).toEqual([]);
    const left = await arrive(anArrival({ direction: 'out', absentTicketIds: [], scannedAt: at('09:45') }));
    expect(outcomes(left)).toHaveLength(13);
  });

  it('refuses another event’s group and door, and an absentee who is not of the party', async () => {
    const elsewhere = await aDoorDay(test, staff);
    test.clock.set(at('10:00'));
    const unknown = { status: 404, body: { code: 'not-found' } };
    expect(await arrive(anArrival({ groupId: elsewhere.group.id, absentTicketIds: [] }))).toMatchObject(
      unknown,
    );
    expect(await arrive(anArrival({ checkpointId: elsewhere.checkpointId }))).toMatchObject(unknown);
    expect(
      await arrive(anArrival({ absentTicketIds: [day.tickets[0]!.id, elsewhere.tickets[0]!.id] })),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'absentTicketIds[1]', code: 'not-in-party' }] },
    });
    expect(await scans()).toBe(0);
  });

  describe('acceptance 24: the end-of-day check-out touches only those inside', () => {
    const path = () => `/conferences/${day.conferenceId}/day-end`;

    beforeEach(async () => {
      await arrive(anArrival());
      await sendScan(north, doorScan(day, 0, { direction: 'out', scannedAt: at('10:00') }));
      test.clock.set(at('16:00'));
    });

    it('at the desk, flagged as made by it, once however often it is pressed', async () => {
      const before = await scans();
      const answers = await Promise.all(Array.from({ length: 4 }, () => staff.post<DoorResults>(path(), {})));
      for (const answer of answers) expect(answer.status).toBe(200);
      const fresh = answers
        .flatMap(({ body }) => body.results)
        .filter(({ duplicate }: ScanResult) => !duplicate);
      expect(fresh.map(({ outcome }) => outcome)).toEqual(Array(11).fill('left'));
      expect(await scans()).toBe(before + 11);
      expect(await countRows(test, 'scans', `conference_id = '${day.conferenceId}' AND by_desk = 1`)).toBe(
        11,
      );
      expect(await attendance()).toMatchObject({ admitted: 12, onSite: 0, left: 12, neverCame: 2 });
      expect((await staff.post(path(), {})).body.results).toEqual([]);
      const { body } = await staff.get(`/conferences/${day.conferenceId}/devices`);
      expect(body.items.map(({ label }: { label: string }) => label)).toEqual(['North', 'North']);
    });

    it('by a supervisor’s phone at a given time; whoever came in later stays in, and a steward may not', async () => {
      await sendScan(north, doorScan(day, 1, { scannedAt: at('15:30') }));
      expect(await north.caller.post('/check-in/day-end', {})).toMatchObject({ status: 403 });
      const { body } = await lead.caller.post('/check-in/day-end', { at: at('15:00') });
      expect(body.results).toHaveLength(11);
      expect(await attendance()).toMatchObject({ onSite: 1 });
      expect(await countRows(test, 'scans', `device_id = '${lead.id}' AND by_desk = 1`)).toBe(11);
      expect(
        await countRows(test, 'audit_records', `action = 'day.ended' AND object_id = '${day.conferenceId}'`),
      ).toBe(1);
    });

    it('as a browser asks for it, with a key for its press: once, and phones scan on', async () => {
      const browser = staff.with({ 'idempotency-key': 'end-of-the-day-pressed-once' });
      const first = await browser.post<DoorResults>(path(), {});
      expect(first).toMatchObject({ status: 200 });
      expect(first.body.results).toHaveLength(11);
      expect((await browser.post<DoorResults>(path(), {})).body).toEqual(first.body);
      expect(await attendance()).toMatchObject({ onSite: 0 });
      test.clock.set(at('16:05'));
      expect(await sendScan(north, doorScan(day, 5, { scannedAt: at('16:05') }))).toMatchObject({
        outcome: 'admitted',
      });
      expect(await attendance()).toMatchObject({ onSite: 1 });
    });

    it('takes those out of the building whom only a room has seen', async () => {
      const { body: room } = await staff.post(`/conferences/${day.conferenceId}/checkpoints`, {
        name: 'Library',
        admits: 'many',
      });
      const there = { checkpointId: room.id, scannedAt: at('15:00') };
      // One whom the main door never saw, and one who came back past it.
      await sendScan(north, doorScan(day, 1, there));
      await sendScan(north, doorScan(day, 0, there));
      const here = async () => (await staff.get(`/conferences/${day.conferenceId}/roll`)).body.here as number;
      expect(await here()).toBe(13);
      expect((await staff.post(path(), {})).body.results).toHaveLength(13);
      expect(await here()).toBe(0);
      expect((await staff.post(path(), {})).body.results).toEqual([]);
    });

    it('counts somebody once who is inside at two checkpoints', async () => {
      const { body: room } = await staff.post(`/conferences/${day.conferenceId}/checkpoints`, {
        name: 'Library',
        admits: 'many',
      });
      await sendScan(north, doorScan(day, 2, { checkpointId: room.id, scannedAt: at('15:00') }));
      expect((await staff.post(path(), {})).body.results).toHaveLength(11);
      expect(
        await countRows(test, 'admissions', `conference_id = '${day.conferenceId}' AND inside = 1`),
      ).toBe(0);
    });
  });
});
