import type { Caller } from '../../app.harness';
import type { Operation } from '../../platform/bad-fields.harness';
import { aCpdProgramme, aCpdSession, type TestCpd } from '../cpd.harness';

interface World {
  readonly staff: Caller;
}

const sessionFields = {
  programmeId: 'text',
  topicId: 'text',
  title: 'text',
  startsAt: 'moment',
  endsAt: 'moment',
  place: 'object',
  'place.kind': 'choice',
  'place.name': 'text',
  'place.site': 'text?',
  teacherPlaces: 'number',
  presentersWanted: 'count',
  seriesId: 'choice?',
} as const;

/** Requests about programmes and sessions, for the spec of bad input; asked for late. */
export const planningOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let begun: Promise<TestCpd> | undefined;
  const cpd = (): Promise<TestCpd> => (begun ??= aCpdProgramme(world().staff));

  return {
    'POST /api/cpd/programmes': {
      arrange: () => ({
        path: '/cpd/programmes',
        body: {
          academicYear: '2026/27',
          title: 'Challenging Topics',
          label: 'TIME team',
          summary: 'For five schools.',
          status: 'draft',
          expected: [{ halfTerm: 'autumn-1', sessions: 2 }],
        },
      }),
      fields: {
        academicYear: 'text',
        title: 'text',
        label: 'text?',
        summary: 'free text?',
        status: 'choice?',
        expected: 'list?',
        'expected[0].halfTerm': 'choice',
        'expected[0].sessions': 'count',
      },
    },
    'POST /api/cpd/sessions': {
      arrange: async () => ({ path: '/cpd/sessions', body: aCpdSession(await cpd()) }),
      fields: sessionFields,
    },
    'POST /api/cpd/sessions/{id}/transitions': {
      arrange: async () => {
        const { body } = await world().staff.post('/cpd/sessions', aCpdSession(await cpd()));
        const see = `/cpd/sessions/${body.id}`;
        return { path: `${see}/transitions`, see, body: { to: 'published', reason: 'It is ready.' } };
      },
      fields: { to: 'choice', reason: 'free text?' },
    },
  };
};
