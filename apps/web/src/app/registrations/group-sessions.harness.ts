import type { GroupSessions } from '@lectern/registrations';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;
const offer = (sessionId: string, title: string) => ({
  sessionId,
  title,
  summary: null,
  strand: null,
  room: 'Lab 2',
  seats: 40,
  speakers: ['Dr Ada Quill'],
  yearGroups: [],
  suits: true,
});

/** A group that may choose between three sessions, with lunch after them; say what is different. */
export const groupSessions = (change: Partial<GroupSessions> = {}): GroupSessions => ({
  groupId: '01a20000-0000-7000-8000-00000000a001',
  conference: {
    id: '01a20000-0000-7000-8000-00000000c001',
    slug: 'proof-day-2027',
    title: 'Proof day',
    startsAt: at('09:30'),
    endsAt: at('14:30'),
  },
  school: 'Alder Academy',
  choosing: {
    isOpen: true,
    until: '2027-03-02T12:00:00.000Z',
    slots: [
      {
        slotId: 'slot',
        name: 'Session 1',
        startsAt: at('10:00'),
        endsAt: at('10:45'),
        sessions: [offer('codes', 'Codes'), offer('dance', 'Dance'), offer('sport', 'Sport')],
        chosen: [],
      },
    ],
  },
  publishedAt: null,
  timetable: [
    {
      slotId: 'slot',
      slot: 'Session 1',
      startsAt: at('10:00'),
      endsAt: at('10:45'),
      grouping: 'choose',
      session: null,
      pupils: null,
      adults: null,
      reason: null,
    },
    {
      slotId: 'lunch',
      slot: 'Lunch',
      startsAt: at('12:00'),
      endsAt: at('12:45'),
      grouping: 'together',
      session: null,
      pupils: null,
      adults: null,
      reason: null,
    },
  ],
  ...change,
});

/** The same group once it is known where it goes: split over two sessions. */
export const decidedSessions = (): GroupSessions => {
  const waiting = groupSessions();
  const [first, lunch] = waiting.timetable;
  const part = (sessionId: string, title: string, pupils: number) => ({
    ...first!,
    session: { sessionId, title, summary: null, room: 'Lab 2', speakers: ['Dr Ada Quill'] },
    pupils,
    adults: 1,
    reason: 'No session has 32 seats left, so the group is split.',
  });
  return groupSessions({
    publishedAt: '2027-03-03T12:00:00.000Z',
    choosing: { ...waiting.choosing, isOpen: false },
    timetable: [part('codes', 'Codes', 18), part('dance', 'Dance', 12), lunch!],
  });
};
