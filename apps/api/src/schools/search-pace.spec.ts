import { DomainError } from '@lectern/core';
import { fixedClock } from '@lectern/testing';
import { SearchPace } from './search-pace';

const refusalOf = (pace: SearchPace, address: string): DomainError | null => {
  try {
    pace.take(address);
    return null;
  } catch (error) {
    return error as DomainError;
  }
};

describe('the pace of searching', () => {
  it('lets an address search 300 times a minute, says when to come back, and starts afresh then', () => {
    const clock = fixedClock();
    const pace = new SearchPace(clock);
    for (let search = 0; search < 300; search++) expect(refusalOf(pace, '192.0.2.1')).toBeNull();
    clock.advance(20_000);
    expect(refusalOf(pace, '192.0.2.1')).toMatchObject({ kind: 'too-many', retryAfter: 40 });
    expect(refusalOf(pace, '192.0.2.2')).toBeNull();
    clock.advance(40_000);
    expect(refusalOf(pace, '192.0.2.1')).toBeNull();
  });
});
