import type { ScanVerdict } from './decide-scan.rules';
import { letInBy, settleScan } from './settle-scan.rules';

const admitted: ScanVerdict = { outcome: 'admitted', first: true, overrideNotNeeded: false };
const alreadyIn: ScanVerdict = { outcome: 'already-in' };
const refused = (reason: 'cancelled' | 'unknown-code' | 'unknown-checkpoint'): ScanVerdict => ({
  outcome: 'refused',
  reason,
});

const settle = (
  verdict: ScanVerdict,
  shown: 'admitted' | 'already-in' | 'refused' | undefined,
  place: { inConflict?: boolean; wasInside?: boolean } = {},
) => {
  const letIn = letInBy(verdict, { direction: 'in', shown });
  const settled = settleScan(
    verdict,
    { direction: 'in', shown, letIn },
    { inConflict: false, wasInside: false, ...place },
  );
  return { letIn, ...settled };
};

describe('settling a scan', () => {
  it('a scan that waited for the server is the server’s to decide', () => {
    expect(settle(admitted, undefined)).toEqual({ letIn: true, outcome: 'admitted', reason: null });
    expect(settle(alreadyIn, undefined)).toEqual({ letIn: false, outcome: 'already-in', reason: null });
    expect(settle(refused('cancelled'), undefined)).toEqual({
      letIn: false,
      outcome: 'refused',
      reason: 'cancelled',
    });
  });

  it('acceptance 36: whoever was let in offline is counted, with the reason why not beside it', () => {
    expect(settle(refused('cancelled'), 'admitted')).toEqual({
      letIn: true,
      outcome: 'admitted',
      reason: 'cancelled',
    });
  });

  it('acceptance 2, 27: no phone can have let anybody in without a ticket or a door', () => {
    for (const reason of ['unknown-code', 'unknown-checkpoint'] as const)
      expect(settle(refused(reason), 'admitted')).toEqual({ letIn: false, outcome: 'refused', reason });
  });

  it('two phones are a conflict; one phone that saw the badge twice is not', () => {
    expect(settle(alreadyIn, 'admitted', { inConflict: true, wasInside: true })).toMatchObject({
      letIn: true,
      outcome: 'conflict',
    });
    expect(settle(alreadyIn, 'admitted', { wasInside: true })).toMatchObject({ outcome: 'already-in' });
    // The state of now says inside; when it was made, nobody was.
    expect(settle(alreadyIn, 'admitted')).toMatchObject({ letIn: true, outcome: 'admitted' });
  });

  it('acceptance 35: whoever was turned away offline was not in, and is told so', () => {
    expect(settle(admitted, 'refused')).toEqual({ letIn: false, outcome: 'refused', reason: 'turned-away' });
    expect(settle(admitted, 'already-in')).toEqual({ letIn: false, outcome: 'already-in', reason: null });
  });

  it('acceptance 23: leaving is never a question of what was shown', () => {
    expect(letInBy({ outcome: 'left' }, { direction: 'out', shown: 'admitted' })).toBe(false);
    const place = { inConflict: false, wasInside: true };
    expect(settleScan({ outcome: 'left' }, { direction: 'out', letIn: false }, place)).toEqual({
      outcome: 'left',
      reason: null,
    });
  });
});
