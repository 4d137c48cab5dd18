import type { Conference, PackFile, VisitPack } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Group, GroupPackState, GroupVisitPack } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';
import { Jobs } from '../platform/jobs';
import { PACK_LETTERS_JOB } from './pack-letters.service';

let test: TestApp;
let staff: Caller;
let school: Caller;
let stranger: Caller;
let conference: Conference;
let group: Group;

const PDF = '%PDF-1.7 an agenda';

const sent = (
  by: Caller,
  path: string,
  fields: Readonly<Record<string, string>>,
  content = '',
  name = 'A plan.pdf',
) => by.upload<PackFile>(path, fields, { name, content });

const add = async (
  fields: Readonly<Record<string, string>> = { kind: 'risk-assessment' },
  file = PDF,
): Promise<PackFile> => {
  const answer = await sent(staff, `/conferences/${conference.id}/visit-pack/files`, fields, file);
  expect(answer.status).toBe(201);
  return answer.body;
};

const packOf = async (by: Caller = school): Promise<GroupVisitPack> =>
  (await by.get<GroupVisitPack>(`/groups/${group.id}/visit-pack`)).body;
const acknowledge = (version: number, by: Caller = school) =>
  by.post<GroupVisitPack>(`/groups/${group.id}/visit-pack/acknowledgement`, { version });

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(['952001', '952002']);
  school = await test.as('coordinator', '952001');
  stranger = await test.as('coordinator', '952002');
});

beforeEach(async () => {
  conference = await aConferenceThatIs(staff, 'registration-open');
  group = (await school.post<Group>(`/conferences/${conference.id}/groups`, aGroup())).body;
});

afterAll(() => test.close());

