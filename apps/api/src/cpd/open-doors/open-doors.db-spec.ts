import type { Page } from '@lectern/core';
import type { OpenDoorLesson, Visit } from '@lectern/cpd';
import type { Mail, MailLetter } from '@lectern/notifications';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { Jobs } from '../../platform/jobs';
import { aCpdProgramme, aCpdSessionThatIs } from '../cpd.harness';
import { PlanSources } from '../planning/plan-sources';
import { aLesson, asked, offered } from './open-doors.harness';
import { OPEN_DOOR_REMINDER } from './open-door-reminder';

const [SCHOOL_A, SCHOOL_B, SCHOOL_C] = ['931001', '931002', '931003'];

let test: TestApp;
let staff: Caller;
let host: Caller;
let coordinator: Caller;
let visitor: Caller;
let another: Caller;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools([SCHOOL_A, SCHOOL_B, SCHOOL_C]);
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set('2027-01-12T09:00:00.000Z');
  staff = await test.as('staff');
  host = await test.as('teacher', SCHOOL_A);
  coordinator = await test.as('coordinator', SCHOOL_A);
  visitor = await test.as('teacher', SCHOOL_B);
  another = await test.as('teacher', SCHOOL_C);
});

const step = (by: Caller, { id }: Pick<Visit, 'id'>, action: string, reason?: string) =>
  by.post<Visit & { code: string }>(`/cpd/visits/${id}/steps`, { action, ...(reason ? { reason } : {}) });
const seen = async (by: Caller, { id }: Pick<OpenDoorLesson, 'id'>): Promise<OpenDoorLesson> =>
  (await by.get<OpenDoorLesson>(`/cpd/open-door-lessons/${id}`)).body;
const visited = async (by: Caller, { id }: Pick<Visit, 'id'>): Promise<Visit> =>
  (await by.get<Visit>(`/cpd/visits/${id}`)).body;
const listed = async (by: Caller, questions = ''): Promise<string[]> =>
  (await by.get<Page<OpenDoorLesson>>(`/cpd/open-door-lessons?limit=200${questions}`)).body.items.map(
    ({ id }) => id,
  );
const mailsAbout = async ({ id }: Pick<OpenDoorLesson, 'id'>): Promise<Mail[]> =>
  (await staff.get<Page<Mail>>(`/mails?about=${id}&limit=200`)).body.items.slice().reverse();
const kindsAbout = async (lesson: Pick<OpenDoorLesson, 'id'>): Promise<string[]> =>
  (await mailsAbout(lesson)).map(({ kind }) => kind);
const letterOf = async (mail: Mail): Promise<MailLetter> =>
  (await staff.get<MailLetter>(`/mails/${mail.id}/letter`)).body;
/** Days later nobody is still signed in, so who acts then signs in anew; the lesson is the coordinator’s to answer for. */
const later = async (moment: string): Promise<void> => {
  test.clock.set(moment);
  staff = await test.as('staff');
  coordinator = await test.as('coordinator', SCHOOL_A);
};

