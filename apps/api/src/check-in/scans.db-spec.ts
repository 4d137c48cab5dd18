import { drawShortCode, type PairedDevice, type ScanResult } from '@lectern/check-in';
import { newId } from '@lectern/core';
import type { Group, Ticket } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { TicketsService } from '../registrations/tickets.service';

interface Door {
  readonly paired: PairedDevice;
  readonly caller: Caller;
}

describe('scans at the door', () => {
  let test: TestApp;
  let staff: Caller;
  let conferenceId: string;
  let group: Group;
  let tickets: readonly Ticket[];
  let door: Door;

  const pair = async (id: string, role = 'steward', name = 'Sam'): Promise<Door> => {
    const { body } = await staff.post(`/conferences/${id}/device-pairings`, { role, label: 'North door' });
    const paired = await test.anyone.post<PairedDevice>('/check-in/devices', {
      pairingCode: body.pairingCode,
      name,
    });
    return {
      paired: paired.body,
      caller: test.anyone.with({ authorization: `Bearer ${paired.body.token}` }),
    };
  };

  const aScan = (change: Record<string, unknown> = {}) => ({
    id: newId(),
    checkpointId: door.paired.checkpoints[0]?.id ?? '',
    direction: 'in',
    scannedAt: test.clock.now().toISOString(),
    ...change,
  });

  const scan = async (change: Record<string, unknown>, at: Door = door): Promise<ScanResult> => {
    const { status, body } = await at.caller.post('/check-in/scans', { scans: [aScan(change)] });
    expect(status).toBe(200);
    return body.results[0];
  };

  const rows = async (table: string, where: string): Promise<number> => {
    const [row] = await test.database.select<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`,
    );
    return Number(row?.n);
  };

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000', '910001']);
  });

  beforeEach(async () => {
    test.clock.set('2027-01-12T09:00:00.000Z');
    const conference = await aConferenceThatIs(staff, 'registration-open');
    conferenceId = conference.id;
    group = (await staff.post<Group>(`/conferences/${conferenceId}/groups`, aGroup({ schoolUrn: '910000' })))
      .body;
    await staff.put(`/groups/${group.id}/roster`, { people: aRoster(12) });
    tickets = (await staff.get(`/groups/${group.id}/tickets`)).body.items;
    door = await pair(conferenceId);
  });

  afterAll(() => test.close());

  const ticket = (n: number): Ticket => {
    const found = tickets[n];
    if (!found) throw new Error('no such ticket');
    return found;
  };

  it('acceptance 1: a known code at the right checkpoint is admitted, in one row', async () => {
    const result = await scan({ code: ticket(0).code });
    expect(result).toMatchObject({
      outcome: 'admitted',
      duplicate: false,
      ticket: { displayName: 'Given0 Family' },
    });
    expect(await rows('scans', `conference_id = '${conferenceId}'`)).toBe(1);
    expect(await rows('admissions', `conference_id = '${conferenceId}'`)).toBe(1);
  });

  it('acceptance 2: an unknown code is refused and stored, and force does not admit it', async () => {
    const supervisor = await pair(conferenceId, 'supervisor');
    const result = await scan({ code: 'HELLO', override: { reason: 'I know them' } }, supervisor);
    expect(result).toMatchObject({ outcome: 'refused', reason: 'unknown-code' });
    expect(await rows('scans', `conference_id = '${conferenceId}' AND outcome = 'refused'`)).toBe(1);
  });

  it('acceptance 3: internal ids are not codes', async () => {
    for (const code of [ticket(0).id, ticket(0).personId, group.id]) {
      expect(await scan({ code })).toMatchObject({ outcome: 'refused', reason: 'unknown-code' });
    }
  });

  it('acceptance 4: stray case, spaces and an address in front still resolve', async () => {
    const { code } = ticket(1);
    expect(await scan({ code: ` ${code.toLowerCase()} ` })).toMatchObject({ outcome: 'admitted' });
    expect(await scan({ code: `https://lectern.example/t/${code}` })).toMatchObject({
      outcome: 'already-in',
    });
  });

  it('acceptance 5: another event’s code has its own reason', async () => {
    const other = await aConferenceThatIs(staff, 'registration-open');
    const theirs = await staff.post(`/conferences/${other.id}/groups`, aGroup({ schoolUrn: '910000' }));
    await staff.put(`/groups/${theirs.body.id}/roster`, { people: aRoster(1) });
    const { body } = await staff.get(`/groups/${theirs.body.id}/tickets`);
    expect(await scan({ code: body.items[0].code })).toMatchObject({
      outcome: 'refused',
      reason: 'wrong-event',
    });
  });

  it('acceptance 6 and 10: a replaced badge and a cancelled group each have their own reason', async () => {
    const roster = (await staff.get(`/groups/${group.id}/roster`)).body.people;
    await staff.put(`/groups/${group.id}/roster`, { people: roster.slice(1) });
    expect(await scan({ code: ticket(0).code })).toMatchObject({ outcome: 'refused', reason: 'revoked' });
    await staff.post(`/groups/${group.id}/cancellation`, {});
    expect(await scan({ code: ticket(1).code })).toMatchObject({ outcome: 'refused', reason: 'cancelled' });
  });

  it('acceptance 7: a forged or damaged signature is refused', async () => {
    const { code } = ticket(0);
    const last = code.at(-3) === 'A' ? 'B' : 'A';
    const forged = `${code.slice(0, -3)}${last}${code.slice(-2)}`;
    expect(await scan({ code: forged })).toMatchObject({ outcome: 'refused', reason: 'damaged-code' });
    expect(await scan({ code: code.slice(0, 60) })).toMatchObject({
      outcome: 'refused',
      reason: 'damaged-code',
    });
  });

  it('a coach’s code opens a party and lets nobody in by itself; a forged one is damaged', async () => {
    const facts = await test.app.get(ConferencePlacesService).facts(conferenceId);
    const codeOf = await test.app.get(TicketsService).partyCodes(facts!);
    const code = codeOf(group.id);
    expect(await scan({ code })).toMatchObject({ outcome: 'refused', reason: 'party-code' });
    // A ticket's signature under a party's mark is no party's.
    expect(await scan({ code: `P1${ticket(0).code.slice(2)}` })).toMatchObject({ reason: 'damaged-code' });
    expect(await scan({ code: `L1${code.slice(2)}` })).toMatchObject({ reason: 'damaged-code' });
  });

  it('acceptance 8: outside the checkpoint’s window says when it opens, and when it closed', async () => {
    const { body } = await staff.post(`/conferences/${conferenceId}/checkpoints`, {
      name: 'Lunch',
      admits: 'once',
      opensAt: '2027-01-12T12:00:00Z',
      closesAt: '2027-01-12T13:30:00Z',
    });
    const early = await scan({ code: ticket(0).code, checkpointId: body.id });
    expect(early).toMatchObject({ outcome: 'refused', reason: 'too-early' });
    expect(early.message).toContain('12pm');
    test.clock.set('2027-01-12T14:00:00.000Z');
    const late = await scan({ code: ticket(0).code, checkpointId: body.id });
    expect(late).toMatchObject({ outcome: 'refused', reason: 'too-late' });
    expect(late.message).toContain('1.30pm');
  });

  it('acceptance 9: a typed short code resolves, and a wrong check character says so', async () => {
    const { shortCode } = ticket(2);
    expect(await scan({ code: shortCode.toLowerCase().replace('-', ' ') })).toMatchObject({
      outcome: 'admitted',
    });
    const swapped = `${shortCode[1] ?? ''}${shortCode[0] ?? ''}${shortCode.slice(2)}`;
    const wrong =
      shortCode[0] === shortCode[1]
        ? `${shortCode.slice(0, -1)}${shortCode.at(-1) === 'A' ? 'B' : 'A'}`
        : swapped;
    expect(await scan({ code: wrong })).toMatchObject({ outcome: 'refused', reason: 'mistyped-code' });
  });

  it('acceptance 14: a second scan is already in, with the first time and door', async () => {
    await scan({ code: ticket(0).code });
    test.clock.advance(12 * 60_000);
    const again = await scan({ code: ticket(0).code });
    expect(again).toMatchObject({
      outcome: 'already-in',
      firstAdmittedAt: '2027-01-12T09:00:00.000Z',
      firstDoor: 'Main door',
    });
    expect(again.message).toContain('09:00');
  });

  it('acceptance 15: the same scan id ten times at once is one row and one answer', async () => {
    const one = aScan({ code: ticket(0).code });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => door.caller.post('/check-in/scans', { scans: [one] })),
    );
    const results = answers.map(({ body }) => body.results[0] as ScanResult);
    expect(results.map(({ outcome }) => outcome)).toEqual(results.map(() => 'admitted'));
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(results.map(({ duplicate: _, ...rest }) => JSON.stringify(rest))).size).toBe(1);
    expect(await rows('scans', `id = '${one.id}'`)).toBe(1);
  });

  it('acceptance 16 and 17: a many-times checkpoint takes each scan; two checkpoints each admit once', async () => {
    const { body: lunch } = await staff.post(`/conferences/${conferenceId}/checkpoints`, {
      name: 'Library',
      admits: 'many',
    });
    expect(await scan({ code: ticket(0).code, checkpointId: lunch.id })).toMatchObject({
      outcome: 'admitted',
    });
    expect(await scan({ code: ticket(0).code, checkpointId: lunch.id })).toMatchObject({
      outcome: 'admitted',
    });
    expect(await scan({ code: ticket(0).code })).toMatchObject({ outcome: 'admitted' });
    expect(await rows('scans', `conference_id = '${conferenceId}' AND outcome = 'admitted'`)).toBe(3);
  });

  it('acceptance 11, 18 and 28: a supervisor may let a repeat in with a reason, a steward may not', async () => {
    await scan({ code: ticket(0).code });
    const override = { reason: 'Badge lent to the twin by mistake' };
    expect(await scan({ code: ticket(0).code, override })).toMatchObject({
      outcome: 'refused',
      reason: 'not-a-supervisor',
    });
    const supervisor = await pair(conferenceId, 'supervisor');
    expect(await scan({ code: ticket(0).code, override }, supervisor)).toMatchObject({ outcome: 'admitted' });
    expect(await scan({ code: ticket(1).code, override }, supervisor)).toMatchObject({ outcome: 'admitted' });
    expect(await rows('scans', `conference_id = '${conferenceId}' AND override_needed = 1`)).toBe(1);
    expect(await rows('scans', `conference_id = '${conferenceId}' AND override_needed = 0`)).toBe(1);
  });

  it('rule 4, acceptance 20, 21 and 23: leaving is always recorded, and coming back is let in', async () => {
    expect(await scan({ code: ticket(0).code, direction: 'out' })).toMatchObject({ outcome: 'left' });
    expect(await scan({ code: ticket(0).code })).toMatchObject({ outcome: 'admitted' });
    expect(await scan({ code: ticket(0).code, direction: 'out' })).toMatchObject({ outcome: 'left' });
    await staff.post(`/groups/${group.id}/cancellation`, {});
    expect(await scan({ code: ticket(0).code, direction: 'out' })).toMatchObject({ outcome: 'left' });
  });

  it('acceptance 22: the time of the scan decides who is inside, not the time of its upload', async () => {
    const { code } = ticket(0);
    test.clock.set('2027-01-12T12:00:00.000Z');
    await scan({ code, direction: 'out', scannedAt: '2027-01-12T11:00:00.000Z' });
    await scan({ code, direction: 'in', scannedAt: '2027-01-12T09:05:00.000Z' });
    const { body } = await staff.get(`/conferences/${conferenceId}/attendance`);
    expect(body).toMatchObject({ admitted: 1, onSite: 0, left: 1 });
  });

  it('acceptance 45: a device clock one day wrong does not change who is inside', async () => {
    const { code } = ticket(0);
    const wrong = (instant: string) => new Date(Date.parse(instant) - 24 * 3_600_000).toISOString();
    test.clock.set('2027-01-12T09:05:00.000Z');
    await scan({ code, scannedAt: '2027-01-12T09:05:00.000Z' });
    test.clock.set('2027-01-12T11:00:00.000Z');
    const body = {
      scans: [aScan({ code, direction: 'out', scannedAt: wrong('2027-01-12T10:59:00.000Z') })],
      sentAt: wrong('2027-01-12T11:00:00.000Z'),
    };
    await door.caller.post('/check-in/scans', body);
    expect((await staff.get(`/conferences/${conferenceId}/attendance`)).body).toMatchObject({
      onSite: 0,
      left: 1,
    });
  });

  it('rule 3, acceptance 41: 100 scans of one ticket at once are one first admission', async () => {
    const other = await pair(conferenceId, 'steward', 'Alex');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 === 0 ? door : other).caller.post('/check-in/scans', {
          scans: [aScan({ code: ticket(0).code })],
        }),
      ),
    );
    const outcomes = answers.map(({ body }) => (body.results[0] as ScanResult).outcome);
    expect(outcomes.filter((outcome) => outcome === 'admitted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already-in')).toHaveLength(99);
    expect(await rows('admissions', `ticket_id = '${ticket(0).id}'`)).toBe(1);
    expect(await rows('scans', `ticket_id = '${ticket(0).id}'`)).toBe(100);
  });

  it('acceptance 35: one bad scan never holds up the others, and answers come in order', async () => {
    const scans = [
      aScan({ code: ticket(0).code }),
      { id: 'x' },
      aScan({ code: ticket(1).code, scannedAt: '0001-01-01T00:00:00Z' }),
      aScan({ code: ticket(2).code }),
    ];
    const { body } = await door.caller.post('/check-in/scans', { scans });
    expect(body.results.map(({ outcome, reason }: ScanResult) => reason ?? outcome)).toEqual([
      'admitted',
      'bad-scan',
      'bad-scan',
      'admitted',
    ]);
  });

  it('takes a batch of 500 and refuses one of 501', async () => {
    const scans = Array.from({ length: 500 }, (_, n) => aScan({ code: ticket(n % 12).code }));
    const { status, body } = await door.caller.post('/check-in/scans', { scans });
    expect(status).toBe(200);
    expect(body.results).toHaveLength(500);
    expect((await door.caller.post('/check-in/scans', { scans: [...scans, aScan()] })).status).toBe(400);
  });

  it('acceptance 26 and 27: another event’s checkpoint does not exist, nor its scans', async () => {
    const other = await aConferenceThatIs(staff, 'published');
    const { body } = await staff.get(`/conferences/${other.id}/checkpoints`);
    expect(await scan({ code: ticket(0).code, checkpointId: body.items[0].id })).toMatchObject({
      outcome: 'refused',
      reason: 'unknown-checkpoint',
    });
  });

  it('counts arrivals and schools for the dashboard', async () => {
    for (const { code } of tickets.slice(0, 5)) await scan({ code });
    await scan({ code: ticket(0).code, direction: 'out' });
    await scan({ code: 'NONSENSE' });
    const { body } = await staff.get(`/conferences/${conferenceId}/attendance`);
    expect(body).toMatchObject({
      registered: 12,
      admitted: 5,
      onSite: 4,
      left: 1,
      neverCame: 7,
      refused: 1,
      conflicts: 0,
    });
    expect(body.bySchool).toEqual([
      { urn: '910000', name: 'School 910000', registered: 12, admitted: 5, onSite: 4 },
    ]);
    expect(body.arrivals).toEqual([{ from: '2027-01-12T09:00:00.000Z', admitted: 5 }]);
  });

  it('tells a door the roster, then only what changed', async () => {
    const first = await door.caller.get('/check-in/roster');
    expect(first.body).toMatchObject({ full: true, more: false, removals: [] });
    expect(first.body.upserts).toHaveLength(12);
    expect(JSON.stringify(first.body)).not.toContain(ticket(0).code);
    const again = await door.caller.get(`/check-in/roster?cursor=${first.body.cursor}`);
    expect(again.body).toMatchObject({ full: false, upserts: [] });
    await staff.post(`/groups/${group.id}/cancellation`, {});
    const changed = await door.caller.get(`/check-in/roster?cursor=${again.body.cursor}`);
    expect(changed.body.upserts.map(({ status }: { status: string }) => status)).toEqual(
      tickets.map(() => 'cancelled'),
    );
  });

  it('forgets a pairing code after five wrong tries that aim at it', async () => {
    const { body } = await staff.post(`/conferences/${conferenceId}/device-pairings`, {
      role: 'steward',
      label: 'Door',
    });
    const right = body.pairingCode as string;
    const aimed = Array.from(right.slice(0, 4), (symbol) =>
      '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(symbol),
    );
    const guess = (): string => {
      let at = 0;
      const code = drawShortCode(() =>
        at++ % 7 < 4 ? (aimed[(at - 1) % 7] ?? 0) : Math.floor(Math.random() * 32),
      );
      return code.slice(4) === right.replace('-', '').slice(4) ? guess() : code;
    };
    for (let tries = 0; tries < 5; tries++) {
      expect(
        (await test.anyone.post('/check-in/devices', { pairingCode: guess(), name: 'Sam' })).status,
      ).toBe(404);
    }
    expect((await test.anyone.post('/check-in/devices', { pairingCode: right, name: 'Sam' })).status).toBe(
      404,
    );
  });

  it('pairs once with a code, for ten minutes', async () => {
    const invite = async () =>
      (await staff.post(`/conferences/${conferenceId}/device-pairings`, { role: 'steward', label: 'Door' }))
        .body.pairingCode as string;
    const use = (pairingCode: string) => test.anyone.post('/check-in/devices', { pairingCode, name: 'Sam' });
    const used = await invite();
    expect((await use(used)).status).toBe(201);
    expect((await use(used)).status).toBe(404);
    const old = await invite();
    test.clock.advance(10 * 60_000);
    expect((await use(old)).status).toBe(404);
    const raced = await invite();
    const answers = await Promise.all(Array.from({ length: 8 }, () => use(raced)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('acceptance 37: a revoked phone stops at its next contact', async () => {
    await staff.post(`/devices/${door.paired.deviceId}/revocation`, {});
    expect((await door.caller.get('/check-in/count')).status).toBe(401);
    expect(
      (await door.caller.post('/check-in/scans', { scans: [aScan({ code: ticket(0).code })] })).status,
    ).toBe(401);
  });

  it('stops a phone a day after the event', async () => {
    test.clock.set('2027-03-10T15:00:01.000Z');
    expect((await door.caller.get('/check-in/count')).status).toBe(401);
  });
});
