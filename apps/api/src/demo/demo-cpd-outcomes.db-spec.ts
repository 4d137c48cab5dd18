import { type Caller, testApp, type TestApp } from '../app.harness';
import { aCpdProgramme } from '../cpd/cpd.harness';
import { accountOf, aHeldSession, teacherOf } from '../cpd/outcomes/outcomes.harness';
import { AccountsService } from '../identity/accounts.service';
import { tellOutcomes } from './demo-cpd-outcomes';
import type { DemoCpd, DemoPerson } from './demo-cpd-parts';
import { CPD_ACCOUNTS } from './demo-cpd-plan';
import { DEMO_SCHOOLS } from './demo-people';

let test: TestApp;

beforeEach(async () => {
  test = await testApp();
  await test.addSchools(DEMO_SCHOOLS.map(([urn]) => urn));
});

afterEach(() => test.close());

/** The people of the demo, of whom teacher and trainee can sign in here. */
const peopleOfDemo = async (callers: Readonly<Record<string, Caller>>): Promise<Map<string, DemoPerson>> => {
  const people = new Map<string, DemoPerson>();
  for (const [role, caller] of Object.entries(callers)) {
    const { id, name, email } = await accountOf(caller);
    people.set(role, { accountId: id, name, email, roles: [role as 'teacher'] });
  }
  await test.database.transaction(async () => {
    for (const [key, name, role, schoolUrn] of CPD_ACCOUNTS) {
      const email = `${key}@lectern.example`;
      const made = await test.app
        .get(AccountsService)
        .add({ email, name, roles: [role], schoolUrn }, 'no password');
      people.set(key, { accountId: made.id, name, email, roles: [role] });
    }
  });
  return people;
};

describe('what the demo tells of after the sessions', () => {
  it('is certificates, feedback of whoever was there, reflections and notes, and something left to do', async () => {
    const staff = await test.as('staff');
    const callers = {
      teacher: await test.as('teacher', '900001'),
      coordinator: await test.as('coordinator', '900001'),
      trainee: await test.as('trainee'),
      mentor: await test.as('mentor'),
    };
    const people = await peopleOfDemo(callers);
    const cpd = await aCpdProgramme(staff);
    const others = [...people].filter(([key]) => key.startsWith('teacher.')).map(([, person]) => person);
    for (const day of ['2027-01-06', '2027-01-07']) {
      await aHeldSession(
        test,
        staff,
        cpd,
        {
          teachers: [await teacherOf(callers.teacher), ...others],
          presenters: [{ accountId: people.get('trainee')!.accountId }],
          school: '900001',
        },
        { startsAt: `${day}T16:00:00.000Z`, endsAt: `${day}T17:30:00.000Z` },
      );
    }
    const parts = {
      app: test.app,
      clock: { now: () => test.clock.now(), goTo: (moment: Date) => test.clock.set(moment.toISOString()) },
      now: test.clock.now(),
      person: (key: string) => people.get(key)!,
    };
    await tellOutcomes(parts as unknown as DemoCpd);

    const read = async (by: Caller, path: string) => (await by.get(path)).body.items;
    expect(await read(callers.teacher, '/cpd/certificates')).toHaveLength(2);
    // The latest session is left for whoever tries the demo as its teacher.
    const standings = (await read(callers.teacher, '/cpd/feedback')).map(
      ({ standing }: { standing: string }) => standing,
    );
    expect(standings).toEqual(['open', 'given']);
    const [latest, first] = await read(callers.trainee, '/cpd/evidence');
    expect(first.feedback.figures[0]).toMatchObject({ answers: 5, suppressed: false });
    expect([latest.reflection, latest.mentorNote]).toEqual([null, null]);
    expect(first.reflection).not.toBeNull();
    expect(first.mentorNote.by).toBe('A mentor');
    expect(await read(callers.mentor, '/cpd/evidence/to-guide')).toHaveLength(2);
  });
});