describe('an open-door lesson', () => {
  it('is offered for one’s own school and stands in the list of every other', async () => {
    const lesson = await offered(host);
    expect(lesson).toMatchObject({
      school: { urn: SCHOOL_A, name: `School ${SCHOOL_A}`, town: 'Skelbrook' },
      hostName: 'A teacher',
      placesLeft: 2,
      status: 'offered',
      mayChange: true,
      visit: null,
    });
    expect(await listed(visitor)).toContain(lesson.id);
    expect(await listed(host)).not.toContain(lesson.id);
    expect(await listed(coordinator, '&of=own')).toContain(lesson.id);
    for (const role of ['trainee', 'mentor', 'staff'] as const) {
      expect(await listed(await test.as(role))).toContain(lesson.id);
    }
  });

  it('is found by topic, by town and by when it is, and not once it has begun', async () => {
    const { topic } = await aCpdProgramme(staff);
    const lesson = await offered(host, { topicId: topic.id });
    const plain = await offered(host);
    const ofTopic = await listed(visitor, `&topicId=${topic.id}`);
    expect(ofTopic).toContain(lesson.id);
    expect(ofTopic).not.toContain(plain.id);
    expect(await listed(visitor, '&town=skelbrook')).toContain(lesson.id);
    expect(await listed(visitor, '&town=Elsewhere')).toEqual([]);
    expect(await listed(visitor, '&from=2027-03-10T10:00:00Z&to=2027-03-10T10:00:01Z')).toContain(lesson.id);
    expect(await listed(visitor, '&from=2027-03-10T10:00:01Z')).not.toContain(lesson.id);
    expect(await listed(visitor, '&to=2027-03-10T10:00:00Z')).not.toContain(lesson.id);
    test.clock.set('2027-03-10T10:00:01.000Z');
    expect(await listed(await test.as('teacher', SCHOOL_B))).not.toContain(lesson.id);
  });

  it('is listed page by page, each once', async () => {
    for (let n = 0; n < 3; n++)
      await offered(host, { startsAt: `2027-03-11T1${n}:00:00.000Z`, endsAt: '2027-03-11T13:00:00.000Z' });
    const all = await listed(visitor);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<OpenDoorLesson> = (
        await visitor.get(`/cpd/open-door-lessons?limit=2&cursor=${cursor}`)
      ).body;
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it.each([
    ['in the past', { startsAt: '2027-01-12T08:59:00.000Z', endsAt: '2027-01-12T10:00:00.000Z' }, 'startsAt'],
    ['that ends before it begins', { endsAt: '2027-03-10T10:00:00.000Z' }, 'endsAt'],
    ['that ends on another day', { endsAt: '2027-03-11T09:00:00.000Z' }, 'endsAt'],
    ['on a topic that there is not', { topicId: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'topicId'],
  ])('%s is refused with its field', async (_, change, field) => {
    const answer = await host.post('/cpd/open-door-lessons', aLesson(change));
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('tells where to report only to its school, to staff and to whoever is confirmed', async () => {
    const lesson = await offered(host);
    const visit = await asked(visitor, lesson);
    const arrival = aLesson().arrival;
    for (const by of [host, coordinator, staff]) expect((await seen(by, lesson)).arrival).toBe(arrival);
    for (const by of [visitor, another, await test.as('trainee')]) {
      expect((await seen(by, lesson)).arrival).toBeNull();
    }
    expect((await visited(visitor, visit)).lesson.arrival).toBeNull();
    await step(host, visit, 'confirm');
    expect((await seen(visitor, lesson)).arrival).toBe(arrival);
    expect((await visited(visitor, visit)).lesson.arrival).toBe(arrival);
    expect((await seen(another, lesson)).arrival).toBeNull();
  });

  it('keeps the places that are taken when it is changed', async () => {
    const lesson = await offered(host);
    await asked(visitor, lesson);
    await asked(another, lesson);
    const answer = await host.patch(`/cpd/open-door-lessons/${lesson.id}`, { visitorPlaces: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: 'lesson-places-taken', taken: 2 } });
    expect((await seen(host, lesson)).visitorPlaces).toBe(2);
  });

  it('tells its visitors when it moves, and not when only the places change', async () => {
    const lesson = await offered(host);
    const visit = await asked(visitor, lesson);
    await step(host, visit, 'confirm');
    await host.patch(`/cpd/open-door-lessons/${lesson.id}`, { visitorPlaces: 4, topicId: null });
    expect(await kindsAbout(lesson)).toEqual(['open-door.asked', 'open-door.confirmed']);
    await host.patch(`/cpd/open-door-lessons/${lesson.id}`, { startsAt: '2027-03-10T10:15:00.000Z' });
    const mails = await mailsAbout(lesson);
    expect(mails.at(-1)!.kind).toBe('open-door.changed');
    const letter = await letterOf(mails.at(-1)!);
    expect(letter.text).toContain('It was on Wednesday 10 March 2027, 10am to 11am');
    expect(letter.text).toContain('10.15am to 11am');
    expect(letter.calendar).toBe('request');
  });

  it('is called off with a reason that its visitors read, and then only they and its school know of it', async () => {
    const lesson = await offered(host);
    const visit = await asked(visitor, lesson);
    await step(host, visit, 'confirm');
    await asked(another, lesson);
    const cancelled = await host.post(`/cpd/open-door-lessons/${lesson.id}/cancellation`, {
      reason: 'The class is on a trip.',
    });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', placesLeft: 0 });
    expect(await visited(visitor, visit)).toMatchObject({
      status: 'cancelled',
      reason: 'The class is on a trip.',
      actions: [],
    });
    const mails = (await mailsAbout(lesson)).filter(({ kind }) => kind === 'open-door.called-off');
    const letters = await Promise.all(mails.map(letterOf));
    expect(letters.map(({ calendar }) => calendar)).toEqual(['cancel', null]);
    for (const { text } of letters) expect(text).toContain('Reason: The class is on a trip.');
    expect(await listed(visitor)).not.toContain(lesson.id);
    for (const by of [visitor, another, host, staff])
      expect((await seen(by, lesson)).status).toBe('cancelled');
    const stranger = await test.as('teacher', SCHOOL_C);
    expect((await stranger.get(`/cpd/open-door-lessons/${lesson.id}`)).status).toBe(404);
    expect(
      (await host.post(`/cpd/open-door-lessons/${lesson.id}/cancellation`, { reason: 'Twice.' })).body.code,
    ).toBe('lesson-cancelled');
  });

  it('no longer changes once it has begun', async () => {
    const lesson = await offered(host);
    await later('2027-03-10T10:00:00.000Z');
    for (const answer of [
      await coordinator.patch(`/cpd/open-door-lessons/${lesson.id}`, { title: 'Something else' }),
      await coordinator.post(`/cpd/open-door-lessons/${lesson.id}/cancellation`, { reason: 'Too late.' }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'lesson-begun' } });
    }
  });
});

describe('a visit', () => {
  it('is asked for, confirmed by the host and in the visitor’s calendar', async () => {
    const lesson = await offered(host);
    const visit = await asked(visitor, lesson);
    expect(visit).toMatchObject({ status: 'asked', side: 'visitor', actions: ['cancel'], mayReflect: false });
    expect((await seen(visitor, lesson)).visit).toEqual({ id: visit.id, status: 'asked' });
    expect((await seen(visitor, lesson)).placesLeft).toBe(1);
    expect((await visitor.get(`/cpd/visits/${visit.id}/calendar.ics`)).status).toBe(404);
    const hosted = await host.get<Page<Visit>>(`/cpd/open-door-lessons/${lesson.id}/visits`);
    expect(hosted.body.items).toMatchObject([
      { id: visit.id, visitor: { name: 'A teacher', schoolUrn: SCHOOL_B }, side: 'host' },
    ]);
    expect((await step(host, visit, 'confirm')).body.status).toBe('confirmed');
    const [question, answer] = await mailsAbout(lesson);
    expect(question).toMatchObject({ kind: 'open-door.asked' });
    const letter = await letterOf(answer!);
    expect(letter.text).toContain('On arrival: Report to reception');
    const sent = (await staff.get<string>(`/mails/${answer!.id}/calendar.ics`)).body.replace(/\r\n /g, '');
    const own = (await visitor.get<string>(`/cpd/visits/${visit.id}/calendar.ics`)).body.replace(
      /\r\n /g,
      '',
    );
    for (const ics of [sent, own]) {
      expect(ics).toContain(`UID:open-door-${lesson.id}@lectern`);
      expect(ics).toContain('DTSTART:20270310T100000Z');
      expect(ics).toContain('SUMMARY:Visit: Completing the square');
    }
    expect(sent).toContain('METHOD:REQUEST');
    expect((await another.get(`/cpd/visits/${visit.id}/calendar.ics`)).status).toBe(404);
  });

  it('is refused in one’s own school, twice, and where every place is taken', async () => {
    const lesson = await offered(host, { visitorPlaces: 1 });
    const ask = (by: Caller) => by.post(`/cpd/open-door-lessons/${lesson.id}/visits`);
    expect(await ask(coordinator)).toMatchObject({ status: 409, body: { code: 'own-school' } });
    await asked(visitor, lesson);
    expect(await ask(visitor)).toMatchObject({ status: 409, body: { code: 'already-asked' } });
    expect(await ask(another)).toMatchObject({ status: 409, body: { code: 'lesson-full' } });
    test.clock.set('2027-03-10T10:00:00.000Z');
    const late = await (
      await test.as('teacher', SCHOOL_C)
    ).post(`/cpd/open-door-lessons/${lesson.id}/visits`);
    expect(late).toMatchObject({ status: 409, body: { code: 'visit-too-late' } });
  });

  it('gives its place back when either side calls it off, and may be asked for again', async () => {
    const lesson = await offered(host, { visitorPlaces: 1 });
    const first = await asked(visitor, lesson);
    await step(visitor, first, 'cancel', 'I am ill.');
    expect(await kindsAbout(lesson)).toEqual(['open-door.asked', 'open-door.withdrawn']);
    expect((await letterOf((await mailsAbout(lesson)).at(-1)!)).text).toContain('Reason: I am ill.');
    const second = await asked(another, lesson);
    expect(second.status).toBe('asked');
    await step(host, second, 'decline', 'Year 11 only.');
    expect((await kindsAbout(lesson)).at(-1)).toBe('open-door.declined');
    const third = await asked(visitor, lesson);
    await step(host, third, 'confirm');
    await step(staff, third, 'cancel', 'The school is closed.');
    expect((await kindsAbout(lesson)).slice(-2)).toEqual(['open-door.withdrawn', 'open-door.called-off']);
    expect((await seen(another, lesson)).placesLeft).toBe(1);
    expect((await visitor.get<Page<Visit>>('/cpd/visits')).body.items.map(({ status }) => status)).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });

  it('is confirmed by the host, the coordinator or staff, never by the visitor or a colleague', async () => {
    const colleague = await test.as('teacher', SCHOOL_A);
    const lesson = await offered(host, { visitorPlaces: 3 });
    const visit = await asked(visitor, lesson);
    expect(await step(visitor, visit, 'confirm')).toMatchObject({
      status: 409,
      body: { code: 'visit-step-not-allowed' },
    });
    expect((await step(colleague, visit, 'confirm')).status).toBe(404);
    expect((await step(await test.as('coordinator', SCHOOL_B), visit, 'confirm')).status).toBe(404);
    expect((await step(coordinator, visit, 'confirm')).body.status).toBe('confirmed');
    expect((await step(staff, await asked(another, lesson), 'confirm')).body.status).toBe('confirmed');
  });

  it('clashes with a session that the visitor booked, with another visit and with a lesson of their own', async () => {
    const lesson = await offered(host);
    const ask = (by: Caller) => by.post(`/cpd/open-door-lessons/${lesson.id}/visits`);
    const elsewhere = await offered(await test.as('teacher', SCHOOL_C), {
      title: 'Surds by area',
      startsAt: '2027-03-10T11:30:00.000Z',
      endsAt: '2027-03-10T12:30:00.000Z',
    });
    await asked(visitor, elsewhere);
    // Half an hour between two schools is too little.
    expect(await ask(visitor)).toMatchObject({
      status: 409,
      body: { code: 'clash', detail: expect.stringContaining('‘Surds by area’') },
    });
    await offered(another, { title: 'Taught by me' });
    expect((await ask(another)).body.detail).toBe(
      'A teacher offers to give ‘Taught by me’ on Wednesday 10 March 2027 from 10am to 11am.',
    );
  });

  it('clashes with a booked session until the booking is given back', async () => {
    const cpd = await aCpdProgramme(staff);
    const session = await aCpdSessionThatIs(staff, cpd, 'published', {
      startsAt: '2027-03-10T10:30:00.000Z',
      endsAt: '2027-03-10T12:00:00.000Z',
    });
    const booked = await test.as('teacher', SCHOOL_B);
    const { accountId } = await whoIs(booked);
    await book(accountId, session.id);
    const lesson = await offered(host);
    const ask = () => booked.post(`/cpd/open-door-lessons/${lesson.id}/visits`);
    expect((await ask()).body.detail).toContain('has booked ‘Circle theorems without tears’');
    await test.database.transaction(() =>
      test.database.execute("UPDATE cpd_bookings SET status = 'cancelled' WHERE booked_by = ?", [accountId]),
    );
    expect((await ask()).status).toBe(201);
  });

  it('took place or did not as the host says, is reflected on by both sides, and counts in the plan', async () => {
    const lesson = await offered(host);
    const visit = await asked(visitor, lesson);
    await step(host, visit, 'confirm');
    const missed = await asked(another, lesson);
    await step(host, missed, 'confirm');
    const reflect = (by: Caller, text: string, { id } = visit) =>
      by.put<Visit & { code: string }>(`/cpd/visits/${id}/reflection`, { text });
    expect((await reflect(visitor, 'Too soon.')).body.code).toBe('visit-not-reflected');
    expect((await step(host, visit, 'attend')).body.code).toBe('visit-too-early');
    // Within the hour, so that everybody is still signed in.
    await test.database.transaction(() =>
      test.database.execute('UPDATE open_door_lessons SET starts_at = ? WHERE id = ?', [
        new Date('2027-01-12T09:00:00Z'),
        lesson.id,
      ]),
    );
    expect((await step(host, visit, 'attend')).body.status).toBe('visited');
    expect((await step(host, missed, 'miss')).body.status).toBe('missed');
    expect((await reflect(another, 'I was not there.', missed)).body.code).toBe('visit-not-reflected');
    await reflect(visitor, 'The tiles make it visible.');
    await reflect(visitor, 'The tiles make halving visible.');
    await reflect(coordinator, 'A second pair of eyes.');
    for (const by of [visitor, host]) {
      expect((await visited(by, visit)).reflections.map(({ side, text }) => [side, text])).toEqual([
        ['visitor', 'The tiles make halving visible.'],
        ['host', 'A second pair of eyes.'],
      ]);
    }
    const forStaff = await visited(staff, visit);
    expect(forStaff).toMatchObject({ reflections: [], reflected: ['visitor', 'host'], side: null });
    expect(forStaff.mayReflect).toBe(false);
    expect((await reflect(staff, 'Not mine to write.')).status).toBe(404);
    expect((await reflect(another, 'Nor mine.')).status).toBe(404);
    const plan = await test.app
      .get(PlanSources)
      .visits(new Date('2027-01-12T09:00:00Z'), new Date('2027-01-12T09:00:01Z'));
    expect(plan.map(({ status }) => status).sort()).toEqual(['missed', 'visited']);
    expect(plan[0]!.lessonStartsAt).toBe('2027-01-12T09:00:00.000Z');
  });

  it('is reminded of once, in the day before, to whoever comes and to the host', async () => {
    const remind = () => test.app.get(Jobs).runNow(OPEN_DOOR_REMINDER);
    const lesson = await offered(host, { visitorPlaces: 3 });
    await step(host, await asked(visitor, lesson), 'confirm');
    await asked(another, lesson);
    const empty = await offered(host);
    const reminders = async (of: OpenDoorLesson) =>
      (await kindsAbout(of)).filter((kind) => kind.endsWith('reminder'));
    await later('2027-03-09T09:59:59.000Z');
    await remind();
    expect(await reminders(lesson)).toEqual([]);
    test.clock.set('2027-03-09T10:00:00.000Z');
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await reminders(lesson)).toEqual(['open-door.reminder', 'open-door.host-reminder']);
    expect(await reminders(empty)).toEqual([]);
  });
});

const whoIs = async (by: Caller): Promise<{ accountId: string }> => ({
  accountId: (await by.get('/session')).body.account.id,
});

/** A booking as the tables hold it; the pages that make one are another part’s. */
const book = async (accountId: string, sessionId: string): Promise<void> => {
  const now = test.clock.now();
  await test.database.transaction(async () => {
    await test.database.execute(
      "INSERT INTO cpd_bookings (id, kind, session_id, school_urn, booked_by, status, people, fewest, places, sequence, booked_at, updated_at) VALUES (?, 'session', ?, ?, ?, 'confirmed', 1, 1, 1, 1, ?, ?)",
      [sessionId, sessionId, SCHOOL_B, accountId, now, now],
    );
    await test.database.execute('INSERT INTO cpd_booking_sessions (booking_id, session_id) VALUES (?, ?)', [
      sessionId,
      sessionId,
    ]);
    await test.database.execute(
      "INSERT INTO cpd_booked_people (id, booking_id, place_in_list, account_id, name, email, email_key, has_place) VALUES (?, ?, 1, ?, 'B', 'b@example.org', 'b@example.org', 1)",
      [sessionId, sessionId, accountId],
    );
  });
};
