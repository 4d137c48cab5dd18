import type { Programme } from '@lectern/conferences';
import type { CheckpointSession } from './check-in.contract';
import { placeName, sessionCheckpointsOf, sessionsAt, whereGroupBelongs } from './session-checkpoints.rules';

const slot = (id: string, startsAt: string, endsAt: string, grouping: 'together' | 'placed' | 'choose') => ({
  id,
  name: id,
  startsAt: `2027-03-09T${startsAt}:00.000Z`,
  endsAt: `2027-03-09T${endsAt}:00.000Z`,
  grouping,
});

const session = (id: string, title: string, slotId: string, roomId: string | null) => ({
  id,
  title,
  summary: null,
  strandId: null,
  slotId,
  roomId,
  yearGroups: [],
  speakerIds: [],
});

const programme = (change: Partial<Programme> = {}): Programme => ({
  conferenceId: 'c',
  publishedAt: '2027-01-12T09:00:00.000Z',
  strands: [],
  rooms: [
    { id: 'b12', name: 'Room B12', capacity: 30 },
    { id: 'lab', name: 'Lab 2', capacity: 20 },
  ],
  slots: [
    slot('welcome', '09:30', '10:00', 'together'),
    slot('first', '10:15', '11:00', 'choose'),
    slot('second', '11:15', '12:00', 'placed'),
  ],
  speakers: [],
  sessions: [
    session('s-welcome', 'Welcome', 'welcome', 'b12'),
    session('s-bridges', 'Bridges', 'first', 'b12'),
    session('s-codes', 'Codes', 'first', 'lab'),
    session('s-proof', 'Proof', 'second', null),
  ],
  ...change,
});

describe('sessions as checkpoints', () => {
  it('gives one to each session that groups are placed in or choose, none to what all are in together', () => {
    expect(sessionCheckpointsOf(programme())).toEqual([
      {
        sessionId: 's-bridges',
        name: 'Bridges, Room B12',
        opensAt: '2027-03-09T09:55:00.000Z',
        closesAt: '2027-03-09T11:00:00.000Z',
      },
      {
        sessionId: 's-codes',
        name: 'Codes, Lab 2',
        opensAt: '2027-03-09T09:55:00.000Z',
        closesAt: '2027-03-09T11:00:00.000Z',
      },
      {
        sessionId: 's-proof',
        name: 'Proof',
        opensAt: '2027-03-09T10:55:00.000Z',
        closesAt: '2027-03-09T12:00:00.000Z',
      },
    ]);
  });

  it('tells a session that is held twice in one room apart by its time', () => {
    const sessions = [session('a', 'Codes', 'first', 'lab'), session('b', 'Codes', 'second', 'lab')];
    expect(sessionCheckpointsOf(programme({ sessions })).map(({ name }) => name)).toEqual([
      'Codes, Lab 2, 10.15am',
      'Codes, Lab 2, 11.15am',
    ]);
  });

  it('cuts a long title and never the room, to 80 characters', () => {
    const sessions = [session('a', 'Longtitle'.repeat(12), 'first', 'lab')];
    const [made] = sessionCheckpointsOf(programme({ sessions }));
    expect(made?.name).toHaveLength(80);
    expect(made?.name).toMatch(/^(Longtitle)+L.*…, Lab 2$/);
  });
});

describe('where a group belongs', () => {
  const at = (
    sessionId: string,
    title: string,
    room: string | null,
    slotId = 'first',
  ): CheckpointSession => ({
    sessionId,
    slotId,
    title,
    room,
    pupilPlaces: null,
    isPlaced: true,
  });
  const codes = at('codes', 'Codes', 'Lab 2');
  const bridges = at('bridges', 'Bridges', 'Room B12');
  const dance = at('dance', 'Dance', null);
  const later = at('later', 'Proof', 'Room B12', 'second');
  const all = [codes, bridges, dance, later];

  it('is here when the group, or a part of it, is placed here', () => {
    const placements = [
      { groupId: 'g', sessionId: 'codes' },
      { groupId: 'g', sessionId: 'bridges' },
    ];
    expect(whereGroupBelongs(codes, all, placements, 'g')).toEqual({ inSession: true, rightPlace: null });
  });

  it('is named with its room when the group is placed elsewhere at that time', () => {
    const placements = [
      { groupId: 'g', sessionId: 'bridges' },
      { groupId: 'g', sessionId: 'dance' },
      { groupId: 'g', sessionId: 'later' },
      { groupId: 'other', sessionId: 'codes' },
    ];
    expect(whereGroupBelongs(codes, all, placements, 'g')).toEqual({
      inSession: false,
      rightPlace: 'Bridges, Room B12 or Dance',
    });
  });

  it('is nowhere for a group without a place at that time', () => {
    expect(whereGroupBelongs(codes, all, [{ groupId: 'g', sessionId: 'later' }], 'g')).toEqual({
      inSession: false,
      rightPlace: null,
    });
  });

  it('reads the sessions of checkpoints that have one', () => {
    expect(sessionsAt([{ session: null }, { session: dance }])).toEqual([dance]);
    expect(placeName(dance)).toBe('Dance');
  });
});
