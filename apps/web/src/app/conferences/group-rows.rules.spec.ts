import type { Group } from '@lectern/registrations';
import { aGroup } from './group.builder';
import { adultsMark, filterGroups, groupMark, ordinal, sortGroups } from './group-rows.rules';

describe('the groups of a conference', () => {
  it('counts places on the waiting list as people do', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '103rd',
      '111th',
    ]);
  });

  it.each<[Partial<Group>, string]>([
    [{ status: 'confirmed' }, 'Confirmed'],
    [{ status: 'waiting', places: 0, position: 3 }, 'Waiting, 3rd'],
    [
      { status: 'confirmed', places: 24, pupilsWanted: 30, position: 1 },
      'Confirmed, waiting for 6 more (1st)',
    ],
    [{ status: 'pending', places: 0 }, 'Being decided'],
    [{ status: 'cancelled', places: 0 }, 'Cancelled'],
  ])('says how a group stands: %j', (change, words) => {
    expect(groupMark(aGroup(change)).words).toBe(words);
  });

  it('warns of missing adults unless a reason is given', () => {
    expect(adultsMark(aGroup({ adults: 1, advisedAdults: 3 }))?.words).toBe('Needs 2 adults');
    expect(adultsMark(aGroup({ adults: 1, advisedAdults: 2, supervisionReason: 'Sixth form.' }))).toBeNull();
    expect(adultsMark(aGroup({ adults: 2, advisedAdults: 2 }))).toBeNull();
  });

  it('puts confirmed before waiting, and waiting in their order, when sorted by status', () => {
    const groups = [
      aGroup({ id: 'second', status: 'waiting', position: 2 }),
      aGroup({ id: 'first', status: 'waiting', position: 1 }),
      aGroup({ id: 'in' }),
    ];
    expect(sortGroups(groups, 'status', false).map(({ id }) => id)).toEqual(['in', 'first', 'second']);
    expect(sortGroups(groups, 'status', true).map(({ id }) => id)).toEqual(['second', 'first', 'in']);
  });

  it('finds by parts of school, town and visit leader in any mix, blind to apostrophes and case', () => {
    const st = aGroup({ id: 'st', school: { urn: '100001', name: 'St Oswald’s High', town: 'Ormskirk' } });
    const other = aGroup({ id: 'other' });
    expect(filterGroups([st, other], 'ORMS oswalds', '')).toEqual([st]);
    expect(filterGroups([st, other], '', 'waiting')).toEqual([]);
    expect(filterGroups([st, other], '  ', 'confirmed')).toHaveLength(2);
  });
});
