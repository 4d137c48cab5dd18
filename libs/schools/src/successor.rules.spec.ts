import { schoolToday, type Succession } from './successor.rules';

const link = (
  from: string,
  urn: string,
  status: 'open' | 'closed' = 'open',
  establishedOn: string | null = null,
) =>
  ({
    from,
    to: { urn, name: `School ${urn}`, town: 'Wigan', postcode: 'WN1 9ZZ', status },
    establishedOn,
  }) satisfies Succession;

describe('the school that stands where a closed one stood', () => {
  it('is its successor', () => {
    expect(schoolToday('900001', [link('900001', '900002')])?.urn).toBe('900002');
  });

  it('is the last of a chain of schools that closed one after the other', () => {
    const chain = [
      link('900001', '900002', 'closed'),
      link('900002', '900003', 'closed'),
      link('900003', '900004'),
    ];
    expect(schoolToday('900001', chain)?.urn).toBe('900004');
  });

  it('is an open school before a closed one, and the latest of several', () => {
    const split = [
      link('900001', '900002', 'closed', '2024-09-01'),
      link('900001', '900003', 'open', '2020-09-01'),
      link('900001', '900004', 'open', '2023-09-01'),
    ];
    expect(schoolToday('900001', split)?.urn).toBe('900004');
    expect(schoolToday('900001', [...split].reverse())?.urn).toBe('900004');
  });

  it('is nobody without a link, at the end of a closed chain, and in a circle', () => {
    expect(schoolToday('900001', [link('900009', '900002')])).toBeNull();
    expect(schoolToday('900001', [link('900001', '900002', 'closed')])).toBeNull();
    const circle = [link('900001', '900002', 'closed'), link('900002', '900001', 'closed')];
    expect(schoolToday('900001', circle)).toBeNull();
  });
});
