import type { BookingOutlook, CpdSession, SessionBooking } from '@lectern/cpd';

const TIMES = { startsAt: '2027-03-09T16:00:00.000Z', endsAt: '2027-03-09T17:30:00.000Z' };
const PLACE = { kind: 'campus', name: 'Arden 2.04' } as const;

/** A session as anybody sees it, for specs. */
export const aSession = (change: Partial<CpdSession> = {}): CpdSession => ({
  id: 'a-session',
  programmeId: 'a-programme',
  programmeLabel: 'Work Group',
  seriesId: null,
  topicId: 'a-topic',
  topicTitle: 'Circle theorems',
  title: 'Circle theorems without tears',
  ...TIMES,
  place: PLACE,
  teacherPlaces: 10,
  placesLeft: 3,
  presentersWanted: 2,
  presenters: [],
  status: 'published',
  ...change,
});

/** A teacher’s own confirmed booking of one session, for specs. */
export const aBooking = (change: Partial<SessionBooking> = {}): SessionBooking => ({
  id: 'a-booking',
  status: 'confirmed',
  of: { kind: 'session', sessionId: 'a-session' },
  title: 'Circle theorems without tears',
  sessions: [
    {
      id: 'a-session',
      title: 'Circle theorems without tears',
      ...TIMES,
      place: PLACE,
      status: 'published',
    },
  ],
  school: { urn: '900001', name: 'Harrowmere High School' },
  bookedBy: { name: 'Robin Lee' },
  people: [
    { id: 'robin', name: 'Robin Lee', email: 'robin@school.example', trn: null, hasPlace: true, isYou: true },
  ],
  places: 1,
  bookedAt: '2027-01-12T09:00:00.000Z',
  cancelledAt: null,
  cancellationReason: null,
  mayChange: true,
  ...change,
});

export const anOutlook = (change: Partial<BookingOutlook> = {}): BookingOutlook => ({
  isOpen: true,
  session: { placesAtOnce: 3, waiting: 0 },
  series: null,
  own: [],
  ...change,
});
