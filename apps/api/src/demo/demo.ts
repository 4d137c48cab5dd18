import { Readable } from 'node:stream';
import type { Conference } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Actor, Role } from '@lectern/identity';
import type { Logger } from 'pino';
import { createApp } from '../create-app';
import { AccountsService } from '../identity/accounts.service';
import type { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { requestContext } from '../platform/request-context';
import type { Seal } from '../platform/seal';
import { SchoolImport } from '../schools/school-import';
import { daysAfter, DemoClock, halfHour, after, morningOf } from './demo-clock';
import { tellCpd } from './demo-cpd';
import { DEMO_SCHOOLS } from './demo-people';
import { tellPlaces } from './demo-places';
import { DemoProgramme, MOTION_DAY, TASTER_DAY } from './demo-programme';
import { DemoRooms } from './demo-rooms';
import { tellSchools } from './demo-schools';
import { type DemoGroup, DemoStory } from './demo-story';
import { giveVisitPacks } from './demo-visit-packs';

export const DEMO_PASSWORD = 'three-random-words';

interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly what: string;
  readonly roles: readonly Role[];
  readonly schoolUrn: string | null;
}

const account = (role: Role, name: string, what: string, schoolUrn: string | null = null): DemoAccount => ({
  email: `${role}@lectern.example`,
  name,
  what,
  roles: role === 'admin' ? ['admin', 'staff'] : [role],
  schoolUrn,
});

/** Who can sign in to the demo. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('staff', 'Robin Marsh', 'university staff: publishes conferences and runs the day'),
  account('admin', 'Sam Holt', 'administrator'),
  account('mentor', 'Jo Fielding', 'mentor of trainee teachers'),
  account('coordinator', 'Pat Lowe', 'school coordinator at Harrowmere High School', '900001'),
  account('teacher', 'Alex Firth', 'teacher at Harrowmere High School', '900001'),
  account('trainee', 'Charlie Dunn', 'trainee teacher'),
];

export interface DemoParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly seal: Seal;
  readonly database: Database;
}

/** Fills an empty database with the demo, unless it was asked not to; says whether the demo's accounts are there. */
export const seedDemo = async ({ config, logger, seal, database }: DemoParts): Promise<boolean> => {
  const clock = new DemoClock();
  const app = await createApp({ config, clock, logger, seal }, database);
  await app.init();
  try {
    const accounts = app.get(AccountsService);
    const there = (await accounts.findByEmail('staff@lectern.example')) !== null;
    if (there || config.production || config.demo === 'off' || !(await accounts.isEmpty()))
      return there && !config.production;
    const now = clock.now();
    clock.goTo(daysAfter(now, -160));
    const rows = DEMO_SCHOOLS.map(
      ([urn, name, town, postcode]) => `${urn},${name},01-09-2001,${town},${postcode}`,
    );
    await app
      .get(SchoolImport)
      .run(Readable.from([Buffer.from(['urn,name,open_date,town,postcode', ...rows].join('\n'))]));
    const staff = await addAccounts(accounts, database);
    const hash = await accounts.prepare(DEMO_PASSWORD, '');
    await tellSchools(app, database, hash);
    // The trail of the demo names who did it, as it would.
    const actor = { kind: 'account', id: staff.accountId } as const;
    await requestContext.run({ correlationId: newId(), actor }, async () => {
      const story = new DemoStory(app, clock, staff);
      const parts = {
        story,
        programme: new DemoProgramme(app, staff),
        rooms: new DemoRooms(app, story, staff),
      };
      const shared = await tell(parts, now);
      await tellPlaces({ app, story, clock, staff, now, venue, shared });
      await tellCpd({ app, database, clock, staff, now, hash });
      clock.goTo(now);
      await giveVisitPacks(app, staff);
    });
    return true;
  } finally {
    // Its shutdown hooks would close the database that the real application goes on using.
    await app.getHttpAdapter().close();
  }
};

const addAccounts = async (accounts: AccountsService, database: Database): Promise<Actor> => {
  // The same password for all, so it is hashed once.
  const hash = await accounts.prepare(DEMO_PASSWORD, '');
  const made = await database.transaction(async () => {
    const rows = [];
    for (const { email, name, roles, schoolUrn } of DEMO_ACCOUNTS) {
      rows.push(await accounts.add({ email, name, roles, schoolUrn }, hash));
    }
    return rows;
  });
  return { accountId: made[0]?.id ?? '', roles: ['staff'] };
};

