import type { Caller, TestApp } from '../../app.harness';
import type { Operation } from '../../platform/bad-fields.harness';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { aSeries, book, colleagues, offerTokenOf, seeBooking } from './bookings.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

const SCHOOL = '930401';
const bookingFields = {
  colleagues: 'people?',
  'colleagues[0].name': 'text',
  'colleagues[0].email': 'text',
  'colleagues[0].trn': 'free text?',
  fewest: 'number?',
  trn: 'free text?',
} as const;
const request = () => ({
  colleagues: [{ ...colleagues('Sam Lowe')[0], trn: '1234567' }],
  fewest: 1,
  trn: '7654321',
});

/** Its requests, for the spec of bad input; asked for late. */
export const bookingsOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let begun: Promise<TestCpd> | undefined;
  const cpd = (): Promise<TestCpd> =>
    (begun ??= world()
      .test.addSchools([SCHOOL])
      .then(() => aCpdProgramme(world().staff)));
  const session = async (teacherPlaces = 10) =>
    aCpdSessionThatIs(world().staff, await cpd(), 'published', { teacherPlaces });
  const teacher = async (): Promise<Caller> => {
    await cpd();
    return world().test.as('teacher', SCHOOL);
  };
  /** A new booking with a colleague, by somebody new. */
  const booking = async () => {
    const as = await teacher();
    const { body } = await book(as, await session(), { colleagues: colleagues('Sam Lowe') });
    return { as, id: body.id, see: `/cpd/bookings/${body.id}` };
  };
  const offered = async () => {
    const one = await session(1);
    const holder = await book(await teacher(), one);
    const as = await teacher();
    const { body } = await book(as, one);
    await world().staff.post(`/cpd/bookings/${holder.body.id}/cancellation`);
    return { as, booking: body };
  };

  return {
    'POST /api/cpd/sessions/{id}/bookings': {
      arrange: async () => ({
        as: await teacher(),
        path: `/cpd/sessions/${(await session()).id}/bookings`,
        body: request(),
      }),
      fields: bookingFields,
    },
    'POST /api/cpd/series/{id}/bookings': {
      arrange: async () => {
        const { seriesId } = await aSeries(world().test, world().staff, await cpd(), [{}, {}]);
        return { as: await teacher(), path: `/cpd/series/${seriesId}/bookings`, body: request() };
      },
      fields: bookingFields,
    },
    'POST /api/cpd/bookings/{id}/people': {
      arrange: async () => {
        const { as, see } = await booking();
        return { as, see, path: `${see}/people`, body: { ...colleagues('Kit Moss')[0], trn: '1234567' } };
      },
      fields: { name: 'text', email: 'text', trn: 'free text?' },
    },
    'PATCH /api/cpd/bookings/{id}/people/{personId}': {
      arrange: async () => {
        const { as, id, see } = await booking();
        const person = (await seeBooking(as, { id })).people[1];
        const body = { ...colleagues('Kit Moss')[0], trn: '1234567' };
        return { as, see, path: `${see}/people/${person?.id ?? ''}`, body };
      },
      fields: { name: 'text?', email: 'text?', trn: 'free text?' },
    },
    'POST /api/cpd/bookings/{id}/people/{personId}/cancellation': {
      arrange: async () => {
        const { as, id, see } = await booking();
        const person = (await seeBooking(as, { id })).people[1];
        return { as, see, path: `${see}/people/${person?.id ?? ''}/cancellation`, body: {} };
      },
      fields: {},
    },
    'POST /api/cpd/bookings/{id}/cancellation': {
      arrange: async () => {
        const { as, see } = await booking();
        return { as, see, path: `${see}/cancellation`, body: { reason: 'Parents’ evening.' } };
      },
      fields: { reason: 'free text?' },
    },
    'POST /api/cpd/bookings/{id}/offer-answer': {
      arrange: async () => {
        const { as, booking: one } = await offered();
        const see = `/cpd/bookings/${one.id}`;
        return { as, see, path: `${see}/offer-answer`, body: { answer: 'accept' } };
      },
      fields: { answer: 'choice' },
    },
    'POST /api/cpd/place-offers/{token}/answer': {
      arrange: async () => {
        const see = `/cpd/place-offers/${await offerTokenOf(world().test, (await offered()).booking)}`;
        return { see, path: `${see}/answer`, body: { answer: 'accept' } };
      },
      fields: { answer: 'choice' },
    },
  };
};
