import type { Checkpoint } from '@lectern/check-in';
import {
  type Conference,
  CONFERENCE_STATES,
  CONFERENCE_TRANSITIONS,
  type ConferenceState,
} from '@lectern/conferences';
import { newId } from '@lectern/core';
import { aConference, aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';

let test: TestApp;
let staff: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(['950001']);
});

afterAll(() => test.close());

const create = async (change: Parameters<typeof aConference>[0] = {}): Promise<Conference> => {
  const { status, body } = await staff.post<Conference>('/conferences', aConference(change));
  expect(status).toBe(201);
  return body;
};

const move = (id: string, to: ConferenceState, reason?: string) =>
  staff.post(`/conferences/${id}/transitions`, { to, ...(reason === undefined ? {} : { reason }) });

/** The way to each state from a draft. */
const WAYS: Readonly<Record<ConferenceState, readonly ConferenceState[]>> = {
  draft: [],
  published: ['published'],
  'registration-open': ['published', 'registration-open'],
  'registration-closed': ['published', 'registration-open', 'registration-closed'],
  live: ['published', 'registration-open', 'registration-closed', 'live'],
  completed: ['published', 'registration-open', 'registration-closed', 'live', 'completed'],
  archived: ['published', 'registration-open', 'registration-closed', 'live', 'completed', 'archived'],
  cancelled: ['cancelled'],
};

const standing = async (state: ConferenceState): Promise<Conference> => {
  const conference = await create({ title: `Stands in ${state}` });
  for (const to of WAYS[state]) await move(conference.id, to, to === 'cancelled' ? 'Snow.' : undefined);
  const { body } = await staff.get<Conference>(`/conferences/${conference.id}`);
  expect(body.status).toBe(state);
  return body;
};

describe('a conference', () => {
  it('begins as a draft with everything that was said', async () => {
    const asked = aConference({ schoolCap: 40, pupilsPerAdult: 12 });
    const { status, body } = await staff.post<Conference>('/conferences', asked);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...asked, status: 'draft', placesLeft: 100, cancellationReason: null });
    expect(body.transitions).toEqual(['published', 'cancelled']);
    expect((await staff.get(`/conferences/${body.id}`)).body).toEqual(body);
    expect((await staff.get(`/conferences/${body.slug}`)).body).toEqual(body);
  });

  it('has no cap and fifteen pupils an adult unless said otherwise', async () => {
    expect(await create()).toMatchObject({ schoolCap: null, pupilsPerAdult: 15 });
  });

  it('keeps its times as moments, whatever offset they were written with', async () => {
    const made = await create({ startsAt: '2027-03-09T10:30:00+01:00', endsAt: '2027-03-09T10:00-05:00' });
    expect(made).toMatchObject({ startsAt: '2027-03-09T09:30:00.000Z', endsAt: '2027-03-09T15:00:00.000Z' });
  });

  it('tells nobody its keys', async () => {
    const { id } = await aConferenceThatIs(staff, 'published');
    const text = JSON.stringify((await staff.get(`/conferences/${id}`)).body);
    expect(text).not.toMatch(/key|codeTag|v1\./i);
    const [row] = await test.database.select<{ sealed_private_key: string }>(
      'SELECT sealed_private_key FROM conferences WHERE id = ?',
      [id],
    );
    expect(row?.sealed_private_key).toMatch(/^v1\./);
  });

  it('has an address of its own, though others have its title', async () => {
    const made = await Promise.all(Array.from({ length: 3 }, () => create({ title: 'The same day' })));
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      'the-same-day-2027',
      'the-same-day-2027-2',
      'the-same-day-2027-3',
    ]);
  });

  it('of ten made at once with one title each has an address of its own', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, () => staff.post('/conferences', aConference({ title: 'All at once' }))),
    );
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
    expect(new Set(made.map(({ body }) => body.slug)).size).toBe(10);
  });

  it('with a title of nothing but signs has an address all the same', async () => {
    expect((await create({ title: '🎓🎓🎓' })).slug).toMatch(/^conference-2027/);
  });

  it('is changed field by field, and the rest stays', async () => {
    const made = await create({ schoolCap: 30 });
    const changed = await staff.patch(`/conferences/${made.id}`, {
      title: 'Maths in motion, again',
      venue: { name: 'Another hall', address: 'Elsewhere' },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        ...made,
        title: 'Maths in motion, again',
        venue: { name: 'Another hall', address: 'Elsewhere' },
      },
    });
    const uncapped = await staff.patch(`/conferences/${made.id}`, { schoolCap: null });
    expect(uncapped.body.schoolCap).toBeNull();
  });

  it('keeps its address when its title changes, for links are out there', async () => {
    const made = await create({ title: 'First title' });
    const changed = await staff.patch(`/conferences/${made.id}`, { title: 'Second title' });
    expect(changed.body.slug).toBe(made.slug);
  });

  it('is never changed into dates that cannot be', async () => {
    const made = await create();
    const answer = await staff.patch(`/conferences/${made.id}`, { endsAt: '2027-03-09T09:00:00Z' });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'endsAt', code: 'before-start' }] },
    });
    expect((await staff.get(`/conferences/${made.id}`)).body).toEqual(made);
  });

  it('is no longer changed once it is over', async () => {
    for (const state of ['completed', 'archived', 'cancelled'] as const) {
      const { id } = await standing(state);
      const answer = await staff.patch(`/conferences/${id}`, { title: 'Too late' });
      expect(answer).toMatchObject({ status: 409, body: { code: 'conference-over' } });
    }
  });

  it('that is not there answers 404, whatever is asked of it', async () => {
    const id = newId();
    expect((await staff.get(`/conferences/${id}`)).status).toBe(404);
    expect((await staff.patch(`/conferences/${id}`, { title: 'Nothing' })).status).toBe(404);
    expect((await move(id, 'published')).status).toBe(404);
    expect((await staff.get(`/conferences/${id}/calendar.ics`)).status).toBe(404);
  });

  it('leaves a trace of who made, changed and moved it', async () => {
    const { id } = await create();
    await staff.patch(`/conferences/${id}`, { title: 'Traced' });
    await move(id, 'published');
    const trail = await test.database.select<{ action: string; actor_kind: string; details: string }>(
      'SELECT action, actor_kind, details FROM audit_records WHERE object_id = ? ORDER BY id',
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'conference.created',
      'conference.changed',
      'conference.moved',
    ]);
    expect(trail.map(({ actor_kind }) => actor_kind)).toEqual(['account', 'account', 'account']);
    expect(JSON.stringify(trail)).not.toContain('Traced');
  });
});

