import type { Visit } from '@lectern/cpd';
import type { Caller, TestApp } from '../../app.harness';
import { type Operation, optional } from '../../platform/bad-fields.harness';
import { aLesson, asked, offered } from './open-doors.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

const HOST_SCHOOL = '970701';
const VISITING_SCHOOL = '970702';

const lessonFields = {
  title: 'text',
  topicId: 'choice?',
  yearGroup: 'number',
  startsAt: 'moment',
  endsAt: 'moment',
  visitorPlaces: 'number',
  arrival: 'free text?',
} as const;

/** Requests about open-door lessons and visits, for the spec of bad input; asked for late. */
export const openDoorsOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  const host = (): Promise<Caller> => world().test.as('teacher', HOST_SCHOOL);
  const visitor = (): Promise<Caller> => world().test.as('teacher', VISITING_SCHOOL);

  /** A lesson with a visit that somebody asks for. */
  const asking = async (): Promise<{ readonly by: Caller; readonly visit: Visit }> => {
    const by = await host();
    return { by, visit: await asked(await visitor(), await offered(by)) };
  };

  return {
    'POST /api/cpd/open-door-lessons': {
      arrange: async () => ({ path: '/cpd/open-door-lessons', body: aLesson(), as: await host() }),
      fields: lessonFields,
    },
    'PATCH /api/cpd/open-door-lessons/{id}': {
      arrange: async () => {
        const as = await host();
        const see = `/cpd/open-door-lessons/${(await offered(as)).id}`;
        return { path: see, see, body: aLesson(), as };
      },
      fields: optional(lessonFields),
    },
    'POST /api/cpd/open-door-lessons/{id}/cancellation': {
      arrange: async () => {
        const as = await host();
        const see = `/cpd/open-door-lessons/${(await offered(as)).id}`;
        return { path: `${see}/cancellation`, see, body: { reason: 'The class is on a trip.' }, as };
      },
      fields: { reason: 'text' },
    },
    'POST /api/cpd/open-door-lessons/{id}/visits': {
      arrange: async () => {
        const see = `/cpd/open-door-lessons/${(await offered(await host())).id}`;
        return { path: `${see}/visits`, see, body: {}, as: await visitor() };
      },
      fields: {},
    },
    'POST /api/cpd/visits/{id}/steps': {
      arrange: async () => {
        const { by, visit } = await asking();
        const see = `/cpd/visits/${visit.id}`;
        return { path: `${see}/steps`, see, body: { action: 'decline', reason: 'An inspection.' }, as: by };
      },
      fields: { action: 'choice', reason: 'free text?' },
    },
    'PUT /api/cpd/visits/{id}/reflection': {
      arrange: async () => {
        const { by, visit } = await asking();
        // Reflections are written once the lesson has begun.
        await world().test.database.transaction(async () => {
          const { database } = world().test;
          await database.execute("UPDATE open_door_visits SET status = 'visited' WHERE id = ?", [visit.id]);
          await database.execute('UPDATE open_door_lessons SET starts_at = ? WHERE id = ?', [
            new Date('2027-01-11T10:00:00Z'),
            visit.lessonId,
          ]);
        });
        const see = `/cpd/visits/${visit.id}`;
        return { path: `${see}/reflection`, see, body: { text: 'The tiles make it visible.' }, as: by };
      },
      fields: { text: 'text' },
    },
  };
};
