import type { BookingMade, SessionBooking } from '@lectern/cpd';
import type { Caller } from '../../app.harness';
import { byEverybody, type CpdRow, cpdRow, type CpdWorld, only } from '../cpd-access-rows.harness';
import { aSeries, book, colleagues, offerTokenOf } from './bookings.harness';

const made = new WeakMap<CpdWorld, Promise<BookingMade>>();

/** The teacher’s booking of the session of a world: made when a row first asks for it. */
const bookingOf = (world: CpdWorld): Promise<BookingMade> => {
  const known = made.get(world);
  if (known) return known;
  const booking = book(world.callers.teacher, world.session, { colleagues: colleagues('Sam Lowe') }).then(
    ({ body }) => body,
  );
  made.set(world, booking);
  return booking;
};

const pathOf = async (world: CpdWorld): Promise<string> => `/cpd/bookings/${(await bookingOf(world)).id}`;

/** The colleague on the teacher’s booking, and their path. */
const colleagueOf = async (world: CpdWorld): Promise<string> => {
  const path = await pathOf(world);
  const { body } = await world.callers.staff.get<SessionBooking>(path);
  return `${path}/people/${body.people.find(({ name }) => name === 'Sam Lowe')?.id ?? ''}`;
};

/** A place that is offered to the teacher: the session is full until somebody else’s booking is cancelled. */
const makeOffer = async (world: CpdWorld): Promise<BookingMade> => {
  const staff: Caller = world.callers.staff;
  const { body: full } = await staff.post('/cpd/sessions', {
    programmeId: world.cpd.programme.id,
    topicId: world.cpd.topic.id,
    title: 'One place only',
    startsAt: '2027-04-20T16:00:00.000Z',
    endsAt: '2027-04-20T17:00:00.000Z',
    place: { kind: 'online', name: 'Teams' },
    teacherPlaces: 1,
    presentersWanted: 1,
  });
  await staff.post(`/cpd/sessions/${full.id}/transitions`, { to: 'published' });
  const holder = await book(world.callers['other teacher'], full);
  const { body } = await book(world.callers.teacher, full);
  await staff.post(`/cpd/bookings/${holder.body.id}/cancellation`);
  return body;
};

const offers = new WeakMap<CpdWorld, Promise<BookingMade>>();
const offeredTo = (world: CpdWorld): Promise<BookingMade> => {
  const offer = offers.get(world) ?? makeOffer(world);
  offers.set(world, offer);
  return offer;
};

const MINE = ['teacher', 'staff'] as const;
const TEACHERS = ['teacher', 'other teacher', 'coordinator'] as const;

/** Teachers book; they see their own, coordinators their school’s, staff all. */
export const BOOKINGS: Readonly<Record<string, CpdRow>> = {
  'POST /api/cpd/sessions/{id}/bookings': cpdRow(
    only(201, ...TEACHERS),
    (by, { session }) => book(by, session),
    true,
  ),
  'POST /api/cpd/series/{id}/bookings': cpdRow(only(201, ...TEACHERS), async (by, world) => {
    const { seriesId } = await aSeries(world.test, world.callers.staff, world.cpd, [{}, {}]);
    return by.post(`/cpd/series/${seriesId}/bookings`);
  }),
  'GET /api/cpd/sessions/{id}/bookings': cpdRow(only(200, 'staff'), (by, { session }) =>
    by.get(`/cpd/sessions/${session.id}/bookings`),
  ),
  'GET /api/cpd/sessions/{id}/booking-outlook': cpdRow(byEverybody(200), (by, { session }) =>
    by.get(`/cpd/sessions/${session.id}/booking-outlook`),
  ),
  'GET /api/cpd/sessions/{id}/calendar.ics': cpdRow(byEverybody(200), (by, { session }) =>
    by.get(`/cpd/sessions/${session.id}/calendar.ics`),
  ),
  'GET /api/cpd/series/{id}/calendar.ics': cpdRow(byEverybody(200), async (by, world) => {
    const { seriesId } = await aSeries(world.test, world.callers.staff, world.cpd, [{}, {}]);
    return by.get(`/cpd/series/${seriesId}/calendar.ics`);
  }),
  'GET /api/cpd/bookings': cpdRow(only(200, ...TEACHERS, 'staff'), (by) => by.get('/cpd/bookings')),
  'GET /api/cpd/bookings/{id}': cpdRow(only(200, 'teacher', 'coordinator', 'staff'), async (by, world) =>
    by.get(await pathOf(world)),
  ),
  'GET /api/cpd/bookings/{id}/calendar.ics': cpdRow(
    only(200, 'teacher', 'coordinator', 'staff'),
    async (by, world) => by.get(`${await pathOf(world)}/calendar.ics`),
  ),
  'POST /api/cpd/bookings/{id}/people': cpdRow(
    only(201, ...MINE),
    async (by, world) => by.post(`${await pathOf(world)}/people`, colleagues('Kit Moss')[0]),
    true,
  ),
  'PATCH /api/cpd/bookings/{id}/people/{personId}': cpdRow(only(200, ...MINE), async (by, world) =>
    by.patch(await colleagueOf(world), { trn: '1234567' }),
  ),
  'POST /api/cpd/bookings/{id}/people/{personId}/cancellation': cpdRow(
    only(200, ...MINE),
    async (by, world) => by.post(`${await colleagueOf(world)}/cancellation`),
    true,
  ),
  'POST /api/cpd/bookings/{id}/cancellation': cpdRow(
    only(200, ...MINE),
    async (by, world) => by.post(`${await pathOf(world)}/cancellation`),
    true,
  ),
  'POST /api/cpd/bookings/{id}/offer-answer': cpdRow(
    only(200, ...MINE),
    async (by, world) =>
      by.post(`/cpd/bookings/${(await offeredTo(world)).id}/offer-answer`, { answer: 'accept' }),
    true,
  ),
  // Whoever has the letter has the link.
  'GET /api/cpd/place-offers/{token}': cpdRow(
    byEverybody(200),
    async (by, world) =>
      by.get(`/cpd/place-offers/${await offerTokenOf(world.test, await offeredTo(world))}`),
    true,
  ),
  'POST /api/cpd/place-offers/{token}/answer': cpdRow(
    byEverybody(200),
    async (by, world) =>
      by.post(`/cpd/place-offers/${await offerTokenOf(world.test, await offeredTo(world))}/answer`, {
        answer: 'accept',
      }),
    true,
  ),
};