describe('the list of conferences', () => {
  it('shows drafts to staff who ask for them and to nobody else', async () => {
    const draft = await create({ title: 'Hidden for now' });
    const listed = async (caller: Caller, scope = ''): Promise<boolean> => {
      const { body } = await caller.get(`/conferences?limit=200${scope}`);
      return body.items.some(({ id }: Conference) => id === draft.id);
    };
    expect(await listed(staff, '&scope=staff')).toBe(true);
    expect(await listed(staff)).toBe(false);
    expect(await listed(test.anyone, '&scope=staff')).toBe(false);
    expect(await listed(await test.as('coordinator', '950001'), '&scope=staff')).toBe(false);
    await move(draft.id, 'published');
    expect(await listed(test.anyone)).toBe(true);
  });

  it('tells only those who manage them what may follow', async () => {
    const { id } = await aConferenceThatIs(staff, 'published');
    expect((await test.anyone.get(`/conferences/${id}`)).body.transitions).toEqual([]);
    expect((await staff.get(`/conferences/${id}`)).body.transitions).toEqual([
      'registration-open',
      'cancelled',
    ]);
  });

  it('leaves archived ones out, whose pages stay', async () => {
    const { id } = await standing('archived');
    const { body } = await test.anyone.get('/conferences?limit=200');
    expect(body.items.map((one: Conference) => one.id)).not.toContain(id);
    expect((await test.anyone.get(`/conferences/${id}`)).status).toBe(200);
  });

  it('comes in pages, latest start first, each conference once, though some start together', async () => {
    for (let n = 0; n < 7; n++) {
      const day = 10 + Math.floor(n / 3);
      await create({
        title: `Paged ${n}`,
        startsAt: `2028-03-${day}T09:30:00.000Z`,
        endsAt: `2028-03-${day}T15:00:00.000Z`,
      });
    }
    const seen: Conference[] = [];
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { status, body } = await staff.get(`/conferences?scope=staff&limit=2${after}`);
      expect(status).toBe(200);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...(body.items as Conference[]));
      cursor = body.nextCursor;
    } while (cursor !== null);
    const { body: whole } = await staff.get('/conferences?scope=staff&limit=200');
    expect(seen.map(({ id }) => id)).toEqual(whole.items.map(({ id }: Conference) => id));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const starts = seen.map(({ startsAt }) => startsAt);
    expect(starts).toEqual([...starts].sort().reverse());
  });
});

