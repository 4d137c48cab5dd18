import { academicYearOf, londonDay, weekday } from '@lectern/core';
import type { CpdSession, PresenterOffer, SeriesWithSessions } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { AccountsService } from '../identity/accounts.service';
import { tellCpd } from './demo-cpd';
import { CPD_SESSIONS } from './demo-cpd-plan';
import { DEMO_SCHOOLS } from './demo-people';

let test: TestApp;

beforeEach(async () => {
  test = await testApp();
  await test.addSchools(DEMO_SCHOOLS.map(([urn]) => urn));
});

afterEach(() => test.close());

const tellAt = async (now: Date): Promise<Caller> => {
  const accounts = test.app.get(AccountsService);
  const made = await test.database.transaction(async () => {
    const add = (role: 'staff' | 'mentor' | 'trainee' | 'teacher' | 'coordinator') =>
      accounts.add(
        {
          email: `${role}@lectern.example`,
          name: `A ${role}`,
          roles: [role],
          schoolUrn: role === 'teacher' || role === 'coordinator' ? '900001' : null,
        },
        'no password',
      );
    for (const role of ['mentor', 'trainee', 'teacher', 'coordinator'] as const) await add(role);
    return add('staff');
  });
  const clock = { now: () => test.clock.now(), goTo: (moment: Date) => test.clock.set(moment.toISOString()) };
  await tellCpd({
    app: test.app,
    database: test.database,
    clock,
    staff: { accountId: made.id, roles: ['staff'] },
    now,
    hash: 'no password',
  });
  return test.as('staff');
};

describe('the demo of the CPD', () => {
  it.each(['2026-11-25', '2026-09-04', '2026-12-21', '2027-04-05', '2027-07-30', '2028-02-29'])(
    'stands as it should when it is opened on %s',
    async (day) => {
      const now = new Date(`${day}T11:30:00Z`);
      const staff = await tellAt(now);
      const offers = (await staff.get<{ items: PresenterOffer[] }>('/cpd/offers?limit=200')).body.items;
      expect(offers.map(({ status }) => status).sort()).toEqual([
        ...['approved', 'approved', 'changes-requested'],
        ...['delivered', 'delivered', 'delivered', 'delivered', 'delivered'],
        ...['offered', 'offered', 'offered', 'standby', 'withdrawn'],
      ]);
      const { items } = (await staff.get<{ items: CpdSession[] }>('/cpd/sessions?limit=200')).body;
      expect(items).toHaveLength(CPD_SESSIONS.length + 1);
      for (const session of items) {
        expect(weekday(londonDay(session.startsAt))).toBeLessThanOrEqual(5);
        expect(session.status === 'delivered').toBe(session.startsAt < now.toISOString());
        expect(session.presenters.length > 0).toBe(
          offers.some(
            ({ sessionId, status }) =>
              sessionId === session.id && (status === 'approved' || status === 'delivered'),
          ),
        );
      }
      expect(items.filter(({ status }) => status === 'delivered')).toHaveLength(5);
      expect(items.filter(({ status }) => status === 'cancelled')).toHaveLength(1);
      const series = (await test.anyone.get<{ items: SeriesWithSessions[] }>('/cpd/series')).body.items;
      expect(series).toMatchObject([{ sessionsExpected: 2, gapTasks: [{}, {}] }]);
      expect(series[0]?.sessions).toHaveLength(3);
      const slug = academicYearOf(now).replace('/', '-');
      expect((await test.anyone.get(`/academic-years/${slug}/calendar`)).body.isUsual).toBe(false);
    },
  );
});
