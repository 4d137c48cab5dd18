import { newId, usualCalendar } from '@lectern/core';
import type { Caller, TestApp } from '../../app.harness';
import { type Operation, optional } from '../../platform/bad-fields.harness';
import { aCpdProgramme, aCpdSession, type TestCpd } from '../cpd.harness';

interface World {
  readonly test: TestApp;
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

const programmeFields = {
  title: 'text',
  label: 'text?',
  summary: 'free text?',
  status: 'choice?',
  expected: 'bands?',
  'expected[0].halfTerm': 'choice',
  'expected[0].sessions': 'count',
} as const;

const programmeFacts = {
  title: 'Challenging Topics',
  label: 'TIME team',
  summary: 'For five schools.',
  expected: [{ halfTerm: 'autumn-1', sessions: 2 }],
};

const topicFields = {
  title: 'text',
  summary: 'free text?',
  qualification: 'choice',
  tier: 'choice',
  contentCodes: 'list',
  'contentCodes[0]': 'choice',
  references: 'bands?',
  'references[0].title': 'text',
  'references[0].url': 'text',
  active: 'flag?',
} as const;

const aTopic = () => ({
  title: `Topic ${newId()}`,
  summary: 'Why it is hard.',
  qualification: 'gcse',
  tier: 'higher',
  contentCodes: ['N8'],
  references: [{ title: 'A worksheet', url: 'https://www.example.org' }],
  active: true,
});

const taskFields = { afterSessionId: 'text', title: 'text', text: 'free text' } as const;

/** Requests about programmes and sessions, for the spec of bad input; asked for late. */
export const planningOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let begun: Promise<TestCpd> | undefined;
  const cpd = (): Promise<TestCpd> => (begun ??= aCpdProgramme(world().staff));

  const aSeries = async () => {
    const { programme } = await cpd();
    const { staff } = world();
    const made = await staff.post('/cpd/series', { programmeId: programme.id, title: 'Ratio over a year' });
    const session = await staff.post('/cpd/sessions', aCpdSession(await cpd(), { seriesId: made.body.id }));
    const path = `/cpd/series/${made.body.id}`;
    const task = { afterSessionId: String(session.body.id), title: 'A bar model', text: 'In one lesson.' };
    return { path, task };
  };

  return {
    'POST /api/cpd/topics': {
      arrange: () => ({ path: '/cpd/topics', body: aTopic() }),
      fields: topicFields,
    },
    'PATCH /api/cpd/topics/{id}': {
      arrange: async () => {
        const { body } = await world().staff.post('/cpd/topics', aTopic());
        return { path: `/cpd/topics/${body.id}`, see: '/cpd/topics', body: aTopic() };
      },
      fields: optional(topicFields),
    },
    'PUT /api/academic-years/{slug}/calendar': {
      arrange: () => ({
        path: '/academic-years/2032-33/calendar',
        see: '/academic-years/2032-33/calendar',
        body: { halfTerms: usualCalendar('2032/33').halfTerms.map((dates) => ({ ...dates })) },
      }),
      fields: {
        halfTerms: 'list',
        'halfTerms[0].halfTerm': 'choice',
        'halfTerms[0].startsOn': 'text',
        'halfTerms[0].endsOn': 'text',
      },
    },
    'POST /api/cpd/series': {
      arrange: async () => ({
        path: '/cpd/series',
        body: {
          programmeId: (await cpd()).programme.id,
          title: 'Ratio over a year',
          summary: 'Three meetings.',
          sessionsExpected: 2,
        },
      }),
      fields: { programmeId: 'text', title: 'text', summary: 'free text?', sessionsExpected: 'number?' },
    },
    'PATCH /api/cpd/series/{id}': {
      arrange: async () => {
        const { path } = await aSeries();
        const body = { title: 'Ratio over two years', summary: 'Six meetings.', sessionsExpected: 4 };
        return { path, see: path, body };
      },
      fields: { title: 'text?', summary: 'free text?', sessionsExpected: 'number?' },
    },
    'POST /api/cpd/series/{id}/gap-tasks': {
      arrange: async () => {
        const { path, task } = await aSeries();
        return { path: `${path}/gap-tasks`, see: path, body: task };
      },
      fields: taskFields,
    },
    'PATCH /api/cpd/series/{id}/gap-tasks/{taskId}': {
      arrange: async () => {
        const { path, task } = await aSeries();
        const { body } = await world().staff.post(`${path}/gap-tasks`, task);
        return { path: `${path}/gap-tasks/${body.gapTasks[0].id}`, see: path, body: task };
      },
      fields: optional(taskFields),
    },
    'PATCH /api/cpd/programmes/{id}': {
      arrange: async () => {
        const { body } = await world().staff.post('/cpd/programmes', {
          academicYear: '2026/27',
          title: 'Challenging Topics',
        });
        const path = `/cpd/programmes/${body.id}`;
        return { path, see: path, body: { ...programmeFacts, status: 'open' } };
      },
      fields: optional(programmeFields),
    },
    'PATCH /api/cpd/sessions/{id}': {
      arrange: async () => {
        const { body } = await world().staff.post('/cpd/sessions', aCpdSession(await cpd()));
        const path = `/cpd/sessions/${body.id}`;
        return { path, see: path, body: aCpdSession(await cpd()) };
      },
      fields: optional(sessionFields),
    },
    'PUT /api/cpd/topics/{id}/vote': {
      arrange: async () => {
        const path = `/cpd/topics/${(await cpd()).topic.id}/vote`;
        return { as: await world().test.as('teacher', '970001'), path, body: {} };
      },
      fields: {},
    },
    'POST /api/cpd/programmes': {
      arrange: () => ({
        path: '/cpd/programmes',
        body: { academicYear: '2026/27', ...programmeFacts, status: 'draft' },
      }),
      fields: { academicYear: 'text', ...programmeFields },
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
