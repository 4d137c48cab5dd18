import {
  type Admission,
  foldScans,
  type FoldableScan,
  type ScanConflict,
  type ScanResult,
} from '@lectern/check-in';
import { newId } from '@lectern/core';
import fc from 'fast-check';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDoorDay, type DoorDay, pairPhone, type Phone, sendScans } from './door.harness';

declare const LECTERN_TEST_DIALECT: 'sqlite' | 'mariadb' | undefined;

/** Each run is a day of three phones through the whole API; fewer on the slower database. */
const RUNS = typeof LECTERN_TEST_DIALECT !== 'undefined' && LECTERN_TEST_DIALECT === 'mariadb' ? 5 : 25;
const SEED = Number(process.env['LECTERN_SEED'] ?? Date.now() % 1_000_000);
const TICKETS = 4;
const START = Date.parse('2027-01-12T09:00:00.000Z');

/** What happens at one phone, in turn. */
interface Step {
  readonly phone: 0 | 1 | 2;
  readonly ticket: number;
  readonly direction: 'in' | 'out';
  /** Whether the phone waits for the server, loses its answer, or works by itself. */
  readonly line: 'up' | 'lost' | 'down';
  /** Seconds since the step before. */
  readonly after: number;
  /** Whether the group is cancelled by now, behind the phones' backs. */
  readonly cancelled: boolean;
}

interface Day {
  readonly steps: readonly Step[];
  /** Minutes that each phone's clock is behind. */
  readonly skews: readonly [number, number, number];
  /** In which order the queues come, and how much of them comes twice. */
  readonly order: readonly { readonly phone: 0 | 1 | 2; readonly from: number; readonly size: number }[];
}

const phoneNumber = fc.constantFrom(0 as const, 1 as const, 2 as const);

