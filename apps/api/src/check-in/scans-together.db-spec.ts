import { randomBytes } from 'node:crypto';
import type { PairedDevice, ScanResult } from '@lectern/check-in';
import { newId } from '@lectern/core';
import type { Group, Ticket } from '@lectern/registrations';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type Answer,
  aConferenceThatIs,
  aGroup,
  aRoster,
  Caller,
  testApp,
  type TestApp,
} from '../app.harness';
import { createApp } from '../create-app';
import { readConfig } from '../platform/config';
import { makeLogger } from '../platform/logging';
import { Seal } from '../platform/seal';

interface Day {
  readonly conferenceId: string;
  readonly tickets: readonly Ticket[];
  readonly paired: PairedDevice;
  readonly door: Caller;
}

describe('scans that arrive together', () => {
  let test: TestApp;
  let staff: Caller;
  let second: NestFastifyApplication;
  let day: Day;

  const aDay = async (): Promise<Day> => {
    const { id } = await aConferenceThatIs(staff, 'registration-open');
    const group = await staff.post<Group>(`/conferences/${id}/groups`, aGroup({ schoolUrn: '910000' }));
    await staff.put(`/groups/${group.body.id}/roster`, { people: aRoster(24) });
    const tickets = (await staff.get(`/groups/${group.body.id}/tickets`)).body.items as Ticket[];
    const { body } = await staff.post(`/conferences/${id}/device-pairings`, {
      role: 'steward',
      label: 'Door',
    });
    const { body: paired } = await test.anyone.post<PairedDevice>('/check-in/devices', {
      pairingCode: body.pairingCode,
      name: 'Sam',
    });
    const door = test.anyone.with({ authorization: `Bearer ${paired.token}` });
    return { conferenceId: id, tickets, paired, door };
  };

  const aScan = (n: number, change: Record<string, unknown> = {}, at: Day = day) => ({
    id: newId(),
    checkpointId: at.paired.checkpoints[0]?.id,
    code: at.tickets[n]?.code,
    direction: 'in',
    scannedAt: test.clock.now().toISOString(),
    ...change,
  });

  const send = (
    scans: readonly unknown[],
    door: Caller = day.door,
  ): Promise<Answer<{ results: ScanResult[] }>> => door.post('/check-in/scans', { scans });

  const outcomes = (answers: readonly Answer<{ results: ScanResult[] }>[]): string[] =>
    answers.flatMap(({ body }) => body.results.map(({ reason, outcome }) => reason ?? outcome));

  const rows = async (table: string, where: string): Promise<number> => {
    const [row] = await test.database.select<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`,
    );
    return Number(row?.n);
  };

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
    const config = readConfig({ LOG_LEVEL: 'silent', LECTERN_DEMO: 'off' });
    second = await createApp(
      { config, clock: test.clock, logger: makeLogger('silent'), seal: new Seal(randomBytes(32)) },
      test.database,
    );
    await second.init();
    await second.getHttpAdapter().getInstance().ready();
  });

  beforeEach(async () => {
    test.clock.set('2027-01-12T09:00:00.000Z');
    day = await aDay();
  });

  afterAll(() => test.close());

  it('are each stored and answered', async () => {
    const answers = await Promise.all(day.tickets.map((_, n) => send([aScan(n)])));
    expect(outcomes(answers)).toEqual(day.tickets.map(() => 'admitted'));
    expect(new Set(answers.map(({ body }) => body.results[0]?.ticket?.ticketId)).size).toBe(24);
    expect(await rows('scans', `conference_id = '${day.conferenceId}'`)).toBe(24);
    expect(await rows('admissions', `conference_id = '${day.conferenceId}' AND version = 1`)).toBe(24);
  });

  it('acceptance 35: one that can never be stored is refused, and spoils it for none of the others', async () => {
    const theirs = await aDay();
    const taken = aScan(0, {}, theirs);
    await send([taken], theirs.door);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send([aScan(n, n === 7 ? { id: taken.id } : {})])),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(outcomes(answers)).toEqual(answers.map((_, n) => (n === 7 ? 'bad-scan' : 'admitted')));
    expect(await rows('scans', `conference_id = '${day.conferenceId}'`)).toBe(19);
    expect(await rows('scans', `conference_id = '${theirs.conferenceId}'`)).toBe(1);
  });

  it('acceptance 15: twins with one id are one row and one answer, in one upload and across two', async () => {
    const twin = aScan(0);
    const answers = await Promise.all([send([twin, twin]), send([aScan(1)]), send([twin])]);
    const results = answers.flatMap(({ body }) => body.results).filter(({ id }) => id === twin.id);
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(results.map(({ duplicate: _, ...rest }) => JSON.stringify(rest))).size).toBe(1);
    expect(await rows('scans', `id = '${twin.id}'`)).toBe(1);
  });

  it('get the answer of the first time when the whole upload is sent again', async () => {
    const scans = day.tickets.map((_, n) => aScan(n));
    const first = await send(scans);
    test.clock.advance(60_000);
    const again = await send([...scans, aScan(0)]);
    expect(again.body.results.slice(0, -1)).toEqual(
      first.body.results.map((result) => ({ ...result, duplicate: true })),
    );
    expect(again.body.results.at(-1)).toMatchObject({ outcome: 'already-in', duplicate: false });
    expect(await rows('scans', `conference_id = '${day.conferenceId}'`)).toBe(25);
  });

  it('are decided one after the other: in, in again, out and back in one upload', async () => {
    const minute = (n: number) => `2027-01-12T08:0${n}:00.000Z`;
    const first = aScan(0, { scannedAt: minute(1) });
    const answer = await send([
      first,
      aScan(0, { scannedAt: minute(2) }),
      aScan(0, { direction: 'out', scannedAt: minute(3) }),
      aScan(0, { scannedAt: minute(4) }),
    ]);
    expect(outcomes([answer])).toEqual(['admitted', 'already-in', 'left', 'admitted']);
    expect(answer.body.results[3]).toMatchObject({ firstAdmittedAt: minute(1), firstDoor: 'Main door' });
    expect(
      await rows('admissions', `ticket_id = '${day.tickets[0]?.id}' AND first_scan_id = '${first.id}'`),
    ).toBe(1);
  });

  it('acceptance 22: an earlier scan that arrives later becomes the first', async () => {
    const later = aScan(0, { scannedAt: '2027-01-12T08:30:00.000Z' });
    await send([later]);
    const out = aScan(0, { direction: 'out', scannedAt: '2027-01-12T08:40:00.000Z' });
    const earlier = aScan(0, { scannedAt: '2027-01-12T08:20:00.000Z' });
    await send([out, earlier]);
    expect(await rows('admissions', `first_scan_id = '${earlier.id}' AND version = 2 AND inside = 0`)).toBe(
      1,
    );
  });

  it('rule 3, acceptance 41: at two processes, 100 scans of one ticket are one first admission', async () => {
    const elsewhere = new Caller(second, day.door.headers);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => send([aScan(0)], n % 2 === 0 ? day.door : elsewhere)),
    );
    expect(outcomes(answers).filter((outcome) => outcome === 'admitted')).toHaveLength(1);
    expect(outcomes(answers).filter((outcome) => outcome === 'already-in')).toHaveLength(99);
    expect(await rows('admissions', `ticket_id = '${day.tickets[0]?.id}'`)).toBe(1);
    expect(await rows('scans', `ticket_id = '${day.tickets[0]?.id}'`)).toBe(100);
  });

  it('at two processes, mixed queues of all tickets leave one admission each and lose no scan', async () => {
    const elsewhere = new Caller(second, day.door.headers);
    const queues = Array.from({ length: 12 }, (_, n) =>
      day.tickets.map((__, at) => aScan((at * 7 + n) % 24)),
    );
    const answers = await Promise.all(
      queues.map((scans, n) => send(scans, n % 2 === 0 ? day.door : elsewhere)),
    );
    expect(outcomes(answers).filter((outcome) => outcome === 'admitted')).toHaveLength(24);
    expect(await rows('admissions', `conference_id = '${day.conferenceId}'`)).toBe(24);
    expect(await rows('scans', `conference_id = '${day.conferenceId}'`)).toBe(12 * 24);
  });

  it('acceptance 37: a phone that is revoked stops, and no other that asks with it', async () => {
    const theirs = await aDay();
    await staff.post(`/devices/${theirs.paired.deviceId}/revocation`, {});
    const answers = await Promise.all([
      send([aScan(0)]),
      send([aScan(0, {}, theirs)], theirs.door),
      send([aScan(1)]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 200]);
  });
});
