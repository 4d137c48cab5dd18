import { academicYearOf, academicYearSlug, londonDay, startOfDay, usualCalendar } from '@lectern/core';
import type { CpdPlace, CpdSession, Topic } from '@lectern/cpd';
import type { CpdSessionRequest } from '@lectern/cpd/requests';
import type { Role } from '@lectern/identity';
import { AcademicCalendarsService } from '../cpd/planning/academic-calendars.service';
import { CpdProgrammesService } from '../cpd/planning/cpd-programmes.service';
import { CpdSeriesService } from '../cpd/planning/cpd-series.service';
import { CpdSessionsService } from '../cpd/planning/cpd-sessions.service';
import { TopicsService } from '../cpd/planning/topics.service';
import { AccountsService } from '../identity/accounts.service';
import { tellBookings } from './demo-cpd-bookings';
import { tellOutcomes } from './demo-cpd-outcomes';
import type { DemoCpd, DemoCpdParts, DemoPerson } from './demo-cpd-parts';
import { CPD_ACCOUNTS, CPD_GAP_TASKS, CPD_SERIES, CPD_SESSIONS, type DemoCpdSession } from './demo-cpd-plan';
import { tellPlanning } from './demo-cpd-planning';
import { after, daysAfter } from './demo-clock';
import { attendSession } from './demo-cpd-attendance';
import { tellOpenDoors } from './demo-cpd-open-doors';
import { tellResources } from './demo-cpd-resources';
import { schoolDayNear } from './demo-school-day';
import { tellOffers } from './demo-cpd-offers';

const addPeople = async ({ app, database, hash }: DemoCpdParts): Promise<ReadonlyMap<string, DemoPerson>> => {
  const accounts = app.get(AccountsService);
  const people = new Map<string, DemoPerson>();
  const remember = (
    key: string,
    { id, name, email, schoolUrn }: NonNullable<Awaited<ReturnType<AccountsService['findByEmail']>>>,
    role: Role,
  ): void => {
    people.set(key, { accountId: id, name, email, roles: [role], ...(schoolUrn ? { schoolUrn } : {}) });
  };
  for (const role of ['mentor', 'trainee', 'teacher', 'coordinator'] as const) {
    const found = await accounts.findByEmail(`${role}@lectern.example`);
    if (found) remember(role, found, role);
  }
  await database.transaction(async () => {
    for (const [key, name, role, schoolUrn] of CPD_ACCOUNTS) {
      const email = `${key}@lectern.example`;
      remember(key, await accounts.add({ email, name, roles: [role], schoolUrn }, hash), role);
    }
  });
  return people;
};

const needed = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`The demo of the CPD has no ${what}.`);
  return found;
};

/** The programme of the year, its half-terms, its series and its sessions; nothing is delivered yet. */
const plan = async (parts: DemoCpdParts): Promise<DemoCpd> => {
  const { app, clock, staff, now } = parts;
  const begun = daysAfter(now, -150);
  clock.goTo(begun);
  const people = await addPeople(parts);
  const topics = new Map(
    (await app.get(TopicsService).list(null)).items.map((topic) => [topic.title, topic]),
  );
  const topic = (title: string): Topic => needed(topics.get(title), `topic “${title}”`);

  const year = academicYearOf(now);
  const calendar = { halfTerms: usualCalendar(year).halfTerms.map((dates) => ({ ...dates })) };
  await app.get(AcademicCalendarsService).set(staff, academicYearSlug(year), calendar);
  const programme = await app.get(CpdProgrammesService).create(staff, {
    academicYear: year,
    title: `Challenging Topics ${year}`,
    label: 'Work Group',
    summary:
      'Trainee teachers and the teachers of our partner schools work together on what is hardest to teach in GCSE and A level mathematics.',
    status: 'open',
    expected: [
      { halfTerm: 'autumn-1', sessions: 2 },
      { halfTerm: 'autumn-2', sessions: 3 },
      { halfTerm: 'spring-1', sessions: 2 },
      { halfTerm: 'spring-2', sessions: 3 },
      { halfTerm: 'summer-1', sessions: 2 },
      { halfTerm: 'summer-2', sessions: 1 },
    ],
  });
  const { id: seriesId } = await app
    .get(CpdSeriesService)
    .create(staff, { programmeId: programme.id, ...CPD_SERIES });

  const sessions = new Map<string, CpdSession>();
  for (const one of CPD_SESSIONS) {
    const taken = [...sessions.values()].map(({ startsAt }) => londonDay(startsAt));
    const day = schoolDayNear(now, one.days, taken);
    sessions.set(
      one.key,
      await planSession(parts, one, day, {
        programmeId: programme.id,
        topicId: topic(one.topic).id,
        ...(one.inSeries ? { seriesId } : {}),
      }),
    );
  }
  const session = (key: string): CpdSession => needed(sessions.get(key), `session “${key}”`);
  for (const { after: key, title, text } of CPD_GAP_TASKS) {
    await app
      .get(CpdSeriesService)
      .addTask(staff, seriesId, { afterSessionId: session(key).id, title, text });
  }
  return {
    ...parts,
    programme,
    series: await app.get(CpdSeriesService).see(staff, seriesId),
    session,
    topic,
    person: (key) => needed(people.get(key), `person “${key}”`),
  };
};

const planSession = async (
  { app, staff }: DemoCpdParts,
  one: DemoCpdSession,
  day: string,
  ids: Pick<CpdSessionRequest, 'programmeId' | 'topicId' | 'seriesId'>,
): Promise<CpdSession> => {
  const starts = after(startOfDay(day), 16 * 60);
  const sessions = app.get(CpdSessionsService);
  const made = await sessions.create(staff, {
    ...ids,
    title: one.title,
    startsAt: starts.toISOString(),
    endsAt: after(starts, 90).toISOString(),
    place: { ...one.place } satisfies CpdPlace,
    teacherPlaces: one.teacherPlaces,
    presentersWanted: one.presentersWanted,
  });
  return one.stays === 'draft' ? made : sessions.move(made.id, { to: 'published' });
};

/** What was to be given until now has been given; one had to be cancelled. */
const deliver = async (cpd: DemoCpd): Promise<void> => {
  const { app, clock, now, session } = cpd;
  const sessions = app.get(CpdSessionsService);
  const given = CPD_SESSIONS.filter(({ days, stays }) => days < 0 && stays === undefined);
  for (const { key } of given.sort((a, b) => a.days - b.days)) {
    await attendSession(cpd, session(key));
    clock.goTo(after(new Date(session(key).endsAt), 30));
    await sessions.move(session(key).id, { to: 'delivered' });
  }
  for (const { key, stays } of CPD_SESSIONS) {
    if (stays === undefined || stays === 'draft') continue;
    clock.goTo(daysAfter(now, -3));
    await sessions.move(session(key).id, { to: 'cancelled', reason: stays.cancelled });
  }
  clock.goTo(now);
};

/**
 * Tells the CPD in the order in which it happened: planned, then offered and booked, then given, then what came of it.
 * Parts that build on it go between these steps, so that each meets sessions as they stood at the time.
 */
export const tellCpd = async (parts: DemoCpdParts): Promise<void> => {
  const cpd = await plan(parts);
  // Here trainees offer and teachers book: every session but the drafts is open.
  await tellOffers(cpd);
  await tellBookings(cpd);
  await deliver(cpd);
  await tellPlanning(cpd);
  // Here comes what follows a session: feedback, certificates, evidence.
  await tellOutcomes(cpd);
  await tellOpenDoors(cpd);
  await tellResources(cpd);
};