const venue = {
  name: 'The Arden Building',
  address: 'Lectern University, St Helens Road, Ormsby Vale ZZ1 9XX',
};

const group = (urn: string, pupils: number, adults: number, rest: Partial<DemoGroup> = {}): DemoGroup => ({
  urn,
  pupils,
  adults,
  named: pupils,
  ...rest,
});

/** Who tells the parts of the story. */
interface DemoTellers {
  readonly story: DemoStory;
  readonly programme: DemoProgramme;
  readonly rooms: DemoRooms;
}

/** One conference that is over, one full of people this minute, and two that schools are registering for; the fair one. */
const tell = async ({ story, programme, rooms }: DemoTellers, now: Date): Promise<Conference> => {
  const past = morningOf(daysAfter(now, -35));
  const over = await story.open({
    title: 'A level maths: is it for me?',
    summary:
      'A day on campus for pupils who are choosing their A levels: workshops in proof, codes and modelling, a campus tour and an hour with students who chose maths.',
    venue,
    yearGroups: [11],
    pupilPlaces: 180,
    schoolCap: 40,
    startsAt: past,
    hours: 5,
  });
  const came = [
    group('900001', 30, 2, { arrived: -22 }),
    group('900003', 36, 3, { arrived: -18 }),
    group('900005', 28, 2, { arrived: -15 }),
    group('900007', 40, 3, { arrived: -9 }),
    group('900009', 24, 2, { arrived: -4 }),
    group('900011', 22, 2, { arrived: 6 }),
  ];
  await story.register(over, came, daysAfter(past, -8));
  await story.begin(over, after(past, -90));
  await story.arrive(over, came, after(past, 60));
  await story.leave(over);
  await story.end(over);

  const starts = after(halfHour(now), -90);
  const live = await story.open({
    title: 'Maths in motion',
    summary:
      'Year 10 pupils work with our lecturers on the mathematics of sport, traffic and dance, and meet trainee teachers and students from the partnership’s own schools.',
    venue,
    yearGroups: [9, 10],
    pupilPlaces: 240,
    schoolCap: 40,
    startsAt: starts,
    hours: 6,
  });
  const today = [
    group('900001', 40, 3, { arrived: -24 }),
    group('900002', 36, 3, { arrived: -20 }),
    group('900004', 32, 2, { arrived: -16 }),
    group('900006', 40, 3, { cancelled: 'Our coach company let us down.' }),
    group('900008', 38, 3, { arrived: -8 }),
    group('900010', 34, 3, { arrived: 4 }),
    group('900012', 30, 2),
    group('900003', 40, 3, { minimum: 20, named: 30, arrived: 12 }),
    group('900007', 30, 2, { minimum: 25, named: 0 }),
  ];
  await story.register(live, today, daysAfter(starts, -8));
  await programme.enter(live, MOTION_DAY);
  await programme.decide(live);
  await story.begin(live, after(starts, -75));
  await story.arrive(live, today, now);
  await rooms.attend(live, today, now);
  await rooms.walkIn(live, '900010', after(starts, 12));

  const soon = morningOf(daysAfter(now, 38));
  const open = await story.open({
    title: 'Further maths taster day',
    summary:
      'For pupils in years 11 and 12 who enjoy maths and wonder what comes after: complex numbers, a game of strategy, and honest talk about studying further maths.',
    venue,
    yearGroups: [11, 12],
    pupilPlaces: 120,
    schoolCap: 30,
    startsAt: soon,
    hours: 5,
  });
  const registered = [
    group('900002', 30, 2, { named: 26 }),
    group('900005', 30, 2, { named: 0 }),
    group('900009', 25, 2, { named: 25 }),
    group('900001', 20, 2, { named: 0 }),
    group('900011', 30, 2, { minimum: 12, named: 12 }),
    group('900010', 24, 2, { minimum: 24, named: 0 }),
  ];
  await story.register(open, registered, now);
  await programme.enter(open, TASTER_DAY);

  const shared = await story.open({
    title: 'Statistics in the city',
    summary:
      'A day of maps, polls and probability for sixth formers. Places are shared out when registration has closed, so nobody needs to hurry.',
    venue,
    yearGroups: [12, 13],
    pupilPlaces: 60,
    schoolCap: 20,
    allocation: 'fair',
    startsAt: morningOf(daysAfter(now, 24)),
    hours: 5,
  });
  const undecided = [group('900008', 20, 2, { named: 0 }), group('900004', 16, 2, { named: 0 })];
  await story.register(shared, undecided, now);
  return shared;
};
