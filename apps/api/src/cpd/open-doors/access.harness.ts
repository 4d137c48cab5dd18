import { type CpdRow, cpdRow, only } from '../cpd-access-rows.harness';
import { aLesson } from './open-doors.harness';

const SCHOOL_PEOPLE = ['teacher', 'other teacher', 'coordinator'] as const;
const READERS = ['trainee', 'other trainee', 'mentor', ...SCHOOL_PEOPLE, 'staff'] as const;
/** Whoever teaches the lesson, the coordinator of their school, and staff. */
const IN_CHARGE = ['teacher', 'coordinator', 'staff'] as const;
/** Those, and whoever visits. */
const CONCERNED = [...IN_CHARGE, 'other teacher'] as const;

/** Who may offer, read, visit and answer. The lesson is the teacher’s of school A; the other teacher, of B, asks to come. */
export const OPEN_DOORS: Readonly<Record<string, CpdRow>> = {
  'GET /api/cpd/open-door-lessons': cpdRow(only(200, ...READERS), (by) => by.get('/cpd/open-door-lessons')),
  'POST /api/cpd/open-door-lessons': cpdRow(only(201, ...SCHOOL_PEOPLE), (by) =>
    by.post('/cpd/open-door-lessons', aLesson()),
  ),
  'GET /api/cpd/open-door-lessons/{id}': cpdRow(only(200, ...READERS), (by, { openDoors }) =>
    by.get(`/cpd/open-door-lessons/${openDoors.lesson.id}`),
  ),
  'PATCH /api/cpd/open-door-lessons/{id}': cpdRow(only(200, ...IN_CHARGE), (by, { openDoors }) =>
    by.patch(`/cpd/open-door-lessons/${openDoors.lesson.id}`, { visitorPlaces: 3 }),
  ),
  'POST /api/cpd/open-door-lessons/{id}/cancellation': cpdRow(
    only(200, ...IN_CHARGE),
    (by, { openDoors }) =>
      by.post(`/cpd/open-door-lessons/${openDoors.lesson.id}/cancellation`, { reason: 'A school trip.' }),
    true,
  ),
  'GET /api/cpd/open-door-lessons/{id}/visits': cpdRow(only(200, ...IN_CHARGE), (by, { openDoors }) =>
    by.get(`/cpd/open-door-lessons/${openDoors.lesson.id}/visits`),
  ),
  // Those of the lesson’s own school are told so, and the other teacher has asked already.
  'POST /api/cpd/open-door-lessons/{id}/visits': cpdRow(only(409, ...SCHOOL_PEOPLE), (by, { openDoors }) =>
    by.post(`/cpd/open-door-lessons/${openDoors.lesson.id}/visits`),
  ),
  'GET /api/cpd/visits': cpdRow(only(200, ...SCHOOL_PEOPLE), (by) => by.get('/cpd/visits')),
  'GET /api/cpd/visits/{id}': cpdRow(only(200, ...CONCERNED), (by, { openDoors }) =>
    by.get(`/cpd/visits/${openDoors.visit.id}`),
  ),
  'POST /api/cpd/visits/{id}/steps': cpdRow(
    only(200, ...CONCERNED),
    (by, { openDoors }) => by.post(`/cpd/visits/${openDoors.visit.id}/steps`, { action: 'cancel' }),
    true,
  ),
  // The lesson is still to come: the sides of the visit are told so, and for nobody else is there anything to write on.
  'PUT /api/cpd/visits/{id}/reflection': cpdRow(
    only(409, 'teacher', 'coordinator', 'other teacher'),
    (by, { openDoors }) => by.put(`/cpd/visits/${openDoors.visit.id}/reflection`, { text: 'Tiles work.' }),
  ),
  // Not confirmed: not even the visitor has it in their calendar.
  'GET /api/cpd/visits/{id}/calendar.ics': cpdRow(only(404), (by, { openDoors }) =>
    by.get(`/cpd/visits/${openDoors.visit.id}/calendar.ics`),
  ),
};
