import type { Programme, ProgrammeSession, ProgrammeSlot } from '@lectern/conferences';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;

export const aSlot = (change: Partial<ProgrammeSlot> = {}): ProgrammeSlot => ({
  id: 'slot-1',
  name: 'Session 1',
  startsAt: at('10:00'),
  endsAt: at('10:45'),
  grouping: 'choose',
  ...change,
});

export const aSession = (change: Partial<ProgrammeSession> = {}): ProgrammeSession => ({
  id: 'codes',
  title: 'Codes and ciphers',
  summary: 'How secrets are kept.',
  strandId: 'strand-1',
  slotId: 'slot-1',
  roomId: 'room-1',
  yearGroups: [],
  speakerIds: ['ada'],
  ...change,
});

/** A published programme of one chosen slot with a session in each of two rooms, and lunch, for specs. */
export const aProgramme = (change: Partial<Programme> = {}): Programme => ({
  conferenceId: '0190b0c4-0000-7000-8000-000000000001',
  publishedAt: '2027-01-12T09:00:00.000Z',
  strands: [{ id: 'strand-1', name: 'Secrets' }],
  rooms: [
    { id: 'room-1', name: 'The Arden Theatre', capacity: 60 },
    { id: 'room-2', name: 'Lab 2', capacity: 40 },
  ],
  slots: [
    aSlot(),
    aSlot({ id: 'lunch', name: 'Lunch', startsAt: at('12:00'), endsAt: at('12:45'), grouping: 'together' }),
  ],
  speakers: [
    { id: 'ada', name: 'Dr Ada Quill', kind: 'guest', affiliation: 'Vale Codes Ltd' },
    { id: 'sam', name: 'Sam Vale', kind: 'trainee', affiliation: null },
  ],
  sessions: [
    aSession(),
    aSession({
      id: 'dance',
      title: 'The mathematics of dance',
      summary: null,
      strandId: null,
      roomId: 'room-2',
      yearGroups: [9, 10],
      speakerIds: ['sam'],
    }),
  ],
  ...change,
});
