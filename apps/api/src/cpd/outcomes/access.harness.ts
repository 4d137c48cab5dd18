import type { Page } from '@lectern/core';
import type { Certificate } from '@lectern/cpd';
import { byEverybody, type CpdRow, cpdRow, type CpdWorld, only, SCHOOL_A } from '../cpd-access-rows.harness';
import { accountOf, aHeldSession, teacherOf } from './outcomes.harness';

/** A session that the world’s teacher attended and its trainee delivered, with what came of it. */
interface Outcome {
  readonly sessionId: string;
  readonly evidenceId: string;
  readonly ofTeacher: Certificate;
}

const outcomes = new WeakMap<CpdWorld, Promise<Outcome>>();

const make = async ({ test, callers, cpd }: CpdWorld): Promise<Outcome> => {
  const { session, presenterIds } = await aHeldSession(test, callers.staff, cpd, {
    teachers: [await teacherOf(callers.teacher)],
    presenters: [{ accountId: (await accountOf(callers.trainee)).id }],
    school: SCHOOL_A,
  });
  const { body } = await callers.teacher.get<Page<Certificate>>('/cpd/certificates');
  return {
    sessionId: session.id,
    evidenceId: presenterIds[0]!,
    ofTeacher: body.items[0]!,
  };
};

const outcomeOf = (world: CpdWorld): Promise<Outcome> => {
  const made = outcomes.get(world) ?? make(world);
  outcomes.set(world, made);
  return made;
};

const teachers = ['teacher', 'other teacher', 'coordinator'] as const;
const trainees = ['trainee', 'other trainee'] as const;
/** Who was there, and those who could have been. */
const ofAttended = (status: number) => [401, 404, 404, 404, status, 409, 409, 404, 401];

/** Who gives and reads feedback, holds certificates, and writes in evidence. */
export const OUTCOMES: Readonly<Record<string, CpdRow>> = {
  'GET /api/cpd/feedback': cpdRow(only(200, ...teachers), (by) => by.get('/cpd/feedback')),
  'GET /api/cpd/sessions/{id}/feedback-form': cpdRow(ofAttended(200), async (by, world) =>
    by.get(`/cpd/sessions/${(await outcomeOf(world)).sessionId}/feedback-form`),
  ),
  'POST /api/cpd/sessions/{id}/feedback': cpdRow(
    ofAttended(201),
    async (by, world) =>
      by.post(`/cpd/sessions/${(await outcomeOf(world)).sessionId}/feedback`, { answers: { clear: 4 } }),
    true,
  ),
  'GET /api/cpd/sessions/{id}/feedback': cpdRow(only(200, 'trainee', 'mentor', 'staff'), async (by, world) =>
    by.get(`/cpd/sessions/${(await outcomeOf(world)).sessionId}/feedback`),
  ),
  'GET /api/cpd/certificates': cpdRow(only(200, ...trainees, ...teachers), (by) =>
    by.get('/cpd/certificates'),
  ),
  'GET /api/cpd/certificates/{id}.pdf': cpdRow(only(200, 'teacher'), async (by, world) =>
    by.get(`/cpd/certificates/${(await outcomeOf(world)).ofTeacher.id}.pdf`),
  ),
  'GET /api/cpd/sessions/{id}/certificates': cpdRow(only(200, 'staff'), async (by, world) =>
    by.get(`/cpd/sessions/${(await outcomeOf(world)).sessionId}/certificates`),
  ),
  'POST /api/cpd/certificates/{id}/withdrawal': cpdRow(
    only(200, 'staff'),
    async (by, world) =>
      by.post(`/cpd/certificates/${(await outcomeOf(world)).ofTeacher.id}/withdrawal`, {
        reason: 'A mistake.',
      }),
    true,
  ),
  'GET /api/public/certificates/{code}': cpdRow(byEverybody(200), async (by, world) =>
    by.get(`/public/certificates/${(await outcomeOf(world)).ofTeacher.code}`),
  ),
  'GET /api/cpd/evidence': cpdRow(only(200, ...trainees), (by) => by.get('/cpd/evidence')),
  'GET /api/cpd/evidence.pdf': cpdRow(only(200, ...trainees), (by) => by.get('/cpd/evidence.pdf')),
  'GET /api/cpd/evidence/to-guide': cpdRow(only(200, 'mentor', 'staff'), (by) =>
    by.get('/cpd/evidence/to-guide'),
  ),
  'GET /api/cpd/evidence/{id}': cpdRow(only(200, 'mentor', 'staff'), async (by, world) =>
    by.get(`/cpd/evidence/${(await outcomeOf(world)).evidenceId}`),
  ),
  'PATCH /api/cpd/evidence/{id}': cpdRow(
    only(200, 'trainee'),
    async (by, world) =>
      by.patch(`/cpd/evidence/${(await outcomeOf(world)).evidenceId}`, { reflection: 'I waited longer.' }),
    true,
  ),
  'PUT /api/cpd/evidence/{id}/mentor-note': cpdRow(
    only(200, 'mentor', 'staff'),
    async (by, world) =>
      by.put(`/cpd/evidence/${(await outcomeOf(world)).evidenceId}/mentor-note`, { text: 'Well paced.' }),
    true,
  ),
};
