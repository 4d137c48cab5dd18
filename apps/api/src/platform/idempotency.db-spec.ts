import { randomUUID } from 'node:crypto';
import type { Group } from '@lectern/registrations';
import { aConference, aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';

const urns = Array.from({ length: 20 }, (_, n) => String(920_000 + n));

describe('an Idempotency-Key', () => {
  let test: TestApp;
  let staff: Caller;
  let conferenceId: string;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(urns);
    ({ id: conferenceId } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 5000 }));
  });

  afterAll(() => test.close());

  const keyed = (caller: Caller, key: string): Caller => caller.with({ 'idempotency-key': key });

  const register = (caller: Caller, schoolUrn: string) =>
    caller.post<Group>(`/conferences/${conferenceId}/groups`, aGroup({ schoolUrn, pupilsWanted: 2 }));

  const groupsOf = (urn: string): Promise<unknown[]> =>
    test.database.select('SELECT id FROM visit_groups WHERE school_urn = ?', [urn]);

  it('gives a repeated request the first answer, and makes one thing', async () => {
    const caller = keyed(staff, randomUUID());
    const first = await register(caller, '920001');
    const again = await register(caller, '920001');
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await groupsOf('920001')).toHaveLength(1);
  });

  it('makes one thing of ten requests that arrive at once, and answers all ten alike', async () => {
    const caller = keyed(staff, randomUUID());
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(caller, '920002')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await groupsOf('920002')).toHaveLength(1);
  });

  it('makes one conference of ten requests at once, though two of one title are allowed', async () => {
    const caller = keyed(staff, randomUUID());
    const body = aConference({ title: 'Asked for ten times' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => caller.post('/conferences', body)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body: made }) => made.id)).size).toBe(1);
  });

  it('is refused for another body, and changes nothing', async () => {
    const caller = keyed(staff, randomUUID());
    await register(caller, '920003');
    const other = await register(caller, '920004');
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
    expect(await groupsOf('920004')).toHaveLength(0);
  });

  it('belongs to one person: the same key of somebody else is another key', async () => {
    const key = randomUUID();
    const mine = await register(keyed(await test.as('coordinator', '920005'), key), '920005');
    const theirs = await register(keyed(await test.as('coordinator', '920006'), key), '920006');
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(mine.body.id);
    expect(theirs.body.school.urn).toBe('920006');
  });

  it('belongs to one address: the same key elsewhere is another key', async () => {
    const key = randomUUID();
    const conference = await keyed(staff, key).post('/conferences', aConference());
    const invitation = await keyed(staff, key).post('/invitations', {
      email: 'somebody@example.org',
      role: 'mentor',
    });
    expect([conference.status, invitation.status]).toEqual([201, 201]);
  });

  it('without it two requests are two attempts', async () => {
    expect((await register(staff, '920007')).status).toBe(201);
    expect(await register(staff, '920007')).toMatchObject({
      status: 409,
      body: { code: 'already-registered' },
    });
    const [one, two] = await Promise.all([
      staff.post('/conferences', aConference()),
      staff.post('/conferences', aConference()),
    ]);
    expect(one.body.id).not.toBe(two.body.id);
  });

  it('a refused request may be mended and sent again with the same key', async () => {
    const caller = keyed(staff, randomUUID());
    expect((await caller.post('/conferences', aConference({ title: 'x' }))).status).toBe(400);
    expect((await caller.post('/conferences', aConference())).status).toBe(201);
  });

  it('of more than 200 characters, or with a space, is refused in words', async () => {
    for (const key of ['k'.repeat(201), 'two words']) {
      const answer = await keyed(staff, key).post('/conferences', aConference());
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-idempotency-key' } });
    }
  });

  it('does not count for files: another file with the same key is read', async () => {
    const { body: group } = await register(staff, '920009');
    const read = async (name: string): Promise<string> => {
      const answer = await test.app.inject({
        method: 'POST',
        url: `/api/groups/${group.id}/roster-previews`,
        headers: {
          ...staff.headers,
          'idempotency-key': 'one-key-for-two-files',
          'content-type': 'multipart/form-data; boundary=xyz',
        },
        payload:
          '--xyz\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n' +
          `First name,Last name,Year\n${name},Oakley,9\r\n--xyz--\r\n`,
      });
      expect(answer.statusCode).toBe(201);
      return answer.json<{ rows: { givenName: string }[] }>().rows[0]!.givenName;
    };
    expect([await read('Wren'), await read('Teal')]).toEqual(['Wren', 'Teal']);
  });

  it('keeps no secret readable beside the key: links, pairing codes and what is needed on the day', async () => {
    const group = await register(staff, '920008');
    const invited = await keyed(staff, randomUUID()).post('/invitations', {
      email: 'somebody.else@example.org',
      role: 'mentor',
    });
    const paired = await keyed(staff, randomUUID()).post(`/conferences/${conferenceId}/device-pairings`, {
      role: 'steward',
      label: 'Main door',
    });
    const preview = await keyed(staff, randomUUID()).post(`/groups/${group.body.id}/roster-previews`, {
      text: 'First name,Last name,Year,Medical\nWren,Oakley,9,Peanut allergy xyzzy\n',
    });
    expect([invited.status, paired.status, preview.status]).toEqual([201, 201, 201]);
    expect(preview.body.rows[0].dayOnly).toEqual({ medical: 'Peanut allergy xyzzy' });
    const kept = JSON.stringify(await test.database.select('SELECT * FROM idempotency_keys'));
    expect(kept).not.toContain(invited.body.token);
    expect(kept).not.toContain(paired.body.pairingCode);
    expect(kept).not.toContain('xyzzy');
  });
});
