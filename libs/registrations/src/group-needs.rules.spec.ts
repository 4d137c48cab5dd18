import { countNeeds } from './group-needs.rules';

const READY = {
  status: 'confirmed' as const,
  places: 30,
  pupilsNamed: 30,
  adults: 2,
  advisedAdults: 2,
  supervisionReason: null,
  visitPack: { version: 2, acknowledged: 2 },
};

describe('what the groups of a conference still lack', () => {
  it('is nothing when all are named, accompanied and have read the pack', () => {
    expect(countNeeds('c', [READY])).toEqual({
      conferenceId: 'c',
      unnamed: 0,
      shortOfAdults: 0,
      packUnread: 0,
      pending: 0,
    });
  });

  it('is counted for each lack', () => {
    const groups = [
      { ...READY, pupilsNamed: 29 },
      { ...READY, adults: 1 },
      { ...READY, adults: 1, supervisionReason: 'Sixth formers' },
      { ...READY, visitPack: { version: 2, acknowledged: 1 } },
      { ...READY, visitPack: undefined },
      { ...READY, status: 'pending' as const, places: 0 },
    ];
    expect(countNeeds('c', groups)).toMatchObject({
      unnamed: 1,
      shortOfAdults: 1,
      packUnread: 1,
      pending: 1,
    });
  });

  it('is nothing of groups that wait or are cancelled', () => {
    const groups = (['waiting', 'cancelled'] as const).map((status) => ({
      ...READY,
      status,
      pupilsNamed: 0,
    }));
    expect(countNeeds('c', groups)).toMatchObject({ unnamed: 0, packUnread: 0, pending: 0 });
  });
});
