import {
  notSuitable,
  publicPresenters,
  suitabilityOn,
  suitabilityWords,
  suitableUntil,
} from './suitability.rules';

const at = (instant: string) => new Date(instant);
const member = (name: string, confirmedOn: string | null) => ({
  accountId: name,
  name,
  suitability: confirmedOn === null ? null : { confirmedOn },
});
const moments = { now: at('2027-02-01T09:00:00Z'), sessionEndsAt: at('2027-03-09T17:30:00Z') };

describe('suitability', () => {
  it('holds for so many years: the third anniversary is one day too late', () => {
    expect(suitableUntil('2024-09-14', 3)).toBe('2027-09-13');
    const record = { confirmedOn: '2024-09-14' };
    expect(suitabilityOn(record, at('2027-09-13T22:59:00Z'), 3)).toBe('confirmed');
    expect(suitabilityOn(record, at('2027-09-13T23:00:00Z'), 3)).toBe('expired');
    expect(suitabilityOn(record, at('2027-09-13T23:00:00Z'), 4)).toBe('confirmed');
  });

  it('does not lose a day to a 29 February', () => {
    expect(suitableUntil('2024-02-29', 1)).toBe('2025-02-28');
    expect(suitableUntil('2024-02-29', 4)).toBe('2028-02-28');
    expect(suitableUntil('2024-03-01', 3)).toBe('2027-02-28');
    expect(suitableUntil('2024-01-01', 1)).toBe('2024-12-31');
  });

  it('is not confirmed without a record, nor before the day of the record', () => {
    expect(suitabilityOn(null, at('2027-02-01T00:00:00Z'), 3)).toBe('not-confirmed');
    expect(suitabilityOn(undefined, at('2027-02-01T00:00:00Z'), 3)).toBe('not-confirmed');
    expect(suitabilityOn({ confirmedOn: '2027-02-02' }, at('2027-02-01T12:00:00Z'), 3)).toBe('not-confirmed');
  });

  it('names everybody of a team who is not confirmed', () => {
    const found = notSuitable(
      [member('Ada', '2026-09-14'), member('Ben', null), member('Cy', '2020-01-01')],
      moments,
      3,
    );
    expect(found.map(({ member: { name }, why }) => [name, why])).toEqual([
      ['Ben', 'not-confirmed'],
      ['Cy', 'expired'],
    ]);
    expect(suitabilityWords(found)).toBe(
      'Ben and Cy have no confirmation of suitability for this session on record. Record by whom and when it was confirmed, then approve.',
    );
  });

  it('must hold until the session has ended, not only on the day of approving', () => {
    const found = notSuitable([member('Ada', '2024-02-20')], moments, 3);
    expect(found.map(({ why }) => why)).toEqual(['expired']);
    expect(suitabilityWords(found)).toContain('of Ada ends before the session does');
  });

  it('lets a public page name only those of an approved offer who are confirmed today', () => {
    const team = [member('Ada', '2026-09-14'), member('Ben', null)];
    const names = (status: string, now = moments.now) =>
      publicPresenters({ status, team }, now, 3).map(({ name }) => name);
    expect(names('approved')).toEqual(['Ada']);
    expect(names('delivered')).toEqual(['Ada']);
    expect(names('approved', at('2030-01-01T00:00:00Z'))).toEqual([]);
    for (const status of ['offered', 'standby', 'changes-requested', 'declined', 'withdrawn', 'no-show']) {
      expect(names(status)).toEqual([]);
    }
  });
});