describe('a visit pack', () => {
  it('is empty and asks nothing until there is a file in it', async () => {
    expect(await packOf()).toMatchObject({ version: 0, files: [], acknowledgement: null, isDue: false });
    expect((await school.get(`/groups/${group.id}`)).body.visitPack).toBeUndefined();
  });

  it('takes a file by its content, under a safe name, and titles it by its kind', async () => {
    const file = await add();
    expect(file).toMatchObject({
      kind: 'risk-assessment',
      title: 'Risk assessment',
      isPublic: false,
      current: {
        version: 1,
        packVersion: 1,
        fileName: 'A-plan.pdf',
        contentType: 'application/pdf',
        size: 18,
      },
      earlier: [],
    });
  });

  it('keeps the old version beside the new one, and both can be read', async () => {
    const file = await add();
    const answer = await sent(staff, `/pack-files/${file.id}/versions`, {}, '%PDF-1.7 the second');
    expect(answer.body).toMatchObject({
      current: { version: 2, packVersion: 2 },
      earlier: [{ id: file.current.id, version: 1 }],
    });
    expect((await school.get(`/visit-pack-files/${answer.body.current.id}`)).body).toBe(
      '%PDF-1.7 the second',
    );
    expect((await school.get(`/visit-pack-files/${file.current.id}`)).body).toBe(PDF);
  });

  it('is downloaded as an attachment that can run nothing', async () => {
    const file = await add();
    const { status, headers } = await school.get(`/visit-pack-files/${file.current.id}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="A-plan.pdf"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it.each([
    ['a page of HTML', '<!doctype html><script>alert(1)</script>', 'evil.pdf', 'wrong-type'],
    ['an empty file', '', 'empty.pdf', 'missing'],
  ])('does not take %s, whatever it is called', async (_, content, name, code) => {
    const path = `/conferences/${conference.id}/visit-pack/files`;
    const answer = await sent(staff, path, { kind: 'agenda' }, content, name);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'file', code }] } });
    expect((await packOf()).version).toBe(0);
  });

  it('does not take a file of an unknown kind, without a file, or one larger than 5 MB', async () => {
    const path = `/conferences/${conference.id}/visit-pack/files`;
    expect(await sent(staff, path, { kind: 'virus' }, PDF)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'kind' }] },
    });
    expect(await sent(staff, path, { kind: 'agenda' })).toMatchObject({ status: 400 });
    const large = await sent(staff, path, { kind: 'agenda' }, `%PDF-${'x'.repeat(5_000_001)}`);
    expect(large).toMatchObject({ status: 413, body: { code: 'file-too-large' } });
    expect((await packOf()).version).toBe(0);
  });

  it('shows everybody the agenda and the drop-off when they are marked so, and nothing else', async () => {
    await add({ kind: 'risk-assessment' });
    const agenda = await add({ kind: 'agenda', title: 'The day', isPublic: 'yes' });
    const seen = await test.anyone.get<VisitPack>(`/conferences/${conference.slug}/visit-pack`);
    expect(seen.body.files.map(({ title }) => title)).toEqual(['The day']);
    expect((await test.anyone.get(`/visit-pack-files/${agenda.current.id}`)).status).toBe(200);
    await staff.patch(`/pack-files/${agenda.id}`, { isPublic: false });
    expect((await test.anyone.get(`/visit-pack-files/${agenda.current.id}`)).status).toBe(404);
    const path = `/conferences/${conference.id}/visit-pack/files`;
    expect(await sent(staff, path, { kind: 'insurance', isPublic: 'yes' }, PDF)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'isPublic', code: 'not-for-everybody' }] },
    });
  });

  it('is not there for a school without a live group, nor for one that cancelled', async () => {
    const { current } = await add();
    const path = `/visit-pack-files/${current.id}`;
    for (const by of [test.anyone, stranger, await test.as('teacher', '952001')]) {
      expect((await by.get(path)).status).toBe(404);
    }
    expect((await stranger.get(`/groups/${group.id}/visit-pack`)).status).toBe(404);
    expect((await school.get(path)).status).toBe(200);
    await school.post(`/groups/${group.id}/cancellation`, {});
    expect((await school.get(path)).status).toBe(404);
  });

  it('loses a file that is withdrawn, and stays closed when the conference is over', async () => {
    const file = await add();
    expect((await staff.post(`/pack-files/${file.id}/withdrawal`)).status).toBe(200);
    expect(await packOf()).toMatchObject({ files: [], version: 1 });
    expect((await school.get(`/visit-pack-files/${file.current.id}`)).status).toBe(404);
    expect((await staff.post(`/pack-files/${file.id}/withdrawal`)).status).toBe(404);
    await staff.post(`/conferences/${conference.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    const path = `/conferences/${conference.id}/visit-pack/files`;
    expect(await sent(staff, path, { kind: 'agenda' }, PDF)).toMatchObject({
      status: 409,
      body: { code: 'conference-over' },
    });
  });

  it('comes along when the conference is held again, with the same bytes and as version one', async () => {
    const first = await add({ kind: 'fire' });
    await sent(staff, `/pack-files/${first.id}/versions`, {}, '%PDF-1.7 the second');
    const before = await test.database.select('SELECT id FROM pack_contents');
    const copy = (await staff.post<Conference>(`/conferences/${conference.id}/copies`)).body;
    const { body } = await staff.get<VisitPack>(`/conferences/${copy.id}/visit-pack`);
    expect(body).toMatchObject({
      version: 1,
      files: [{ kind: 'fire', current: { version: 1 }, earlier: [] }],
    });
    const read = await staff.get(`/visit-pack-files/${body.files[0]!.current.id}`);
    expect(read.body).toBe('%PDF-1.7 the second');
    expect(await test.database.select('SELECT id FROM pack_contents')).toHaveLength(before.length);
  });
});

describe('acknowledging the visit pack', () => {
  it('is recorded with its version, who and when', async () => {
    await add();
    expect(await packOf()).toMatchObject({ version: 1, isDue: true, acknowledgement: null });
    const answer = await acknowledge(1);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        isDue: false,
        acknowledgement: { version: 1, by: 'A coordinator', at: test.clock.now().toISOString() },
      },
    });
    expect((await school.get(`/groups/${group.id}`)).body.visitPack).toEqual({ version: 1, acknowledged: 1 });
    const records = await test.database.select<{ action: string }>(
      'SELECT action FROM audit_records WHERE object_id = ? ORDER BY at, id',
      [group.id],
    );
    expect(records.map(({ action }) => action)).toContain('visit-pack.acknowledged');
  });

  it('is asked for again when a file has a new version', async () => {
    const file = await add();
    await acknowledge(1);
    await sent(staff, `/pack-files/${file.id}/versions`, {}, '%PDF-1.7 the second');
    expect(await packOf()).toMatchObject({ version: 2, isDue: true, acknowledgement: { version: 1 } });
  });

  it('is refused for another version than the one that is there', async () => {
    await add();
    await add({ kind: 'fire' });
    for (const version of [1, 3]) {
      expect(await acknowledge(version)).toMatchObject({
        status: 409,
        body: { code: 'pack-changed', version: 2 },
      });
    }
    expect((await packOf()).isDue).toBe(true);
  });

  it('is one record, however often it is said at once', async () => {
    await add();
    const answers = await Promise.all(Array.from({ length: 5 }, () => acknowledge(1)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const rows = await test.database.select('SELECT id FROM pack_acknowledgements WHERE group_id = ?', [
      group.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('shows staff who has not, first', async () => {
    await add();
    await stranger.post(`/conferences/${conference.id}/groups`, aGroup());
    await acknowledge(1);
    const { body } = await staff.get<{ items: GroupPackState[] }>(
      `/conferences/${conference.id}/visit-pack/acknowledgements`,
    );
    expect(body.items.map(({ school: { urn }, isDue }) => [urn, isDue])).toEqual([
      ['952002', true],
      ['952001', false],
    ]);
  });

  it('of a group or a file that is not there finds nothing', async () => {
    expect((await school.get(`/groups/${newId()}/visit-pack`)).status).toBe(404);
    expect((await staff.get(`/visit-pack-files/${newId()}`)).status).toBe(404);
    expect((await sent(staff, `/pack-files/${newId()}/versions`, {}, PDF)).status).toBe(404);
    expect(
      (await sent(staff, `/conferences/${newId()}/visit-pack/files`, { kind: 'fire' }, PDF)).status,
    ).toBe(404);
  });
});

describe('letters about the visit pack', () => {
  const letters = () =>
    test.database.select<{ subject: string }>(
      'SELECT subject FROM outbox_mails WHERE object_id = ? ORDER BY created_at, id',
      [group.id],
    );
  const run = async () => {
    await test.app.get(Jobs).runNow(PACK_LETTERS_JOB);
    return (await letters()).map(({ subject }) => subject).filter((subject) => /visit pack/.test(subject));
  };

  it('are written once the pack has stood still, once for all that was put in', async () => {
    await add();
    expect(await run()).toEqual([]);
    test.clock.advance(29 * 60_000);
    await add({ kind: 'fire' });
    test.clock.advance(2 * 60_000);
    expect(await run()).toEqual([]);
    test.clock.advance(28 * 60_000);
    const once = await run();
    expect(once).toEqual(['The visit pack for Maths in motion is ready to read']);
    expect(await run()).toEqual(once);
  });

  it('are written again when a version that was read has changed, and to nobody who has read all', async () => {
    const file = await add();
    await acknowledge(1);
    test.clock.advance(31 * 60_000);
    expect(await run()).toEqual([]);
    await sent(staff, `/pack-files/${file.id}/versions`, {}, PDF);
    test.clock.advance(31 * 60_000);
    expect(await run()).toEqual(['The visit pack for Maths in motion has changed']);
  });

  it('are not written to groups without places, nor when the conference is cancelled', async () => {
    await add();
    await staff.post(`/conferences/${conference.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    test.clock.advance(31 * 60_000);
    expect(await run()).toEqual([]);
  });
});

describe('adults by year group', () => {
  it('are advised by the years that are named, and carefully until then', async () => {
    const banded = await aConferenceThatIs(staff, 'registration-open', {
      supervisionBands: [{ yearGroups: [9], pupilsPerAdult: 10 }],
    });
    const { body } = await school.post<Group>(`/conferences/${banded.id}/groups`, aGroup());
    expect(body.advisedAdults).toBe(3);
    const people = (year: number) =>
      Array.from({ length: 30 }, (_, n) => ({
        kind: 'pupil',
        givenName: `Given${n}`,
        familyName: 'Family',
        yearGroup: year,
        photoConsent: n === 0 ? 'yes' : undefined,
      }));
    await school.put(`/groups/${body.id}/roster`, { people: people(10) });
    expect((await school.get<Group>(`/groups/${body.id}`)).body).toMatchObject({
      advisedAdults: 2,
      consentsMissing: 29,
    });
    await school.put(`/groups/${body.id}/roster`, { people: people(9) });
    expect((await school.get<Group>(`/groups/${body.id}`)).body.advisedAdults).toBe(3);
  });
});
