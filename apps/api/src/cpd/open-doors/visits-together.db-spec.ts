import { type Caller, testApp, type TestApp } from '../../app.harness';
import { OpenDoorLessonsRepository } from './open-door-lessons.repository';
import { offered } from './open-doors.harness';

const TEACHERS = 16;
const HOST_SCHOOL = '932000';
const schools = Array.from({ length: TEACHERS }, (_, n) => String(932_001 + n));

let test: TestApp;
let host: Caller;
let teachers: readonly Caller[];

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([HOST_SCHOOL, ...schools]);
  host = await test.as('teacher', HOST_SCHOOL);
  teachers = await Promise.all(schools.map((urn) => test.as('teacher', urn)));
});
afterAll(() => test.close());

/** Specs and nothing else replace what a repository does. */
const replace = <T, K extends keyof T>(object: T, name: K, by: T[K]): void => {
  object[name] = by;
};

/** Between reading what is taken and writing, everybody else gets a turn: the race at its worst. */
const widenWindow = (): void => {
  const lessons = test.app.get(OpenDoorLessonsRepository);
  const taken = lessons.taken.bind(lessons);
  replace(lessons, 'taken', async (ids) => {
    const found = await taken(ids);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return found;
  });
};

/** Takes the guard away: the lesson’s lock, and on SQLite the queue of writers. */
const removeGuard = (): (() => void) => {
  const lessons = test.app.get(OpenDoorLessonsRepository);
  const [lock, find] = [lessons.lock.bind(lessons), lessons.find.bind(lessons)];
  replace(lessons, 'lock', (id) => find(id));
  const database = test.database as unknown as { oneWriter: { runExclusive: <T>(work: () => T) => T } };
  const { oneWriter } = database;
  database.oneWriter = { runExclusive: (work) => work() };
  return () => {
    replace(lessons, 'lock', lock);
    database.oneWriter = oneWriter;
  };
};

/** Sixteen teachers of sixteen schools ask at once; how many were let in, and how many visits stand. */
const race = async (day: number): Promise<{ readonly statuses: number[]; readonly stored: number }> => {
  const lesson = await offered(host, {
    visitorPlaces: 1,
    startsAt: `2027-03-${day}T10:00:00.000Z`,
    endsAt: `2027-03-${day}T11:00:00.000Z`,
  });
  const answers = await Promise.all(
    teachers.map((by) => by.post(`/cpd/open-door-lessons/${lesson.id}/visits`)),
  );
  const [row] = await test.database.select<{ n: number | string }>(
    'SELECT COUNT(*) AS n FROM open_door_visits WHERE lesson_id = ?',
    [lesson.id],
  );
  return { statuses: answers.map(({ status }) => status).sort(), stored: Number(row!.n) };
};

describe('sixteen teachers who ask for a lesson’s last place at once', () => {
  it('get it once, whatever comes between', async () => {
    widenWindow();
    for (const day of [15, 16, 17]) {
      expect(await race(day)).toEqual({ statuses: [201, ...Array<number>(15).fill(409)], stored: 1 });
    }
  });

  it('get it more than once with the lock taken out: the race is one', async () => {
    const putBack = removeGuard();
    const { stored } = await race(18);
    putBack();
    expect(stored).toBeGreaterThan(1);
    expect((await race(19)).stored).toBe(1);
  });
});
