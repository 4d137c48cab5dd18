import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { aDoor, FakeApi } from '../../testing/door';
import type { OwnScan } from '../platform/own-records';
import { OwnLog } from './own-log';

const aScan = (n: number, ticketId: string | null, annulledBy: string | null = null): OwnScan => ({
  kind: 'scan',
  id: `scan-${n}`,
  order: n,
  scan: {
    id: `scan-${n}`,
    checkpointId: 'north',
    direction: 'in',
    scannedAt: '2027-03-09T09:12:00.000Z',
    ...(ticketId ? { ticketId } : { code: 'L1' }),
  },
  at: '2027-03-09T09:12:00.000Z',
  ticketId,
  ticket: null,
  before: null,
  told: 'admitted',
  reason: null,
  sent: false,
  parked: null,
  annulledBy,
  isFollowUp: false,
});

describe('what this phone did', () => {
  const aLog = () => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: aDoor(new FakeApi()) });
    return TestBed.inject(OwnLog);
  };
  const ids = (log: OwnLog) =>
    [...log.ahead()].map(([key, scans]) => [key, scans.map(({ id }) => id).sort()] as const).sort();

  it('changes the list of one ticket and leaves the others as they are', async () => {
    const log = aLog();
    await log.put([aScan(1, 'amira'), aScan(2, 'ben')]);
    const ben = log.ahead().get('ben north');
    await log.put([aScan(3, 'amira')]);
    expect(log.ahead().get('ben north')).toBe(ben);
    expect(ids(log)).toEqual([
      ['amira north', ['scan-1', 'scan-3']],
      ['ben north', ['scan-2']],
    ]);
  });

  it('step by step is the same as worked out afresh, whatever happens in whatever order', async () => {
    const number = fc.integer({ min: 0, max: 7 });
    const ticket = fc.constantFrom('amira', 'ben', null);
    const step = fc.oneof(
      fc.record({ put: number, ticket, annulled: fc.boolean() }),
      fc.record({ remove: number }),
      fc.record({ learn: number, ofAnnulment: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const log = aLog();
        for (const one of steps) {
          if ('put' in one)
            await log.put([aScan(one.put, one.ticket, one.annulled ? `annulment-${one.put}` : null)]);
          else if ('remove' in one) await log.remove([`scan-${one.remove}`]);
          else log.learn(new Set([`${one.ofAnnulment ? 'annulment' : 'scan'}-${one.learn}`]));
          const stepByStep = ids(log);
          log.learn(new Set());
          expect(stepByStep).toEqual(ids(log));
        }
      }),
      { numRuns: 60 },
    );
  });
});
