import { readFileSync } from 'node:fs';
import { newId } from '@lectern/core';
import type { CpdSession, SessionDoor } from '@lectern/cpd';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../../app.harness';
import { pairPhone } from '../../check-in/door.harness';
import { Jobs } from '../../platform/jobs';
import { OPENAPI_FILE } from '../../platform/places';
import { aCpdProgramme } from '../cpd.harness';
import { aBookingOf, accountOf, anApprovedOffer, aSessionOfTheDay, at } from './attendance.harness';

/** What staff need of the door; everything else of a conference knows no such thing. */
const OF_THE_DOOR = [
  'get conflicts',
  'get missing-pupils',
  'post missing-pupils',
  'get refused-scans',
  'get roll',
  'get roll.html',
  'get checkpoints',
  'post checkpoints',
  'post device-pairings',
  'get devices',
  'post day-end',
  'get attendance',
  'get attendance/stream',
];

const DISTANCE = {
  ...{ kind: 'distance', weight: 10, favours: 'near', bandsKm: [10, 25] },
  ...{ easting: 340_562, northing: 407_331 },
};
const FACTS = { method: 'weights', criteria: [DISTANCE] };
const SLOT = { name: 'Morning', startsAt: at('10:00'), endsAt: at('11:00'), grouping: 'choose' };
const SESSION = { title: 'A talk', slotId: newId(), roomId: null, speakerIds: [] };
const SPEAKER = { name: 'Dr Ada Quill', kind: 'guest' };

/** A request that a conference would take, for each route that changes one. */
const BODIES: Readonly<Record<string, object>> = {
  'patch ': { title: 'Another title' },
  'post copies': {},
  'post transitions': { to: 'archived' },
  'put programme/publication': { published: true },
  'post programme/strands': { name: 'People' },
  'put programme/strands/{partId}': { name: 'People' },
  'post programme/rooms': { name: 'Lab', capacity: 20 },
  'put programme/rooms/{partId}': { name: 'Lab', capacity: 20 },
  'post programme/slots': SLOT,
  'put programme/slots/{partId}': SLOT,
  'post programme/speakers': SPEAKER,
  'put programme/speakers/{partId}': SPEAKER,
  'post programme/sessions': SESSION,
  'put programme/sessions/{partId}': SESSION,
  'put place-rules': { ...FACTS, offerHours: 24 },
  'post allocation-trials': FACTS,
  'post allocation': { ...FACTS, fingerprint: 'f'.repeat(8) },
  'post session-placements': { groupId: newId(), sessionId: newId(), pupils: 4 },
  'post session-plans': { seed: 'autumn' },
  'post session-plans/publication': { seed: 'autumn', digest: 'f'.repeat(64) },
  'post groups': aGroup({ schoolUrn: '930001' }),
  'patch roster-settings': { dayOnlyDays: 5 },
  'post walk-ins': { kind: 'adult', givenName: 'Una', familyName: 'Walk', groupId: newId(), reason: 'Late.' },
};

const routes = (): { readonly method: string; readonly rest: string }[] => {
  const { paths } = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as { paths: Record<string, object> };
  const before = '/api/conferences/{id}';
  return Object.entries(paths)
    .filter(([path]) => path === before || path.startsWith(`${before}/`))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method, rest: path.slice(before.length + 1) })),
    );
};

let test: TestApp;
let staff: Caller;
let teacher: Caller;
let coordinator: Caller;
let session: CpdSession;
let eventId: string;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools(['930001']);
  test.clock.set(at('12:00'));
  staff = await test.as('staff');
  teacher = await test.as('teacher', '930001');
  coordinator = await test.as('coordinator', '930001');
  session = await aSessionOfTheDay(staff, await aCpdProgramme(staff));
  await aBookingOf(test, [session.id], await accountOf(teacher));
  await anApprovedOffer(test, session.id, await accountOf(await test.as('trainee')));
  const { body } = await staff.post<SessionDoor>(`/cpd/sessions/${session.id}/door`);
  ({ eventId } = body);
});

afterAll(() => test.close());

const rowOf = async (): Promise<unknown> =>
  (await test.database.select('SELECT * FROM conferences WHERE id = ?', [eventId]))[0];

