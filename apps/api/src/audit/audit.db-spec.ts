import type { AuditRecord } from '@lectern/identity';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import { AccountsService } from '../identity/accounts.service';
import { requestContext } from '../platform/request-context';
import { AuditService } from './audit.service';

let test: TestApp;
let staff: Caller;
let group: string;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(['960001']);
  const conference = await aConferenceThatIs(staff, 'registration-open');
  const asked = aGroup({ schoolUrn: '960001' });
  group = (await staff.post(`/conferences/${conference.id}/groups`, asked)).body.id;
  await staff.put(`/groups/${group}/roster`, { people: aRoster(2) });
});
afterAll(() => test.close());

const records = async (question: string, by = staff): Promise<AuditRecord[]> =>
  (await by.get(`/audit-records?limit=200&${question}`)).body.items;
const actions = async (question: string): Promise<string[]> =>
  (await records(question)).map(({ action }) => action);

const idOf = async (caller: Caller): Promise<string> => (await caller.get('/session')).body.account.id;

describe('the audit trail', () => {
  it('is append-only: the database refuses to change or delete what it says', async () => {
    const change = (sql: string): Promise<unknown> =>
      test.database.transaction(() => test.database.execute(sql, []));
    const before = await test.database.select('SELECT * FROM audit_records ORDER BY id');
    expect(before.length).toBeGreaterThan(0);
    await expect(change("UPDATE audit_records SET action = 'nothing.happened'")).rejects.toThrow(
      'append-only',
    );
    await expect(change('DELETE FROM audit_records')).rejects.toThrow('append-only');
    expect(await test.database.select('SELECT * FROM audit_records ORDER BY id')).toEqual(before);
  });

  it('may be forgotten once its six years are over', async () => {
    await test.database.transaction(() =>
      test.database.execute(
        'INSERT INTO audit_records (id, at, actor_kind, action, object_kind, details)' +
          " VALUES ('old', ?, 'system', 'thing.done', 'thing', '{}')",
        [new Date('2015-01-01T00:00:00Z')],
      ),
    );
    const gone = await test.database.transaction(() =>
      test.database.execute("DELETE FROM audit_records WHERE id = 'old'", []),
    );
    expect(gone).toBe(1);
  });

  it('says who did what to what, with the names that are still known', async () => {
    const [saved] = await records(`objectId=${group}&action=roster.saved`);
    expect(saved).toMatchObject({
      at: '2027-01-12T09:00:00.000Z',
      actor: { kind: 'account', id: await idOf(staff), name: 'A staff' },
      action: 'roster.saved',
      objectKind: 'group',
      objectId: group,
      details: { people: 2 },
      correlationId: expect.any(String),
    });
  });

  it('says of signing in who signed in, and names nobody where it was refused', async () => {
    const accounts = test.app.get(AccountsService);
    const email = 'signs.in@example.org';
    const password = 'violet-harbour-lantern';
    const hash = await accounts.prepare(password, email);
    const row = { email, name: 'Sign Inn', roles: ['mentor' as const], schoolUrn: null };
    const { id } = await test.database.transaction(() => accounts.add(row, hash));
    await test.anyone.post('/session', { email, password: 'not the password at all' });
    await test.anyone.post('/session', { email, password });
    const found = await records(`objectId=${id}&action=session`);
    expect(found.map(({ action, actor }) => [action, actor.id])).toEqual(
      expect.arrayContaining([
        ['session.refused', null],
        ['session.started', id],
      ]),
    );
  });

  it('is narrowed by person, action, area, thing and time, one or all at once', async () => {
    const admin = await test.as('admin');
    const adminId = await idOf(admin);
    await admin.patch(`/groups/${group}`, { adults: 4 });
    expect(await actions(`actorId=${adminId}`)).toEqual(['group.changed']);
    expect(await actions('who=A%20ADMIN&action=group')).toEqual(['group.changed']);
    expect(await actions('who=nobody%20of%20this%20name')).toEqual([]);
    expect(new Set(await actions('action=group'))).toEqual(new Set(['group.changed', 'group.registered']));
    expect(new Set(await actions(`objectKind=group&objectId=${group}`))).toContain('roster.saved');
    expect(await actions('objectKind=schools')).toEqual([]);
    expect(await actions('to=2027-01-12T09:00:00Z')).toEqual([]);
    expect(await actions('from=2027-01-12T09:00:00.001Z')).toEqual([]);
    const all = `actorId=${adminId}&action=group.changed&objectKind=group&from=2027-01-12T00:00:00Z&to=2027-01-13T00:00:00Z`;
    expect(await actions(all)).toEqual(['group.changed']);
  });

  it('comes page by page, the latest first, each record once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await staff.get(`/audit-records?limit=2&cursor=${cursor}`);
      seen.push(...body.items.map(({ id }: AuditRecord) => id));
      cursor = body.nextCursor as string | null;
    }
    const all = (await records('')).map(({ id }) => id);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('says what is wrong with a question', async () => {
    for (const [question, field] of [
      ['from=yesterday', 'from'],
      ['to=2027-02-30T09:00:00Z', 'to'],
      [`who=${'x'.repeat(101)}`, 'who'],
    ] as const) {
      expect(await staff.get(`/audit-records?${question}`)).toMatchObject({
        status: 400,
        body: { errors: [{ field }] },
      });
    }
  });

  it('is taken away as a file without formulas, and that is recorded', async () => {
    await requestContext.run({ correlationId: '=cmd' }, () =>
      test.database.transaction(() =>
        test.app.get(AuditService).record({ action: 'thing.done', objectKind: 'thing', objectId: '@SUM(1)' }),
      ),
    );
    const answer = await staff.get<string>('/audit-records.csv?action=thing');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="audit-trail.csv"');
    const [heading, row, ...rest] = answer.body.split('\r\n');
    expect(heading).toContain('"Who"');
    expect(row).toContain(`"Thing: done","thing.done","Thing","'@SUM(1)"`);
    expect(row).toContain(`"'=cmd"`);
    expect(rest).toEqual(['']);
    expect((await records('action=audit.exported'))[0]?.details).toEqual({ records: 1, whole: true });
  });
});

describe('reading a whole roster', () => {
  const readings = (actorId: string): Promise<AuditRecord[]> =>
    records(`action=roster.read&objectId=${group}&actorId=${actorId}`);

  it.each([
    ['the list', '/roster'],
    ['the tickets', '/tickets'],
    ['the print', '/tickets.pdf?layout=list'],
  ])('is recorded when somebody opens %s, staff and school alike', async (_, path) => {
    for (const caller of [await test.as('staff'), await test.as('coordinator', '960001')]) {
      expect((await caller.get(`/groups/${group}${path}`)).status).toBe(200);
      expect(await readings(await idOf(caller))).toHaveLength(1);
    }
  });

  it('is recorded once for each reader and hour', async () => {
    const caller = await test.as('coordinator', '960001');
    const id = await idOf(caller);
    for (const path of ['/roster', '/roster', '/tickets']) await caller.get(`/groups/${group}${path}`);
    expect(await readings(id)).toHaveLength(1);
    test.clock.advance(3_600_001);
    await caller.get(`/groups/${group}/roster`);
    expect(await readings(id)).toHaveLength(2);
  });

  it('is not recorded for whoever was shown nothing', async () => {
    const stranger = await test.as('coordinator', '960002');
    expect((await stranger.get(`/groups/${group}/roster`)).status).toBe(404);
    expect(await readings(await idOf(stranger))).toEqual([]);
  });
});
