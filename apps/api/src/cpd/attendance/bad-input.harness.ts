import type { CpdSession } from '@lectern/cpd';
import type { Caller, TestApp } from '../../app.harness';
import type { Operation } from '../../platform/bad-fields.harness';
import { aCpdProgramme } from '../cpd.harness';
import { aBookingOf, accountOf, aSessionUnderWay } from './attendance.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

const HOUR = 3_600_000;

/** Its requests, for the spec of bad input; asked for late. */
export const attendanceOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let begun: Promise<{ session: CpdSession; personId: string }> | undefined;

  const begin = async () => {
    const { test, staff } = world();
    const session = await aSessionUnderWay(test, staff, await aCpdProgramme(staff));
    const booking = await aBookingOf(test, [session.id], await accountOf(staff), { schoolUrn: '970001' });
    return { session, personId: booking.people[0] ?? '' };
  };

  return {
    'POST /api/cpd/sessions/{id}/door': {
      arrange: async () => {
        const { session } = await (begun ??= begin());
        return { path: `/cpd/sessions/${session.id}/door`, body: {} };
      },
      fields: {},
    },
    'POST /api/cpd/sessions/{id}/attendance/corrections': {
      arrange: async () => {
        const { session, personId } = await (begun ??= begin());
        const now = world().test.clock.now().getTime();
        const see = `/cpd/sessions/${session.id}/attendance`;
        const person = {
          personId,
          attended: true,
          arrivedAt: new Date(now - HOUR / 2).toISOString(),
          leftAt: new Date(now - HOUR / 4).toISOString(),
        };
        return { path: `${see}/corrections`, body: { people: [person], reason: 'I was in the room.' } };
      },
      fields: {
        people: 'list',
        'people[0].personId': 'text',
        'people[0].attended': 'yes or no',
        'people[0].arrivedAt': 'moment?',
        'people[0].leftAt': 'moment?',
        reason: 'text',
      },
    },
  };
};
