import fc from 'fast-check';
import { type FoldableScan, foldScans } from './fold-scans.rules';

const aScan = (id: string, at: string, changes: Partial<FoldableScan> = {}): FoldableScan => ({
  id,
  ticketId: 'amira',
  checkpointId: 'door',
  admits: 'once',
  deviceId: 'north',
  direction: 'in',
  at: `2027-03-09T${at}:00.000Z`,
  letIn: true,
  ...changes,
});

describe('folding scans', () => {
  it('acceptance 14: the first admission keeps its time and device; a refused repeat adds nothing', () => {
    const { admissions, conflicts } = foldScans([
      aScan('b', '09:20', { deviceId: 'south', letIn: false }),
      aScan('a', '09:12'),
    ]);
    expect(admissions).toEqual([
      {
        ticketId: 'amira',
        checkpointId: 'door',
        firstAdmittedAt: '2027-03-09T09:12:00.000Z',
        firstScanId: 'a',
        firstDeviceId: 'north',
        inside: true,
        lastAt: '2027-03-09T09:12:00.000Z',
      },
    ]);
    expect(conflicts).toEqual([]);
  });

  it('acceptance 17: two checkpoints each admit once', () => {
    const { admissions } = foldScans([aScan('a', '09:12'), aScan('b', '11:00', { checkpointId: 'lab' })]);
    expect(admissions.map((a) => [a.checkpointId, a.firstScanId])).toEqual([
      ['door', 'a'],
      ['lab', 'b'],
    ]);
  });

  it('acceptance 20: leaving is recorded with no entry on record', () => {
    const { admissions } = foldScans([aScan('a', '15:00', { direction: 'out' })]);
    expect(admissions).toMatchObject([{ firstAdmittedAt: null, inside: false }]);
  });

  it('acceptance 21: in, out and in again at two doors is no conflict', () => {
    const { admissions, conflicts } = foldScans([
      aScan('a', '09:00'),
      aScan('b', '10:00', { direction: 'out' }),
      aScan('c', '10:30', { deviceId: 'south' }),
    ]);
    expect(admissions).toMatchObject([
      { firstScanId: 'a', inside: true, lastAt: '2027-03-09T10:30:00.000Z' },
    ]);
    expect(conflicts).toEqual([]);
  });

  it('acceptance 22: the time of scan decides, not the order of upload', () => {
    const { admissions } = foldScans([
      aScan('b', '15:00', { direction: 'out' }),
      aScan('a', '09:00', { deviceId: 'south' }),
    ]);
    expect(admissions).toMatchObject([{ firstDeviceId: 'south', inside: false }]);
  });

  it('two devices that both let a ticket in at a once-only checkpoint are a conflict, told once', () => {
    const scans = [aScan('a', '09:00'), aScan('b', '09:05', { deviceId: 'south' })];
    expect(foldScans([...scans, ...scans]).conflicts).toEqual([
      {
        ticketId: 'amira',
        checkpointId: 'door',
        firstScanId: 'a',
        firstDeviceId: 'north',
        scanId: 'b',
        deviceId: 'south',
        at: '2027-03-09T09:05:00.000Z',
      },
    ]);
  });

  it('neither a many-times checkpoint nor a supervisor’s override makes a conflict', () => {
    const twice = (changes: Partial<FoldableScan>) => [
      aScan('a', '09:00', changes),
      aScan('b', '09:05', { deviceId: 'south', ...changes }),
    ];
    expect(foldScans(twice({ admits: 'many' })).conflicts).toEqual([]);
    expect(foldScans(twice({ overridden: true })).conflicts).toEqual([]);
  });

  it('within one instant the id decides', () => {
    const scans = [aScan('b', '09:00'), aScan('a', '09:00', { deviceId: 'south' })];
    expect(foldScans(scans).admissions).toMatchObject([{ firstScanId: 'a' }]);
  });

  it('acceptance 42: any order, with any repeats, gives the same state and each conflict once', () => {
    const someScans = fc.uniqueArray(
      fc.record({
        id: fc.nat(60).map((n) => `scan-${n}`),
        ticketId: fc.constantFrom('amira', 'ben'),
        checkpointId: fc.constantFrom('door', 'lab'),
        admits: fc.constant('once' as const),
        deviceId: fc.constantFrom('north', 'south', 'west'),
        direction: fc.constantFrom('in' as const, 'in' as const, 'out' as const),
        at: fc.nat(5).map((minute) => `2027-03-09T09:0${minute}:00.000Z`),
        letIn: fc.boolean(),
        overridden: fc.boolean(),
      }),
      { selector: (scan) => scan.id, maxLength: 25 },
    );
    const shuffled = someScans.chain((scans) =>
      fc.tuple(
        fc.constant(scans),
        fc
          .subarray(scans)
          .chain((repeats) =>
            fc.shuffledSubarray([...scans, ...repeats], { minLength: scans.length + repeats.length }),
          ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([scans, arrived]) => {
        const folded = foldScans(arrived);
        expect(folded).toEqual(foldScans(scans));
        expect(new Set(folded.conflicts.map((c) => c.scanId)).size).toBe(folded.conflicts.length);
      }),
    );
  });
});
