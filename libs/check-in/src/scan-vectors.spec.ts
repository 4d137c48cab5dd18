import { decideScan } from './decide-scan.rules';
import { factsOf, SCAN_VECTORS } from './scan-vectors';
import { verdictWords } from './verdict-words';

describe('acceptance 47: the shared vectors, by the rule', () => {
  it('are at least forty, each with a name of its own', () => {
    expect(SCAN_VECTORS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(SCAN_VECTORS.map(({ name }) => name)).size).toBe(SCAN_VECTORS.length);
  });

  it.each(SCAN_VECTORS)('$name', (vector) => {
    const facts = factsOf(vector);
    const verdict = decideScan(facts);
    const reason = verdict.outcome === 'refused' ? verdict.reason : undefined;
    expect({ outcome: verdict.outcome, reason }).toEqual({ outcome: vector.outcome, reason: vector.reason });
    const { checkpoint } = facts;
    const words = verdictWords({ ...checkpoint, ...verdict, reason, at: facts.at });
    expect(words.title).toBe(vector.title);
  });
});