describe('the event behind the door of a session is no conference', () => {
  it.each(routes().map(({ method, rest }) => [`${method} ${rest}`, method, rest] as const))(
    '%s',
    async (name, method, rest) => {
      const path = `/conferences/${eventId}${rest ? `/${rest}` : ''}`.replace(/\{\w+\}/g, newId());
      if (OF_THE_DOOR.includes(name)) {
        if (method === 'get' && !rest.endsWith('stream')) expect((await staff.get(path)).status).toBe(200);
        return;
      }
      const before = await rowOf();
      const changes = !['get', 'delete'].includes(method);
      // An upload is the one request without a body of its own here.
      const answer =
        rest === 'visit-pack/files'
          ? await staff.upload(path, { kind: 'agenda' })
          : await staff.call(method.toUpperCase(), path, changes ? BODIES[name] : undefined);
      // A list asked for by a conference that is not there is empty.
      if (name === 'get groups') expect(answer.body).toEqual({ items: [], nextCursor: null });
      else expect({ name, status: answer.status }).toEqual({ name, status: 404 });
      expect(await rowOf()).toEqual(before);
    },
  );

  it('has a request for every route that changes a conference', () => {
    const changing = routes()
      .filter(({ method }) => !['get', 'delete'].includes(method))
      .map(({ method, rest }) => `${method} ${rest}`)
      .filter((name) => !OF_THE_DOOR.includes(name) && name !== 'post visit-pack/files');
    expect(changing.sort()).toEqual(Object.keys(BODIES).sort());
  });

  it('is in no list, feed or calendar, for nobody', async () => {
    for (const caller of [test.anyone, staff, coordinator, teacher]) {
      expect((await caller.get('/conferences?limit=200')).body.items).toEqual([]);
      expect((await caller.get(`/conferences/cpd-session-${eventId}`)).status).toBe(404);
    }
    expect((await staff.get('/groups?limit=200')).body.items).toEqual([]);
    expect((await coordinator.get('/groups?limit=200')).body.items).toEqual([]);
    expect((await staff.get('/group-needs')).body.items ?? []).toEqual([]);
    const { address } = (await coordinator.post('/calendar-feed/renewal')).body as { address: string };
    const calendar = await test.anyone.get(address.slice(address.indexOf('/calendar-feeds')));
    expect(calendar.status).toBe(200);
    expect(calendar.body).not.toContain(session.title);
  });

  it('hides the groups behind it', async () => {
    const groups = await test.database.select<{ id: string }>(
      'SELECT id FROM visit_groups WHERE conference_id = ?',
      [eventId],
    );
    expect(groups).toHaveLength(2);
    for (const { id } of groups) {
      for (const caller of [staff, coordinator]) {
        expect((await caller.get(`/groups/${id}`)).status).toBe(404);
        expect((await caller.get(`/groups/${id}/tickets`)).status).toBe(404);
        expect((await caller.get(`/groups/${id}/roster`)).status).toBe(404);
        expect((await caller.put(`/groups/${id}/roster`, { people: aRoster(1) })).status).toBe(404);
        expect((await caller.post(`/groups/${id}/cancellation`, { reason: 'No.' })).status).toBe(404);
      }
    }
  });

  it('has no school of the register for its presenters', async () => {
    expect((await test.anyone.get('/schools?q=Presenters')).body.items).toEqual([]);
    expect((await staff.get('/schools?q=HOST00')).body.items).toEqual([]);
    expect((await staff.get('/closed-schools')).body.items ?? []).toEqual([]);
  });

  it('makes no job do anything: no letter, no change, before its day and long after', async () => {
    const letters = () => test.database.select('SELECT id FROM outbox_mails', []);
    const before = { row: await rowOf(), letters: await letters() };
    for (const moment of [
      '2027-01-12T13:00:00.000Z',
      '2027-01-13T13:00:00.000Z',
      '2028-06-01T09:00:00.000Z',
    ]) {
      test.clock.set(moment);
      await test.app.get(Jobs).runDue();
    }
    expect({ row: await rowOf(), letters: await letters() }).toEqual(before);
    test.clock.set(at('12:00'));
  });

  it('stands beside a conference of the same name', async () => {
    const made = await aConferenceThatIs(staff, 'published', { title: session.title });
    const { items } = (await staff.get('/conferences?limit=200')).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
    const phone = await pairPhone(test, staff, eventId);
    expect(phone.paired.conference.id).toBe(eventId);
  });
});
