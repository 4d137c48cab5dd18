import fc from 'fast-check';
import { decideScan, type NoTicketReason, type ScanFacts } from './decide-scan.rules';

/** A confirmed pupil who arrives at the main door for the first time, at 9.12 on the day. */
const aScan = (changes: Partial<ScanFacts> = {}): ScanFacts => ({
  ticket: { status: 'valid', kind: 'pupil' },
  admission: null,
  checkpoint: { admits: 'once', opensAt: null, closesAt: null },
  direction: 'in',
  at: '2027-03-09T09:12:00.000Z',
  role: 'steward',
  override: false,
  ...changes,
});

const inside = { firstAdmittedAt: '2027-03-09T09:02:00.000Z', firstDoor: 'North door', inside: true };
const gone = { ...inside, inside: false };
const many = { admits: 'many', opensAt: null, closesAt: null } as const;
const valid = { status: 'valid', kind: 'pupil' } as const;
const notConfirmed = { status: 'not-confirmed', kind: 'pupil' } as const;
const supervisor = { role: 'supervisor', override: true } as const;
const noTicket: NoTicketReason[] = [
  'unknown-code',
  'mistyped-code',
  'damaged-code',
  'party-code',
  'wrong-event',
];

describe('deciding a scan', () => {
  it('acceptance 1: a known ticket at the right checkpoint is admitted', () => {
    expect(decideScan(aScan())).toEqual({ outcome: 'admitted', first: true, overrideNotNeeded: false });
  });

  it.each(noTicket)(
    'acceptance 2, 5, 7, 9: %s is refused by its own reason, and force does not admit it',
    (ticket) => {
      expect(decideScan(aScan({ ticket }))).toEqual({ outcome: 'refused', reason: ticket });
      expect(decideScan(aScan({ ticket, ...supervisor }))).toEqual({ outcome: 'refused', reason: ticket });
    },
  );

  it('acceptance 6, 10: revoked, cancelled and not confirmed are three reasons', () => {
    for (const status of ['replaced', 'revoked', 'cancelled', 'not-confirmed'] as const) {
      const verdict = decideScan(aScan({ ticket: { status, kind: 'pupil' } }));
      expect(verdict).toEqual({ outcome: 'refused', reason: status });
    }
  });

  it('acceptance 6: no override opens a revoked or cancelled ticket', () => {
    for (const status of ['replaced', 'revoked', 'cancelled'] as const) {
      const verdict = decideScan(aScan({ ticket: { status, kind: 'pupil' }, ...supervisor }));
      expect(verdict).toEqual({ outcome: 'refused', reason: status });
    }
  });

  it.each([
    ['2027-03-09T08:59:59.999Z', { outcome: 'refused', reason: 'too-early' }],
    ['2027-03-09T09:00:00.000Z', { outcome: 'admitted' }],
    ['2027-03-09T09:59:59.999Z', { outcome: 'admitted' }],
    ['2027-03-09T10:00:00.000Z', { outcome: 'refused', reason: 'too-late' }],
  ])('acceptance 8: a checkpoint open from 9 to 10 is asked at %s', (at, verdict) => {
    const checkpoint = {
      admits: 'once',
      opensAt: '2027-03-09T09:00:00Z',
      closesAt: '2027-03-09T10:00:00Z',
    } as const;
    expect(decideScan(aScan({ at, checkpoint }))).toMatchObject(verdict);
  });

  it('acceptance 11, 28: an unconfirmed ticket needs a supervisor’s override; a steward’s is refused', () => {
    const ticket = notConfirmed;
    expect(decideScan(aScan({ ticket, ...supervisor }))).toMatchObject({
      outcome: 'admitted',
      overrode: 'not-confirmed',
    });
    expect(decideScan(aScan({ ticket, override: true }))).toEqual({
      outcome: 'refused',
      reason: 'not-a-supervisor',
    });
    expect(decideScan(aScan({ ticket, role: 'supervisor' }))).toMatchObject({ reason: 'not-confirmed' });
  });

  it('acceptance 12: a kind that a checkpoint does not allow has its own reason', () => {
    const checkpoint = { ...many, allows: ['adult'] } as const;
    expect(decideScan(aScan({ checkpoint }))).toEqual({ outcome: 'refused', reason: 'not-allowed-here' });
    expect(decideScan(aScan({ checkpoint, ticket: { status: 'valid', kind: 'adult' } })).outcome).toBe(
      'admitted',
    );
  });

  it('acceptance 14: a second scan at a once-only checkpoint is already in, with the first time and door', () => {
    expect(decideScan(aScan({ admission: inside }))).toEqual({
      outcome: 'already-in',
      firstAdmittedAt: '2027-03-09T09:02:00.000Z',
      firstDoor: 'North door',
    });
  });

  it('acceptance 16: a many-times checkpoint admits again, and says that it is not the first time', () => {
    expect(decideScan(aScan({ checkpoint: many, admission: inside }))).toMatchObject({
      outcome: 'admitted',
      first: false,
    });
  });

  it('acceptance 18: a supervisor’s override of a repeat is flagged', () => {
    expect(decideScan(aScan({ admission: inside, ...supervisor }))).toEqual({
      outcome: 'admitted',
      first: false,
      overrode: 'already-in',
      overrideNotNeeded: false,
      firstAdmittedAt: inside.firstAdmittedAt,
      firstDoor: 'North door',
    });
    expect(decideScan(aScan({ admission: inside, override: true }))).toMatchObject({
      reason: 'not-a-supervisor',
    });
  });

  it('acceptance 18: an override that was not needed is told apart, whoever asked for it', () => {
    for (const role of ['steward', 'supervisor'] as const) {
      expect(decideScan(aScan({ role, override: true }))).toEqual({
        outcome: 'admitted',
        first: true,
        overrideNotNeeded: true,
      });
    }
  });

  it('acceptance 20: leaving is recorded with no entry on record', () => {
    expect(decideScan(aScan({ direction: 'out' }))).toEqual({ outcome: 'left' });
  });

  it('acceptance 21: whoever left is let back in, and keeps the time of first coming', () => {
    expect(decideScan(aScan({ admission: gone }))).toMatchObject({
      outcome: 'admitted',
      first: false,
      firstAdmittedAt: inside.firstAdmittedAt,
    });
    const onlySeenLeaving = { firstAdmittedAt: null, firstDoor: null, inside: false };
    expect(decideScan(aScan({ admission: onlySeenLeaving }))).toMatchObject({
      outcome: 'admitted',
      first: true,
    });
  });

  it('acceptance 23: no rule ever blocks a known ticket from leaving', () => {
    const facts = fc.record({
      ticket: fc.record({
        status: fc.constantFrom('valid', 'replaced', 'revoked', 'cancelled', 'not-confirmed'),
        kind: fc.constantFrom('pupil', 'adult'),
      }),
      admission: fc.constantFrom(null, inside, gone),
      checkpoint: fc.record({
        admits: fc.constantFrom('once', 'many'),
        opensAt: fc.constantFrom(null, '2028-01-01T00:00:00Z'),
        closesAt: fc.constantFrom(null, '2020-01-01T00:00:00Z'),
        allows: fc.constantFrom(['pupil'] as const, ['adult'] as const, [] as const),
      }),
      direction: fc.constant('out'),
      at: fc.constant('2027-03-09T09:12:00Z'),
      role: fc.constantFrom('steward', 'supervisor'),
      override: fc.boolean(),
    });
    fc.assert(fc.property(facts, (out) => expect(decideScan(out as ScanFacts)).toEqual({ outcome: 'left' })));
  });

  it('acceptance 27: a checkpoint of another event does not exist', () => {
    expect(decideScan(aScan({ checkpoint: null }))).toEqual({
      outcome: 'refused',
      reason: 'unknown-checkpoint',
    });
    expect(decideScan(aScan({ ticket: valid, checkpoint: null, ...supervisor })).outcome).toBe('refused');
  });
});