const aDay: fc.Arbitrary<Day> = fc.record({
  steps: fc.array(
    fc.record({
      phone: phoneNumber,
      ticket: fc.nat(TICKETS - 1),
      direction: fc.constantFrom('in' as const, 'in' as const, 'in' as const, 'out' as const),
      line: fc.constantFrom('up' as const, 'lost' as const, 'down' as const, 'down' as const),
      after: fc.integer({ min: 10, max: 300 }),
      cancelled: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 3, maxLength: 24 },
  ),
  skews: fc.tuple(...([0, 1, 2].map(() => fc.constantFrom(0, 0, -1440, 7, 1440)) as [never, never, never])),
  order: fc.array(fc.record({ phone: phoneNumber, from: fc.nat(10), size: fc.integer({ min: 1, max: 6 }) }), {
    maxLength: 10,
  }),
}) as fc.Arbitrary<Day>;

describe(`three phones, their queues in any order (seed ${SEED})`, () => {
  let test: TestApp;
  let staff: Caller;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
  });

  afterAll(() => test.close());

  /** A phone that knows only its own scans: what it let in and out, as it told its steward. */
  class SimulatedPhone {
    readonly queue: Record<string, unknown>[] = [];
    readonly truth: FoldableScan[] = [];

    constructor(
      private readonly phone: Phone,
      private readonly day: DoorDay,
      private readonly skewMinutes: number,
    ) {}

    /** What this phone's clock shows. */
    private shows(at: number): string {
      return new Date(at - this.skewMinutes * 60_000).toISOString();
    }

    async scan(step: Step, at: number): Promise<void> {
      const { id: ticketId } = this.day.tickets[step.ticket]!;
      const scan = {
        id: newId(),
        checkpointId: this.day.checkpointId,
        ticketId,
        direction: step.direction,
        scannedAt: this.shows(at),
      };
      const answer = step.line === 'down' ? null : (await this.send([scan], at))[0]!;
      const isInside =
        foldScans(this.truth.filter((one) => one.ticketId === ticketId)).admissions[0]?.inside ?? false;
      const own = step.direction === 'out' ? 'left' : isInside ? 'already-in' : 'admitted';
      if (step.line !== 'up') this.queue.push({ ...scan, shown: own });
      // An answer that was lost comes again with the queue: what the server had let in stands.
      const letIn = answer?.outcome === 'admitted' || (step.line !== 'up' && own === 'admitted');
      this.truth.push({
        id: scan.id,
        ticketId,
        checkpointId: this.day.checkpointId,
        admits: 'once',
        deviceId: this.phone.id,
        direction: step.direction,
        at: new Date(at).toISOString(),
        letIn: step.direction === 'in' && letIn,
        overridden: false,
      });
    }

    send(scans: readonly unknown[], at: number): Promise<readonly ScanResult[]> {
      return sendScans(this.phone, scans, this.shows(at));
    }
  }

  const stored = async (day: DoorDay) => {
    const admissions = await test.database.select<Record<string, unknown>>(
      'SELECT ticket_id, first_scan_id, first_device_id, inside FROM admissions WHERE conference_id = ? ORDER BY ticket_id',
      [day.conferenceId],
    );
    const conflicts = await test.database.select<Record<string, unknown>>(
      'SELECT scan_id, first_scan_id FROM scan_conflicts WHERE conference_id = ? ORDER BY scan_id',
      [day.conferenceId],
    );
    return {
      admissions: admissions.map((row) => ({ ...row, inside: Number(row['inside']) === 1 })),
      conflicts,
    };
  };

  const expected = (admissions: readonly Admission[], conflicts: readonly ScanConflict[]) => ({
    admissions: [...admissions]
      .sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1))
      .map((one) => ({
        ticket_id: one.ticketId,
        first_scan_id: one.firstScanId,
        first_device_id: one.firstDeviceId,
        inside: one.inside,
      })),
    conflicts: [...conflicts]
      .sort((a, b) => (a.scanId < b.scanId ? -1 : 1))
      .map((one) => ({ scan_id: one.scanId, first_scan_id: one.firstScanId })),
  });

  const live = async ({ steps, skews, order }: Day): Promise<void> => {
    await test.database.transaction(() => test.database.execute('DELETE FROM throttles', []));
    const day = await aDoorDay(test, staff, { pupils: TICKETS });
    const phones: SimulatedPhone[] = [];
    for (const skew of skews)
      phones.push(new SimulatedPhone(await pairPhone(test, staff, day.conferenceId), day, skew));
    let at = START;
    for (const step of steps) {
      at += step.after * 1000;
      test.clock.set(new Date(at).toISOString());
      if (step.cancelled) await staff.post(`/groups/${day.group.id}/cancellation`, {});
      await phones[step.phone]!.scan(step, at);
    }
    // The network is back, in fits and starts; then each phone sends all of its queue, twice.
    const parts = order.map(({ phone, from, size }) => ({ phone: phones[phone]!, from, size }));
    const whole = [...phones, ...phones].map((phone) => ({ phone, from: 0, size: 500 }));
    for (const { phone, from, size } of [...parts, ...whole]) {
      at += 7000;
      test.clock.set(new Date(at).toISOString());
      const scans = phone.queue.slice(from, from + size);
      if (scans.length > 0) await phone.send(scans, at);
    }
    const truth = phones.flatMap((phone) => phone.truth);
    const folded = foldScans(truth);
    expect(await stored(day)).toEqual(expected(folded.admissions, folded.conflicts));
    const kept = await test.database.select<{ id: string }>('SELECT id FROM scans WHERE conference_id = ?', [
      day.conferenceId,
    ]);
    expect(kept.map(({ id }) => id).sort()).toEqual(truth.map(({ id }) => id).sort());
  };

  it('acceptance 42: leave the fold of all scans, each conflict once and nothing lost', async () => {
    await fc.assert(fc.asyncProperty(aDay, live), { seed: SEED, numRuns: RUNS, endOnFailure: false });
  }, 180_000);
});
