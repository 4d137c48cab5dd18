import type { AdmissionChanges, Conflict, DoorState, RosterChanges } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDoorDay, countRows, type DoorDay, doorScan, pairPhone, type Phone, sendScan } from './door.harness';

const NOON = '2027-01-12T12:00:00.000Z';

describe('a phone in touch', () => {
  let test: TestApp;
  let staff: Caller;
  let day: DoorDay;
  let north: Phone;
  let south: Phone;
  let lead: Phone;

  const contact = async (phone: Phone, change: Record<string, unknown> = {}): Promise<DoorState> => {
    const asked = { sentAt: NOON, queued: 0, parked: 0, appVersion: '0.1.0', ...change };
    const { status, body } = await phone.caller.post<DoorState>('/check-in/contact', asked);
    expect(status).toBe(200);
    return body;
  };

  const letIn = (phone: Phone, ticket: number) =>
    sendScan(phone, doorScan(day, ticket, { shown: 'admitted' }));

  const admissions = async (cursor?: string): Promise<AdmissionChanges> =>
    (await north.caller.get(`/check-in/admissions${cursor === undefined ? '' : `?cursor=${cursor}`}`)).body;

  const roster = async (cursor?: string): Promise<RosterChanges> =>
    (await north.caller.get(`/check-in/roster${cursor === undefined ? '' : `?cursor=${cursor}`}`)).body;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
  });

  beforeEach(async () => {
    day = await aDoorDay(test, staff);
    north = await pairPhone(test, staff, day.conferenceId, 'steward', 'Nora');
    south = await pairPhone(test, staff, day.conferenceId, 'steward', 'Sol');
    lead = await pairPhone(test, staff, day.conferenceId, 'supervisor', 'Lee');
    test.clock.set(NOON);
  });

  afterAll(() => test.close());

  it('says how it is, and staff see it', async () => {
    const told = await contact(north, { sentAt: '2027-01-12T11:58:00.000Z', queued: 12, parked: 3 });
    expect(told).toMatchObject({ role: 'steward', serverTime: NOON, skewMs: 120_000 });
    const { body } = await staff.get(`/conferences/${day.conferenceId}/devices`);
    expect(body.items.find(({ id }: { id: string }) => id === north.id)).toMatchObject({
      queued: 12,
      parked: 3,
      appVersion: '0.1.0',
      skewMs: 120_000,
      lastSeenAt: NOON,
    });
  });

  it('is told the doors, the parties, the keys and the count', async () => {
    await letIn(south, 0);
    const told = await contact(north);
    expect(told.conference).toEqual(north.paired.conference);
    expect(told.publicKey).toBe(north.paired.publicKey);
    expect(told.checkpoints).toEqual(north.paired.checkpoints);
    expect(told.groups).toEqual([{ groupId: day.group.id, school: 'School 910000', status: 'confirmed' }]);
    expect(told.count).toEqual({ admitted: 1, onSite: 1 });
    expect(JSON.stringify(told)).not.toContain(day.tickets[1]!.displayName);
    await staff.post(`/groups/${day.group.id}/cancellation`, {});
    expect((await contact(north)).groups).toMatchObject([{ status: 'cancelled' }]);
  });

  it('acceptance 45: measures its clock as it pairs, also one that is years off', async () => {
    const pairing = await staff.post(`/conferences/${day.conferenceId}/device-pairings`, {
      role: 'steward',
      label: 'South',
    });
    const { body } = await test.anyone.post('/check-in/devices', {
      pairingCode: pairing.body.pairingCode,
      name: 'Kim',
      sentAt: '2027-01-11T12:00:00.000Z',
    });
    expect(await countRows(test, 'devices', `id = '${body.deviceId}' AND skew_ms = 86400000`)).toBe(1);
    await contact(north, { sentAt: '1987-01-11T12:00:00.000Z' });
    expect(await countRows(test, 'devices', `id = '${north.id}' AND skew_ms = 2000000000`)).toBe(1);
  });

  describe('with a ticket that two phones let in', () => {
    let conflict: Conflict;

    beforeEach(async () => {
      await letIn(north, 0);
      await letIn(south, 0);
      [conflict] = (await contact(north)).conflicts as [Conflict];
    });

    const settle = (by: Caller, path = '/check-in/conflicts') =>
      by.post(`${path}/${conflict.id}/settlement`, { reason: ' Twins: both badges were looked at ' });

    it('tells both sides and the supervisor, and no other phone', async () => {
      expect(conflict).toMatchObject({
        displayName: day.tickets[0]!.displayName,
        school: 'School 910000',
        checkpoint: 'Main door',
        settledAt: null,
        reason: null,
      });
      expect([conflict.first.device, conflict.second.device].sort()).toEqual(['Nora, North', 'Sol, North']);
      expect((await contact(south)).conflicts).toEqual([conflict]);
      expect((await contact(lead)).conflicts).toEqual([conflict]);
      const other = await pairPhone(test, staff, day.conferenceId, 'steward', 'Ola');
      expect((await contact(other)).conflicts).toEqual([]);
    });

    it('acceptance 28: a supervisor settles it with a reason, a steward does not, and it is in the trail', async () => {
      expect(await settle(north.caller)).toMatchObject({ status: 403, body: { code: 'not-a-supervisor' } });
      expect((await settle(lead.caller)).body).toMatchObject({
        settledAt: NOON,
        settledBy: 'Lee',
        reason: 'Twins: both badges were looked at',
      });
      expect(await settle(lead.caller)).toMatchObject({ status: 409, body: { code: 'conflict-settled' } });
      expect((await contact(north)).conflicts).toEqual([]);
      expect(
        await countRows(
          test,
          'audit_records',
          `action = 'conflict.settled' AND object_id = '${conflict.id}'`,
        ),
      ).toBe(1);
    });

    it('staff see open ones first, settle them too, and the dashboard counts what is open', async () => {
      await letIn(north, 1);
      await letIn(south, 1);
      const { attendance } = { attendance: `/conferences/${day.conferenceId}/attendance` };
      expect((await staff.get(attendance)).body.conflicts).toBe(2);
      expect((await settle(staff, '/conflicts')).body).toMatchObject({ settledBy: 'A staff' });
      const { body } = await staff.get(`/conferences/${day.conferenceId}/conflicts`);
      expect(body.items.map(({ settledAt }: Conflict) => settledAt)).toEqual([null, NOON]);
      expect((await staff.get(attendance)).body.conflicts).toBe(1);
    });

    it('a settled one stays settled when a scan comes that changes the order', async () => {
      await settle(lead.caller);
      await sendScan(lead, doorScan(day, 0, { scannedAt: '2027-01-12T08:00:00.000Z', shown: 'admitted' }));
      expect(
        await countRows(test, 'scan_conflicts', `id = '${conflict.id}' AND settled_at IS NOT NULL`),
      ).toBe(1);
    });

    it('acceptance 26: another event’s phone does not know of it', async () => {
      const elsewhere = await aDoorDay(test, staff);
      const theirs = await pairPhone(test, staff, elsewhere.conferenceId, 'supervisor');
      test.clock.set(NOON);
      for (const id of [conflict.id, newId(), 'nonsense']) {
        const { status } = await theirs.caller.post(`/check-in/conflicts/${id}/settlement`, { reason: 'x' });
        expect(status).toBe(404);
      }
    });
  });

  describe('and the state of every ticket', () => {
    it('comes whole at first, then what changed, and no change is missed', async () => {
      await sendScan(north, doorScan(day, 0, { scannedAt: NOON }));
      const first = await admissions();
      expect(first).toMatchObject({ full: true, more: false });
      expect(first.upserts).toEqual([
        {
          ticketId: day.tickets[0]!.id,
          checkpointId: day.checkpointId,
          firstAdmittedAt: NOON,
          firstDoor: 'Main door',
          inside: true,
          lastAt: NOON,
        },
      ]);
      // Stored by now, though it was written before the cursor was given.
      await test.database.transaction(() =>
        test.database.execute(
          'INSERT INTO admissions (ticket_id, checkpoint_id, conference_id, school_urn, inside, last_at, changed_at)' +
            " VALUES (?, ?, ?, '910000', ?, ?, ?)",
          [
            day.tickets[1]!.id,
            day.checkpointId,
            day.conferenceId,
            true,
            test.clock.now(),
            new Date('2027-01-12T11:59:50Z'),
          ],
        ),
      );
      const second = await admissions(first.cursor);
      expect(second).toMatchObject({ full: false, more: false });
      expect(second.upserts.map(({ ticketId }) => ticketId)).toContain(day.tickets[1]!.id);
      test.clock.advance(60_000);
      const idle = await admissions((await admissions(second.cursor)).cursor);
      expect(idle.upserts).toEqual([]);
      await sendScan(
        north,
        doorScan(day, 0, { direction: 'out', scannedAt: test.clock.now().toISOString() }),
      );
      expect((await admissions(idle.cursor)).upserts).toMatchObject([{ inside: false }]);
    });

    it.each([
      'garbage',
      'W10',
      Buffer.from(JSON.stringify([4_000_000_000_000, -1, '', ''])).toString('base64url'),
    ])('begins anew for a place that is not known: %s', async (cursor) => {
      expect(await admissions(cursor)).toMatchObject({ full: true });
      expect(await roster(cursor)).toMatchObject({ full: true, more: false });
    });

    it('begins the roster anew when its place is ahead of the database, which was put back', async () => {
      const ahead = Buffer.from(JSON.stringify([1_000_000, 'x'])).toString('base64url');
      const { full, upserts } = await roster(ahead);
      expect(full).toBe(true);
      expect(upserts).toHaveLength(6);
    });

    it('acceptance 31: a download that is cut off resumes at its cursor, with nothing missing and little twice', async () => {
      const ids = Array.from({ length: 2_300 }, () => newId());
      const now = test.clock.now();
      await test.database.transaction(async () => {
        for (const [n, id] of ids.entries()) {
          await test.database.execute(
            'INSERT INTO tickets (id, conference_id, group_id, kind, display_name, short_code, status, roster_version,' +
              " issued_at) VALUES (?, ?, ?, 'pupil', ?, ?, 'valid', ?, ?)",
            [id, day.conferenceId, day.group.id, `Pupil ${n}`, String(n).padStart(8, '0'), 1, now],
          );
          await test.database.execute(
            'INSERT INTO admissions (ticket_id, checkpoint_id, conference_id, school_urn, inside, last_at, changed_at)' +
              " VALUES (?, ?, ?, '910000', ?, ?, ?)",
            [id, day.checkpointId, day.conferenceId, true, now, now],
          );
        }
      });
      for (const read of [roster, admissions]) {
        const got: string[] = [];
        let cursor: string | undefined;
        for (let more = true; more;) {
          // The first try of each page is lost on the way.
          await read(cursor);
          const page = await read(cursor);
          expect(page.full).toBe(cursor === undefined);
          got.push(...page.upserts.map(({ ticketId }) => ticketId));
          ({ cursor, more } = page);
        }
        expect(got.length).toBe(new Set(got).size);
        expect(new Set(got)).toEqual(new Set([...got, ...ids]));
        const { upserts, full } = await read(cursor);
        expect({ full, few: upserts.length <= 1000 }).toEqual({ full: false, few: true });
      }
    });
  });
});
