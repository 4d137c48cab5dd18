import { type FoldableScan, foldScans, isCounted } from '@lectern/check-in';
import fc from 'fast-check';
import { AdmissionBook } from './admission-book';
import type { AdmissionRow } from './admissions.repository';

const setting = { conferenceId: 'day', schoolUrn: '910000', door: 'Main door' };

const someScans = fc.uniqueArray(
  fc.record({
    id: fc.nat(80).map((n) => `scan-${String(n).padStart(2, '0')}`),
    ticketId: fc.constantFrom('amira', 'ben'),
    checkpointId: fc.constant('door'),
    admits: fc.constant('once' as const),
    deviceId: fc.constantFrom('north', 'south', 'west'),
    direction: fc.constantFrom('in' as const, 'in' as const, 'out' as const),
    at: fc.nat(6).map((minute) => `2027-03-09T09:0${minute}:00.000Z`),
    letIn: fc.boolean(),
    overridden: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 24 },
);

/** Scans in groups, as uploads bring them. */
const uploads = someScans.chain((scans) =>
  fc.tuple(fc.shuffledSubarray(scans, { minLength: scans.length }), fc.integer({ min: 1, max: 5 })),
);

/** Takes the groups one after the other, as the database would hold what each leaves. */
const takeAll = (
  scans: readonly FoldableScan[],
  size: number,
  mayKnowLog: (row: AdmissionRow) => boolean,
) => {
  const rows = new Map<string, AdmissionRow>();
  const counted: FoldableScan[] = [];
  for (let from = 0; from < scans.length; from += size) {
    const group = scans.slice(from, from + size).filter(isCounted);
    const take = (careful: boolean): AdmissionBook => {
      const logs = new Map(
        [...rows]
          .filter(([, row]) => careful || mayKnowLog(row))
          .map(([ticketId, { state }]) => [
            AdmissionBook.keyOf(state),
            counted.filter((scan) => scan.ticketId === ticketId),
          ]),
      );
      const book = new AdmissionBook([...rows.values()], logs);
      for (const scan of group) book.add(scan, setting);
      return book;
    };
    let book: AdmissionBook;
    try {
      book = take(false);
    } catch {
      book = take(true);
    }
    for (const { state, firstDoor, version } of book.writes())
      rows.set(state.ticketId, { state, firstDoor, version: (version ?? 0) + 1 });
    counted.push(...group);
  }
  return [...rows.values()].map(({ state }) => state);
};

const byTicket = <T extends { ticketId: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1));

describe('the book of admissions', () => {
  it('acceptance 42: adding scan by scan, or folding all where order may matter, is the fold of everything', () => {
    fc.assert(
      fc.property(uploads, fc.boolean(), ([scans, size], always) => {
        const kept = takeAll(scans, size, () => always);
        expect(byTicket(kept)).toEqual(byTicket(foldScans(scans).admissions));
      }),
      { numRuns: 400 },
    );
  });

  it('acceptance 42: knows each conflict once, when all scans are in', () => {
    fc.assert(
      fc.property(someScans, (scans) => {
        const book = new AdmissionBook([], new Map());
        for (const scan of scans.filter(isCounted)) book.add(scan, setting);
        const found = book.conflicts().flatMap(({ conflicts }) => conflicts);
        expect(found.map(({ scanId }) => scanId).sort()).toEqual(
          foldScans(scans)
            .conflicts.map(({ scanId }) => scanId)
            .sort(),
        );
      }),
    );
  });

  it('takes a scan out again as if it had never been', () => {
    fc.assert(
      fc.property(someScans, fc.nat(), (scans, at) => {
        const counted = scans.filter(isCounted);
        const gone = counted[at % Math.max(1, counted.length)];
        if (!gone) return;
        const book = new AdmissionBook([], new Map());
        for (const scan of counted) book.add(scan, setting);
        book.remove(gone, setting);
        const [expected] = foldScans(
          scans.filter((scan) => scan !== gone && scan.ticketId === gone.ticketId),
        ).admissions;
        const state = book.stateOf(gone);
        if (expected) expect(state).toEqual(expected);
        else expect(state).toMatchObject({ firstAdmittedAt: null, inside: false });
      }),
    );
  });

  it('asks for the scans behind a state rather than guess', () => {
    const [state] = foldScans([
      {
        id: 'a',
        ticketId: 'amira',
        checkpointId: 'door',
        admits: 'once',
        deviceId: 'north',
        direction: 'in',
        at: '2027-03-09T09:05:00.000Z',
        letIn: true,
      },
    ]).admissions;
    const book = new AdmissionBook([{ state: state!, firstDoor: 'Main door', version: 1 }], new Map());
    const earlier = {
      id: 'b',
      deviceId: 'south',
      direction: 'out',
      at: '2027-03-09T09:00:00.000Z',
      letIn: false,
    } as const;
    expect(() => book.add({ ...state!, admits: 'once', ...earlier }, setting)).toThrow('needed');
  });
});
