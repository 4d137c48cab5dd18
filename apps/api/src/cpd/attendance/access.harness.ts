import { newId } from '@lectern/core';
import type { SessionAttendance, SessionDoor } from '@lectern/cpd';
import { type CpdRow, cpdRow, type CpdWorld, only } from '../cpd-access-rows.harness';
import { aBookingOf, accountOf, anApprovedOffer, aSessionUnderWay, change } from './attendance.harness';

/** A session that has begun, with the teacher of school A on its list and the trainee to present it. */
const begun = async ({ test, callers, cpd }: CpdWorld) => {
  const session = await aSessionUnderWay(test, callers.staff, cpd);
  const { people } = await aBookingOf(test, [session.id], await accountOf(callers.teacher));
  await anApprovedOffer(test, session.id, await accountOf(callers.trainee));
  return { session, personId: people[0] };
};

const worlds = new WeakMap<CpdWorld, ReturnType<typeof begun>>();

const theDay = (world: CpdWorld): ReturnType<typeof begun> => {
  const known = worlds.get(world) ?? begun(world);
  worlds.set(world, known);
  return known;
};

const seriesOf = async ({ test, cpd }: CpdWorld): Promise<string> => {
  const id = newId();
  await change(
    test,
    'INSERT INTO cpd_series (id, programme_id, title, summary, sessions_expected, created_at) VALUES (?, ?, ?, NULL, 2, ?)',
    [id, cpd.programme.id, 'Proof across the year', test.clock.now()],
  );
  return id;
};

/** Who sees and keeps attendance: staff and mentors see it, staff put it right, everybody has their own ticket and hours. */
export const ATTENDANCE: Readonly<Record<string, CpdRow>> = {
  'GET /api/cpd/sessions/{id}/attendance': cpdRow(only(200, 'staff', 'mentor'), async (by, world) =>
    by.get<SessionAttendance>(`/cpd/sessions/${(await theDay(world)).session.id}/attendance`),
  ),
  'POST /api/cpd/sessions/{id}/attendance/corrections': cpdRow(only(200, 'staff'), async (by, world) => {
    const { session, personId } = await theDay(world);
    return by.post(`/cpd/sessions/${session.id}/attendance/corrections`, {
      people: [{ personId, attended: true }],
      reason: 'I was there.',
    });
  }),
  'DELETE /api/cpd/sessions/{id}/attendance/corrections/{personId}': cpdRow(
    only(200, 'staff'),
    async (by, world) => {
      const { session, personId } = await theDay(world);
      const path = `/cpd/sessions/${session.id}/attendance/corrections`;
      const people = [{ personId, attended: false }];
      await world.callers.staff.post(path, { people, reason: 'Not in the room.' });
      return by.delete(`${path}/${personId}`);
    },
  ),
  'POST /api/cpd/sessions/{id}/door': cpdRow(only(201, 'staff'), async (by, world) =>
    by.post<SessionDoor>(`/cpd/sessions/${(await theDay(world)).session.id}/door`),
  ),
  // A ticket is there for who has a place, and for who presents.
  'GET /api/cpd/sessions/{id}/my-ticket': cpdRow(only(200, 'teacher', 'trainee'), async (by, world) =>
    by.get(`/cpd/sessions/${(await theDay(world)).session.id}/my-ticket`),
  ),
  // Those of the trainee: their own, and of staff and mentors.
  'GET /api/cpd/hours': cpdRow(only(200, 'trainee', 'staff', 'mentor'), async (by, { callers }) =>
    by.get(`/cpd/hours?accountId=${await accountOf(callers.trainee)}`),
  ),
  'GET /api/cpd/series/{id}/attendance': cpdRow(only(200, 'staff', 'mentor'), async (by, world) =>
    by.get(`/cpd/series/${await seriesOf(world)}/attendance`),
  ),
};
