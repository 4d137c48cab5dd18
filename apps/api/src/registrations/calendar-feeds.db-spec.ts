import type { Conference } from '@lectern/conferences';
import type { CalendarFeed, Group, GroupNeeds } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';
import { PageHeads } from '../platform/page-heads';

let test: TestApp;
let staff: Caller;
let school: Caller;
let other: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(['953001', '953002']);
  school = await test.as('coordinator', '953001');
  other = await test.as('coordinator', '953002');
});

afterAll(() => test.close());

const renew = async (by: Caller = school): Promise<string> => {
  const { status, body } = await by.post<CalendarFeed>('/calendar-feed/renewal');
  expect(status).toBe(200);
  return pathOf(body);
};
const pathOf = ({ address }: CalendarFeed): string => String(address).replace(/^.*\/api/, '');
const register = (by: Caller, { id }: Conference, change: Parameters<typeof aGroup>[0] = {}) =>
  by.post<Group>(`/conferences/${id}/groups`, aGroup(change));
const read = async (path: string): Promise<string> => {
  const { status, body, headers } = await test.anyone.get<string>(path);
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: 'text/calendar; charset=utf-8',
  });
  return body.replaceAll('\r\n ', '');
};

describe('a school’s calendar', () => {
  it('has no address until the school asks for one, and then shows the same again', async () => {
    const fresh = await test.as('coordinator', '953002');
    expect((await fresh.get('/calendar-feed')).body).toEqual({ address: null, renewedAt: null });
    const path = await renew(fresh);
    expect(path).toMatch(/^\/calendar-feeds\/[\w-]{43}\.ics$/);
    expect(pathOf((await other.get<CalendarFeed>('/calendar-feed')).body)).toBe(path);
  });

  it('keeps its token as a hash and sealed, never as it is', async () => {
    const path = await renew();
    const token = path.replace(/^.*\/|\.ics$/g, '');
    const rows = await test.database.select('SELECT * FROM calendar_feeds');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('holds the conferences that the school has places at, and no others', async () => {
    const path = await renew();
    const mine = await aConferenceThatIs(staff, 'registration-open', { title: 'We come' });
    const full = await aConferenceThatIs(staff, 'registration-open', { title: 'We wait', pupilPlaces: 10 });
    const theirs = await aConferenceThatIs(staff, 'registration-open', { title: 'They come' });
    await register(school, mine);
    expect((await register(school, full)).body.status).toBe('waiting');
    await register(other, theirs);
    const calendar = await read(path);
    expect(calendar.match(/SUMMARY:.*/g)?.map((line) => line.trim())).toEqual(['SUMMARY:We come']);
    expect(calendar).toContain(`UID:conference-${mine.id}@lectern`);
  });

  it('tells of a change and of a cancellation under the same UID, as something newer', async () => {
    const path = await renew(other);
    const conference = await aConferenceThatIs(staff, 'registration-open', { title: 'Moving day' });
    await register(other, conference);
    const entry = async (): Promise<string> =>
      (await read(path)).split('BEGIN:VEVENT').find((part) => part.includes(conference.id)) ?? '';
    const sequenceOf = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    const first = await entry();
    expect(first).toContain('STATUS:CONFIRMED');
    test.clock.advance(60_000);
    await staff.patch(`/conferences/${conference.id}`, { startsAt: '2027-03-09T10:00:00.000Z' });
    const second = await entry();
    expect(second).toContain('DTSTART:20270309T100000Z');
    expect(sequenceOf(second)).toBeGreaterThan(sequenceOf(first));
    test.clock.advance(60_000);
    await staff.post(`/conferences/${conference.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    const third = await entry();
    expect(third).toContain('STATUS:CANCELLED');
    expect(sequenceOf(third)).toBeGreaterThan(sequenceOf(second));
  });

  it('marks a conference that the school itself gave up as cancelled, and never one it only waited for', async () => {
    await test.addSchools(['953009']);
    const leaving = await test.as('coordinator', '953009');
    const path = await renew(leaving);
    const conference = await aConferenceThatIs(staff, 'registration-open', { title: 'Given up day' });
    const full = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 1, title: 'Full day' });
    const { body: group } = await register(leaving, conference);
    const { body: waiting } = await register(leaving, full);
    expect(waiting.status).toBe('waiting');
    const before = await read(path);
    for (const { id } of [group, waiting]) await leaving.post(`/groups/${id}/cancellation`, {});
    const after = await read(path);
    expect(after).toContain(`UID:conference-${conference.id}@lectern`);
    expect(after).toContain('STATUS:CANCELLED');
    expect(after).not.toContain('Full day');
    const sequenceOf = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    expect(sequenceOf(after)).toBeGreaterThan(sequenceOf(before));
    await register(leaving, conference);
    const again = await read(path);
    expect(again.match(/UID:/g)).toHaveLength(1);
    expect(again).toContain('STATUS:CONFIRMED');
  });

  it('stops at the old address once a new one is made', async () => {
    const old = await renew();
    const now = await renew();
    expect((await test.anyone.get(old)).status).toBe(404);
    await read(now);
  });

  it('is one link, though two colleagues make the first at once', async () => {
    await test.addSchools(['953003']);
    const first = await test.as('coordinator', '953003');
    const made = await Promise.all([
      renew(first),
      renew(await test.as('coordinator', '953003')),
      renew(first),
    ]);
    const now = pathOf((await first.get<CalendarFeed>('/calendar-feed')).body);
    expect(made).toContain(now);
    expect(
      await test.database.select("SELECT * FROM calendar_feeds WHERE school_urn = '953003'"),
    ).toHaveLength(1);
  });

  it('is found by nobody who guesses, and managed by coordinators alone', async () => {
    for (const token of ['x', '953001', `${'A'.repeat(43)}.ics`]) {
      expect((await test.anyone.get(`/calendar-feeds/${token}`)).status).toBe(404);
    }
    expect((await (await test.as('teacher', '953001')).get('/calendar-feed')).status).toBe(404);
    expect((await staff.get('/calendar-feed')).status).toBe(404);
  });
});

describe('the page of a conference, as it is served', () => {
  it('says in its head what the conference is, and nothing of a draft', async () => {
    const { slug } = await aConferenceThatIs(staff, 'published', { title: 'Shared day' });
    const heads = test.app.get(PageHeads);
    expect(await heads.of(`/conferences/${slug}`)).toMatchObject({
      title: 'Shared day',
      description: 'A day of mathematics on campus.',
      url: expect.stringMatching(new RegExp(`/conferences/${slug}$`)),
      data: { '@type': 'EducationEvent', name: 'Shared day' },
    });
    const draft = await aConferenceThatIs(staff, 'draft');
    expect(await heads.of(`/conferences/${draft.slug}`)).toBeNull();
    expect(await heads.of('/conferences')).toBeNull();
  });
});

describe('a poster', () => {
  it('is a PDF, and its code an SVG that leads to the page', async () => {
    const { id, slug } = await aConferenceThatIs(staff, 'published', { title: 'Poster day' });
    const pdf = await staff.get<string>(`/conferences/${id}/poster.pdf`);
    expect(pdf.headers['content-disposition']).toBe(`attachment; filename="poster-${slug}.pdf"`);
    expect(pdf.body).toMatch(/^%PDF-1\.7/);
    const svg = await staff.get<string>(`/conferences/${id}/page-code.svg`);
    expect(svg.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(svg.body).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1".*<path [^>]*d="M\d/);
  });
});

describe('what groups still lack', () => {
  it('is counted for each conference ahead, for staff', async () => {
    const ahead = await aConferenceThatIs(staff, 'registration-open', { pupilsPerAdult: 5 });
    const draft = await aConferenceThatIs(staff, 'draft');
    await register(school, ahead);
    const { body } = await staff.get<{ items: GroupNeeds[] }>('/group-needs');
    expect(body.items.find(({ conferenceId }) => conferenceId === ahead.id)).toEqual({
      conferenceId: ahead.id,
      unnamed: 1,
      shortOfAdults: 1,
      packUnread: 0,
      pending: 0,
    });
    expect(body.items.some(({ conferenceId }) => conferenceId === draft.id)).toBe(false);
    expect((await school.get('/group-needs')).status).toBe(404);
  });
});