describe('the lifecycle', () => {
  const pairs = CONFERENCE_STATES.flatMap((from) => CONFERENCE_STATES.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s', async (from, to) => {
    const { id } = await standing(from);
    const answer = await move(id, to, 'Snow.');
    const allowed = CONFERENCE_TRANSITIONS[from];
    if (allowed.includes(to)) {
      expect(answer).toMatchObject({ status: 200, body: { id, status: to } });
      expect(answer.body.transitions).toEqual(CONFERENCE_TRANSITIONS[to]);
    } else {
      expect(answer).toMatchObject({ status: 409, body: { code: 'transition-not-allowed', from, allowed } });
      expect((await staff.get(`/conferences/${id}`)).body.status).toBe(from);
    }
  });

  it.each(['', '   ', undefined])('cancelling needs a reason, and %j is none', async (reason) => {
    const { id } = await standing('published');
    const answer = await move(id, 'cancelled', reason);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'reason', code: 'missing' }] } });
    expect((await staff.get(`/conferences/${id}`)).body.status).toBe('published');
  });

  it('a cancelled conference says why, to everyone', async () => {
    const { id } = await standing('published');
    await move(id, 'cancelled', '  The hall is flooded.  ');
    const { body } = await test.anyone.get(`/conferences/${id}`);
    expect(body).toMatchObject({ status: 'cancelled', cancellationReason: 'The hall is flooded.' });
  });

  it('a main door exists from publication on, once', async () => {
    const { id } = await standing('draft');
    const doors = async (): Promise<Checkpoint[]> =>
      (await staff.get<{ items: Checkpoint[] }>(`/conferences/${id}/checkpoints`)).body.items;
    expect(await doors()).toEqual([]);
    await move(id, 'published');
    expect(await doors()).toMatchObject([{ name: 'Main door', admits: 'once', isMainDoor: true }]);
    for (const to of ['registration-open', 'registration-closed', 'registration-open'] as const) {
      await move(id, to);
    }
    expect(await doors()).toHaveLength(1);
  });

  it('of two that move it at once one wins', async () => {
    const { id } = await standing('published');
    const answers = await Promise.all([move(id, 'registration-open'), move(id, 'cancelled', 'Snow.')]);
    const { body } = await staff.get(`/conferences/${id}`);
    const [opened, cancelled] = answers.map(({ status }) => status);
    // Cancelling may follow opening, opening cannot follow cancelling.
    if (body.status === 'cancelled') expect([200, 409]).toContain(opened);
    expect([opened, cancelled]).toContain(200);
    expect(body.status).toBe(cancelled === 200 ? 'cancelled' : 'registration-open');
  });

  it('of ten that publish it at once one wins, and there is one door', async () => {
    const { id } = await standing('draft');
    const answers = await Promise.all(Array.from({ length: 10 }, () => move(id, 'published')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'transition-not-allowed')).toHaveLength(9);
    expect((await staff.get(`/conferences/${id}/checkpoints`)).body.items).toHaveLength(1);
  });

  it('a group cannot register with a conference that is cancelled', async () => {
    const { id } = await standing('cancelled');
    const answer = await staff.post(`/conferences/${id}/groups`, aGroup({ schoolUrn: '950001' }));
    expect(answer).toMatchObject({ status: 409, body: { code: 'registration-closed' } });
  });
});

describe('the calendar file', () => {
  const calendar = async (id: string): Promise<string> => {
    const answer = await test.anyone.get<string>(`/conferences/${id}/calendar.ics`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('attachment');
    return answer.body;
  };

  /** Lines as a calendar reads them: folded ones joined (RFC 5545, 3.1). */
  const linesOf = (text: string): string[] =>
    text
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n')
      .filter(Boolean);

  it('gives times in UTC, the place and a link', async () => {
    const made = await aConferenceThatIs(staff, 'published', { title: 'A calendar day' });
    const lines = linesOf(await calendar(made.id));
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'DTSTART:20270309T093000Z',
        'DTEND:20270309T150000Z',
        'SUMMARY:A calendar day',
        'LOCATION:The Arden Building\\, St Helens Road\\, Ormsby Vale',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(lines.find((line) => line.startsWith('URL'))).toContain(`/conferences/${made.slug}`);
  });

  it('keeps one UID through every change, so that a calendar updates what it holds', async () => {
    const { id } = await aConferenceThatIs(staff, 'published');
    const uid = async () => linesOf(await calendar(id)).filter((line) => line.startsWith('UID:'));
    const before = await uid();
    expect(before).toEqual([`UID:conference-${id}@lectern`]);
    await staff.patch(`/conferences/${id}`, { title: 'Renamed', startsAt: '2027-03-09T10:00:00Z' });
    expect(await uid()).toEqual(before);
    expect(await calendar(id)).toContain('DTSTART:20270309T100000Z');
  });

  it('says that a cancelled conference is cancelled', async () => {
    const { id } = await standing('published');
    await move(id, 'cancelled', 'Snow.');
    expect(linesOf(await calendar(id))).toContain('STATUS:CANCELLED');
  });

  it('cannot be given a property by a line break in what somebody typed', async () => {
    const evil = 'Maths\r\nATTENDEE:mailto:evil@example.org\nBEGIN:VALARM\rATTACH:x; a, b\\n';
    const { id } = await aConferenceThatIs(staff, 'published', {
      title: evil,
      summary: evil,
      venue: { name: evil, address: evil },
    });
    const text = await calendar(id);
    // Every line break in the file is the file's own.
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    const names = linesOf(text).map((line) => line.split(/[:;]/)[0]);
    expect(names).not.toEqual(expect.arrayContaining(['ATTENDEE']));
    expect(names).not.toEqual(expect.arrayContaining(['ATTACH']));
    expect(names.filter((name) => name === 'BEGIN')).toHaveLength(2);
    expect(text).toContain('SUMMARY:Maths\\n');
  });
});
