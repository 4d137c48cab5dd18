import type { Caller, TestApp } from '../../app.harness';
import type { Operation } from '../../platform/bad-fields.harness';
import { aCpdProgramme, type TestCpd } from '../cpd.harness';
import { accountOf, aHeldSession, teacherOf } from './outcomes.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

interface Held {
  readonly sessionId: string;
  readonly evidenceId: string;
  readonly teacher: Caller;
  readonly trainee: Caller;
}

/** A school of the register that the spec of bad input fills. */
const SCHOOL = '970001';

/** Its requests, for the spec of bad input; asked for late. */
export const outcomesOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let begun: Promise<TestCpd> | undefined;

  const held = async (): Promise<Held> => {
    const { test, staff } = world();
    const cpd = await (begun ??= aCpdProgramme(staff));
    const [teacher, trainee] = [await test.as('teacher', SCHOOL), await test.as('trainee')];
    const { session, presenterIds } = await aHeldSession(test, staff, cpd, {
      teachers: [await teacherOf(teacher)],
      presenters: [{ accountId: (await accountOf(trainee)).id }],
      school: SCHOOL,
    });
    return { sessionId: session.id, evidenceId: presenterIds[0]!, teacher, trainee };
  };

  return {
    'POST /api/cpd/sessions/{id}/feedback': {
      arrange: async () => {
        const { sessionId, teacher } = await held();
        const path = `/cpd/sessions/${sessionId}/feedback`;
        return {
          path,
          see: path,
          as: teacher,
          body: { answers: { clear: 4, useful: 5 }, comment: 'Clear.' },
        };
      },
      fields: {
        answers: 'object',
        'answers.clear': 'number?',
        'answers.useful': 'number?',
        'answers.confident': 'number?',
        'answers.use-it': 'number?',
        comment: 'free text?',
      },
    },
    'POST /api/cpd/certificates/{id}/withdrawal': {
      arrange: async () => {
        const { teacher, sessionId } = await held();
        const { body } = await teacher.get('/cpd/certificates');
        return {
          path: `/cpd/certificates/${body.items[0].id}/withdrawal`,
          see: `/cpd/sessions/${sessionId}/certificates`,
          body: { reason: 'It was issued to the wrong person.' },
        };
      },
      fields: { reason: 'text' },
    },
    'PATCH /api/cpd/evidence/{id}': {
      arrange: async () => {
        const { evidenceId, trainee } = await held();
        const path = `/cpd/evidence/${evidenceId}`;
        return { path, see: path, as: trainee, body: { standards: ['TS3'], reflection: 'I waited longer.' } };
      },
      fields: { standards: 'list?', reflection: 'free text?' },
    },
    'PUT /api/cpd/evidence/{id}/mentor-note': {
      arrange: async () => {
        const see = `/cpd/evidence/${(await held()).evidenceId}`;
        return { path: `${see}/mentor-note`, see, body: { text: 'Well paced.' } };
      },
      fields: { text: 'free text' },
    },
  };
};
