import type { Caller } from '../app.harness';
import type { TestProgramme } from '../programme.harness';
import { ownSchool, type Row, row, staffOnly, type World, everybody } from './access-rows.harness';

/** The three routes of one kind of part of a programme. */
const part = (
  kind: string,
  body: (programme: TestProgramme) => object,
  of: (programme: TestProgramme) => string,
): Record<string, Row> => {
  const route = `/api/conferences/{id}/programme/${kind}`;
  const one = (programme: TestProgramme): string => `${programme.path}/${kind}/${of(programme)}`;
  return {
    [`POST ${route}`]: row(
      staffOnly(201),
      (by, { programme }) => by.post(`${programme.path}/${kind}`, body(programme)),
      true,
    ),
    [`PUT ${route}/{partId}`]: row(staffOnly(200), (by, { programme }) =>
      by.put(one(programme), body(programme)),
    ),
    [`DELETE ${route}/{partId}`]: row(staffOnly(204), (by, { programme }) => by.delete(one(programme)), true),
  };
};

const sessionPlan = async (by: Caller, { conference }: World): Promise<object> => {
  const { body } = await by.post(`/conferences/${conference.id}/session-plans`, {});
  return { seed: body.seed ?? 'none', digest: body.digest ?? '0'.repeat(64) };
};

/** Who may call what of programmes and of groups’ sessions. */
export const PROGRAMME: Readonly<Record<string, Row>> = {
  'GET /api/conferences/{id}/programme': row(everybody(200), (by, { programme }) => by.get(programme.path)),
  'PUT /api/conferences/{id}/programme/publication': row(staffOnly(200), (by, { programme }) =>
    by.put(`${programme.path}/publication`, { published: true }),
  ),
  ...part(
    'strands',
    () => ({ name: 'Places' }),
    ({ strand }) => strand.id,
  ),
  ...part(
    'rooms',
    () => ({ name: 'Lab 3', capacity: 20 }),
    ({ freeRoom }) => freeRoom.id,
  ),
  ...part(
    'slots',
    ({ freeSlot }) => ({ ...freeSlot, id: undefined, name: 'Later' }),
    ({ freeSlot }) => freeSlot.id,
  ),
  ...part(
    'speakers',
    () => ({ name: 'Sam Vale', kind: 'trainee' }),
    ({ speaker }) => speaker.id,
  ),
  ...part(
    'sessions',
    ({ slot }) => ({ title: 'Sport', slotId: slot.id }),
    ({ freeSession }) => freeSession.id,
  ),
  'GET /api/groups/{id}/sessions': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/sessions`),
  ),
  'PUT /api/groups/{id}/session-choices': row(ownSchool(200), (by, { group, programme }) =>
    by.put(`/groups/${group.id}/session-choices`, {
      choices: [{ slotId: programme.slot.id, sessionIds: [programme.session.id] }],
    }),
  ),
  'GET /api/conferences/{id}/session-board': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/session-board`),
  ),
  'POST /api/conferences/{id}/session-placements': row(
    staffOnly(201),
    (by, { conference, group, programme }) =>
      by.post(`/conferences/${conference.id}/session-placements`, {
        groupId: group.id,
        sessionId: programme.session.id,
      }),
    true,
  ),
  'DELETE /api/conferences/{id}/session-placements/{placementId}': row(
    staffOnly(204),
    (by, { conference, placement }) =>
      by.delete(`/conferences/${conference.id}/session-placements/${placement.id}`),
    true,
  ),
  'POST /api/conferences/{id}/session-plans': row(staffOnly(200), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/session-plans`, {}),
  ),
  'POST /api/conferences/{id}/session-plans/publication': row(
    staffOnly(200),
    async (by, world) =>
      by.post(`/conferences/${world.conference.id}/session-plans/publication`, await sessionPlan(by, world)),
    true,
  ),
};
