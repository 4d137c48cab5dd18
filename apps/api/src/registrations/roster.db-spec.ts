import { createPublicKey, randomBytes, verify } from 'node:crypto';
import {
  type PairedDevice,
  readShortCode,
  readTicketCode,
  SHORT_CODE_LENGTH,
  ticketCodeMessage,
} from '@lectern/check-in';
import type { Conference } from '@lectern/conferences';
import { newId } from '@lectern/core';
import {
  type Group,
  isUpn,
  type Person,
  type Roster,
  type RosterRow,
  type Ticket,
} from '@lectern/registrations';
import type { GroupRequest } from '@lectern/registrations/requests';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';

const SCHOOL = '960001';

let test: TestApp;
let staff: Caller;
let school: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools([SCHOOL, '960002', '960003']);
  school = await test.as('coordinator', SCHOOL);
});

afterAll(() => test.close());

const openConference = (change: Parameters<typeof aConferenceThatIs>[2] = {}): Promise<Conference> =>
  aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 1000, ...change });

const register = async (conference: Conference, change: Partial<GroupRequest> = {}): Promise<Group> => {
  const asked = aGroup({ schoolUrn: SCHOOL, ...change });
  const { status, body } = await staff.post<Group>(`/conferences/${conference.id}/groups`, asked);
  expect(status).toBe(201);
  return body;
};

const aNewGroup = async (change: Partial<GroupRequest> = {}): Promise<Group> =>
  register(await openConference(), change);

const preview = (groupId: string, text: string) =>
  school.post(`/groups/${groupId}/roster-previews`, { text });

const save = (groupId: string, body: object) => school.put(`/groups/${groupId}/roster`, body);

const people = async (groupId: string): Promise<Person[]> => [
  ...(await staff.get<Roster>(`/groups/${groupId}/roster`)).body.people,
];

const tickets = async (groupId: string): Promise<Ticket[]> =>
  (await staff.get<{ items: Ticket[] }>(`/groups/${groupId}/tickets`)).body.items;

/** Everything that the database holds, as one text. */
const everything = async (): Promise<string> => {
  const tables = test.database.reader.dataSource.entityMetadatas.map(({ tableName }) => tableName);
  expect(tables.length).toBeGreaterThan(15);
  const rows = await Promise.all(tables.map((table) => test.database.select(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows);
};

/** Sends a file the way a browser's form does. */
const upload = async (groupId: string, content: string | Buffer, name = 'list.csv', field = 'file') => {
  const boundary = randomBytes(12).toString('hex');
  const answer = await test.app.inject({
    method: 'POST',
    url: `/api/groups/${groupId}/roster-previews`,
    headers: { ...school.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
};

const namesOf = (body: { rows: RosterRow[] }): string[] =>
  body.rows.map(({ givenName, familyName }) => `${givenName} ${familyName}`);

/** Unique pupil numbers whose check letter is right, of no real pupil. */
const someUpns = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => {
    const digits = `999999900${String(n).padStart(3, '0')}`;
    return [...'ABCDEFGHJKLMNPQRTUVWXYZ'].map((letter) => letter + digits).find(isUpn)!;
  });

describe('a preview', () => {
  const good = 'First name,Last name,Year\nWren,Oakley,9\nTeal,Ashby,10\n';

  it('reads a list and saves nobody', async () => {
    const { id } = await aNewGroup();
    const answer = await preview(id, good);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        rows: [
          { line: 2, kind: 'pupil', givenName: 'Wren', familyName: 'Oakley', yearGroup: 9, errors: [] },
          { line: 3, kind: 'pupil', givenName: 'Teal', familyName: 'Ashby', yearGroup: 10, errors: [] },
        ],
        droppedColumns: [],
        duplicates: [],
      },
    });
    expect(await people(id)).toEqual([]);
    expect(await tickets(id)).toEqual([]);
  });

  it('is sealed in the database until it is confirmed', async () => {
    const { id } = await aNewGroup();
    await preview(id, 'First name,Last name,Year,Medical\nQuillon,Oakleigh,9,Peanuts zzyzx\n');
    expect(await everything()).not.toMatch(/Quillon|Oakleigh|zzyzx/);
  });

  it('is saved by its id, once', async () => {
    const { id } = await aNewGroup();
    const { body } = await preview(id, good);
    const saved = await save(id, { previewId: body.id });
    expect(saved.status).toBe(200);
    expect(saved.body.people).toMatchObject([{ givenName: 'Wren' }, { givenName: 'Teal' }]);
    expect(await tickets(id)).toHaveLength(2);
    expect(await save(id, { previewId: body.id })).toMatchObject({
      status: 410,
      body: { code: 'preview-over' },
    });
  });

  it('is refused while a row carries an error, with the row and the cell', async () => {
    const { id } = await aNewGroup();
    const { body } = await preview(
      id,
      'First name,Last name,Year\nWren,Oakley,9\nTeal,Ashby,Y15\n,Nameless,9\n',
    );
    expect(body.rows[1].errors).toMatchObject([{ field: 'yearGroup', code: 'year-group' }]);
    const saved = await save(id, { previewId: body.id });
    expect(saved).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    const fields = saved.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['row 3: yearGroup', 'row 4: givenName']));
    expect(await people(id)).toEqual([]);
  });

  it('of a year group that is not invited says which are', async () => {
    const { id } = await aNewGroup();
    const { body } = await preview(id, 'First name,Last name,Year\nWren,Oakley,12\n');
    expect(body.rows[0].errors).toMatchObject([{ code: 'year-not-invited' }]);
    expect(body.rows[0].errors[0].message).toMatch(/9 and 10/);
    expect((await save(id, { previewId: body.id })).status).toBe(400);
  });

  it('rule 7: belongs to its group and saves nothing into another', async () => {
    const mine = await aNewGroup();
    const other = await aNewGroup();
    const { body } = await preview(mine.id, good);
    expect((await save(other.id, { previewId: body.id })).status).toBe(410);
    expect((await save(mine.id, { previewId: newId() })).status).toBe(410);
    expect(await people(other.id)).toEqual([]);
  });

  it('ends after a day', async () => {
    const { id } = await aNewGroup();
    const { body } = await preview(id, good);
    test.clock.advance(24 * 3_600_000);
    school = await test.as('coordinator', SCHOOL);
    const late = await save(id, { previewId: body.id });
    test.clock.set('2027-01-12T09:00:00.000Z');
    school = await test.as('coordinator', SCHOOL);
    expect(late).toMatchObject({ status: 410, body: { code: 'preview-over' } });
  });

  it('or people, not both and not neither', async () => {
    const { id } = await aNewGroup();
    const { body } = await preview(id, good);
    for (const wrong of [{}, { previewId: body.id, people: aRoster(1) }]) {
      expect(await save(id, wrong)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'previewId', code: 'one-of' }] },
      });
    }
  });

  it('shows who stands twice, and lets twins be', async () => {
    const { id } = await aNewGroup();
    const { body } = await preview(id, `${good}wren,OAKLEY,9\n`);
    expect(body.duplicates).toMatchObject([{ lines: [2, 4] }]);
    expect((await save(id, { previewId: body.id })).status).toBe(200);
    expect(await tickets(id)).toHaveLength(3);
  });

  it('takes 500 rows and refuses 501', async () => {
    const { id } = await aNewGroup({ pupilsWanted: 500 });
    const rows = Array.from({ length: 501 }, (_, n) => `Given${n},Family${n},9`);
    const { body } = await preview(id, `First name,Last name,Year\n${rows.slice(0, 500).join('\n')}`);
    expect(body.rows).toHaveLength(500);
    expect((await save(id, { previewId: body.id })).body.people).toHaveLength(500);
    const issued = await tickets(id);
    expect(issued).toHaveLength(500);
    expect(new Set(issued.map(({ shortCode }) => shortCode)).size).toBe(500);
    const tooMany = await preview(id, `First name,Last name,Year\n${rows.join('\n')}`);
    expect(tooMany).toMatchObject({ status: 400, body: { errors: [{ code: 'too-many-rows' }] } });
  });
});

describe('unique pupil numbers', () => {
  it.each(['UPN', 'Local code'])(
    'in a column called %s are dropped with a message and kept nowhere',
    async (heading) => {
      const { id } = await aNewGroup();
      const upns = someUpns(6);
      const rows = upns.map((upn, n) => `Wren${n},Oakley,9,${upn}`);
      const { body } = await preview(id, `First name,Last name,Year,${heading}\n${rows.join('\n')}\n`);
      expect(body.droppedColumns).toMatchObject([{ name: heading, reason: expect.stringContaining('UPN') }]);
      const saved = await save(id, { previewId: body.id });
      expect(saved.body.people).toHaveLength(6);
      const [shown, stored] = [JSON.stringify([body, saved.body]), await everything()];
      for (const upn of upns) {
        expect(shown).not.toContain(upn);
        expect(stored).not.toContain(upn);
      }
    },
  );
});

describe('what is needed on the day only', () => {
  it('is read back by its school and is not readable in the database', async () => {
    const { id } = await aNewGroup();
    const dayOnly = {
      dietary: 'No sesame quorvex',
      access: 'Ramp quorvex',
      medical: 'Inhaler quorvex',
      emergencyContact: 'Aunt quorvex 07700 900456',
    };
    await save(id, { people: [{ ...aRoster(1)[0], dayOnly }] });
    expect((await people(id))[0]?.dayOnly).toEqual(dayOnly);
    expect(await everything()).not.toMatch(/quorvex|900456/);
  });

  it('stays when a save does not mention it, and goes with an empty object', async () => {
    const { id } = await aNewGroup();
    const [one] = aRoster(1);
    await save(id, { people: [{ ...one, dayOnly: { dietary: 'No nuts' } }] });
    const [person] = await people(id);
    await save(id, { people: [{ ...one, id: person!.id }] });
    expect((await people(id))[0]?.dayOnly).toEqual({ dietary: 'No nuts' });
    await save(id, { people: [{ ...one, id: person!.id, dayOnly: {} }] });
    expect((await people(id))[0]?.dayOnly).toBeUndefined();
  });
});

describe('saving people', () => {
  it('keeps the ids and the tickets of those who stay, and their codes', async () => {
    const { id } = await aNewGroup();
    await save(id, { people: aRoster(3) });
    const [before, had] = [await people(id), await tickets(id)];
    await save(id, {
      people: [...before.map(({ id: personId }, n) => ({ ...aRoster(3)[n], id: personId })), ...aRoster(1)],
    });
    const [after, have] = [await people(id), await tickets(id)];
    expect(after.slice(0, 3).map((person) => person.id)).toEqual(before.map((person) => person.id));
    expect(have.slice(0, 3)).toEqual(had);
    expect(have).toHaveLength(4);
  });

  it('knows the same people again by their names when no ids are sent', async () => {
    const { id } = await aNewGroup();
    await save(id, { people: aRoster(3) });
    const had = await tickets(id);
    await save(id, { people: aRoster(3).reverse() });
    expect((await tickets(id)).reverse()).toEqual(had);
  });

  it('puts a new name on the same ticket', async () => {
    const { id } = await aNewGroup();
    await save(id, { people: aRoster(1) });
    const [[person], [had]] = [await people(id), await tickets(id)];
    await save(id, { people: [{ ...aRoster(1)[0], id: person!.id, givenName: 'Renamed' }] });
    expect(await tickets(id)).toEqual([{ ...had, displayName: 'Renamed Family' }]);
  });

  it('revokes at once the ticket of a person who is taken off', async () => {
    const { id } = await aNewGroup();
    await save(id, { people: aRoster(2) });
    const [first] = await people(id);
    const gone = (await tickets(id))[1]!;
    await save(id, { people: [{ ...aRoster(1)[0], id: first!.id }] });
    const now = await tickets(id);
    expect(now.map(({ status }) => status)).toEqual(['valid', 'revoked']);
    expect(now[1]).toMatchObject({ id: gone.id, status: 'revoked', personId: '' });
    expect(await people(id)).toHaveLength(1);
  });

  it('refuses more pupils than places, and changes nothing', async () => {
    const { id } = await aNewGroup({ pupilsWanted: 2 });
    await save(id, { people: aRoster(2) });
    const before = await people(id);
    const answer = await save(id, { people: aRoster(3) });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        errors: [{ field: 'people', code: 'too-many-pupils', message: expect.stringMatching(/Take off 1/) }],
      },
    });
    expect(await people(id)).toEqual(before);
  });

  it('counts adults apart from pupils', async () => {
    const { id } = await aNewGroup({ pupilsWanted: 1 });
    const adult = { kind: 'adult', givenName: 'Pat', familyName: 'Lowe' };
    expect((await save(id, { people: [...aRoster(1), adult] })).status).toBe(200);
    expect((await tickets(id)).map(({ kind }) => kind)).toEqual(['pupil', 'adult']);
  });

  it('refuses a year group that is not invited, with the person and the field', async () => {
    const { id } = await aNewGroup();
    const answer = await save(id, { people: [...aRoster(1), ...aRoster(1, { yearGroup: 13 })] });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'people[1].yearGroup' }] } });
  });

  it('refuses an id of somebody else’s roster, and an id twice', async () => {
    const [mine, other] = [await aNewGroup(), await aNewGroup()];
    await save(other.id, { people: aRoster(1) });
    const [stranger] = await people(other.id);
    const foreign = await save(mine.id, { people: [{ ...aRoster(1)[0], id: stranger!.id }] });
    expect(foreign).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'people[0].id', code: 'unknown-person' }] },
    });
    const twice = aRoster(2).map((person) => ({ ...person, id: stranger!.id }));
    expect(await save(other.id, { people: twice })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'people[1].id', code: 'repeated' }] },
    });
  });

  it('is refused for a cancelled group, as is a preview', async () => {
    const { id } = await aNewGroup();
    await school.post(`/groups/${id}/cancellation`, {});
    expect(await save(id, { people: aRoster(1) })).toMatchObject({
      status: 409,
      body: { code: 'group-cancelled' },
    });
    expect(await preview(id, 'First name,Last name\nA,B')).toMatchObject({
      status: 409,
      body: { code: 'group-cancelled' },
    });
  });

  it('twice at once leaves one roster, and a ticket for each person on it', async () => {
    const { id } = await aNewGroup();
    const answers = await Promise.all([
      save(id, { people: aRoster(5, { familyName: 'One' }) }),
      save(id, { people: aRoster(7, { familyName: 'Two' }) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const named = await people(id);
    expect([5, 7]).toContain(named.length);
    expect(new Set(named.map(({ familyName }) => familyName)).size).toBe(1);
    const valid = (await tickets(id)).filter(({ status }) => status === 'valid');
    expect(valid.map(({ personId }) => personId).sort()).toEqual(named.map((person) => person.id).sort());
  });
});

describe('an uploaded file', () => {
  it.each([
    ['commas', 'First name,Last name,Year\nWren,Oakley,9\n'],
    ['a byte order mark', '\ufeffFirst name,Last name,Year\nWren,Oakley,9\n'],
    ['semicolons', 'First name;Last name;Year\r\nWren;Oakley;9\r\n'],
    ['tabs', 'First name\tLast name\tYear\nWren\tOakley\t9\n'],
  ])('is read with %s', async (_, content) => {
    const { id } = await aNewGroup();
    const { status, body } = await upload(id, content);
    expect(status).toBe(201);
    expect(body.rows).toMatchObject([{ givenName: 'Wren', familyName: 'Oakley', yearGroup: 9, errors: [] }]);
  });

  it('is read with line breaks inside quotes, and counts its lines as a reader does', async () => {
    const { id } = await aNewGroup();
    const { body } = await upload(
      id,
      'First name,Last name,Year,Medical\nWren,Oakley,9,"Inhaler\nin the bag"\nTeal,"Ash, by",10,\n',
    );
    expect(namesOf(body)).toEqual(['Wren Oakley', 'Teal Ash, by']);
    expect(body.rows.map(({ line }: RosterRow) => line)).toEqual([2, 4]);
    expect(body.rows[0].dayOnly.medical).toMatch(/Inhaler\s+in the bag/);
  });

  it('is read in Windows-1252, as spreadsheets in Britain write it', async () => {
    const { id } = await aNewGroup();
    const { body } = await upload(
      id,
      Buffer.from('First name,Last name,Year\nZo\u00eb,N\u00fa\u00f1ez,9\n', 'latin1'),
    );
    expect(namesOf(body)).toEqual(['Zoë Núñez']);
  });

  it('that begins as a workbook and is none is refused with what to do instead', async () => {
    const { id } = await aNewGroup();
    const workbook = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), randomBytes(2000)]);
    for (const name of ['list.xlsx', 'list.csv']) {
      const answer = await upload(id, workbook, name);
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'file', code: 'damaged-workbook' }] },
      });
      expect(answer.body.errors[0].message).toMatch(/copy the cells and paste them/);
    }
  });

  it('of more than 5 MB, with nothing in it, or in another field is refused in words', async () => {
    const { id } = await aNewGroup();
    expect(await upload(id, Buffer.alloc(5_000_001, 'a'))).toMatchObject({
      status: 413,
      body: { code: expect.stringMatching(/too-large/) },
    });
    expect(await upload(id, '')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'file', code: 'empty' }] },
    });
    expect(await upload(id, 'First name\nWren', 'list.csv', 'other')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'file', code: 'missing' }] },
    });
  });
});

describe('tickets', () => {
  it('wait until the group has its places, and come with its promotion', async () => {
    const conference = await openConference({ pupilPlaces: 30 });
    const first = await register(conference, { schoolUrn: '960002', pupilsWanted: 30 });
    const waiting = await register(conference, { pupilsWanted: 5 });
    expect(waiting.status).toBe('waiting');
    await save(waiting.id, { people: aRoster(5) });
    expect(await tickets(waiting.id)).toEqual([]);
    await staff.post(`/groups/${first.id}/cancellation`, {});
    await school.post(`/groups/${waiting.id}/offer-answer`, { answer: 'accept' });
    expect((await school.get(`/groups/${waiting.id}`)).body).toMatchObject({
      status: 'confirmed',
      places: 5,
    });
    expect(await tickets(waiting.id)).toHaveLength(5);
  });

  it('carry codes that the conference’s public key proves, and no other', async () => {
    const conference = await openConference();
    const group = await register(conference);
    await save(group.id, { people: aRoster(30) });
    const issued = await tickets(group.id);
    const invited = await staff.post(`/conferences/${conference.id}/device-pairings`, {
      role: 'steward',
      label: 'Door',
    });
    const { body: phone } = await test.anyone.post<PairedDevice>('/check-in/devices', {
      pairingCode: invited.body.pairingCode,
      name: 'Jo',
    });
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: phone.publicKey }, format: 'jwk' });
    for (const ticket of issued) {
      const read = readTicketCode(ticket.code);
      expect(read).toMatchObject({ kind: 'ticket', ticketId: ticket.id, codeTag: phone.conference.codeTag });
      if (read.kind !== 'ticket') throw new Error('not a ticket');
      const proves = (ticketId: string, conferenceId = conference.id): boolean =>
        verify(null, ticketCodeMessage(conferenceId, ticketId), key, read.signature);
      expect(proves(ticket.id)).toBe(true);
      expect(proves(newId())).toBe(false);
      expect(proves(ticket.id, newId())).toBe(false);
    }
  });

  it('have short codes that check themselves, each once in the conference', async () => {
    const conference = await openConference();
    const groups = [await register(conference), await register(conference, { schoolUrn: '960002' })];
    const codes: string[] = [];
    for (const { id } of groups) {
      await staff.put(`/groups/${id}/roster`, { people: aRoster(30) });
      codes.push(...(await tickets(id)).map(({ shortCode }) => shortCode));
    }
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(readShortCode(code)).toMatchObject({ kind: 'ok' });
      expect(code.replace('-', '')).toHaveLength(SHORT_CODE_LENGTH);
    }
    expect(new Set(codes).size).toBe(60);
  });

  it('all stop with the cancellation of their group', async () => {
    const { id } = await aNewGroup();
    await save(id, { people: aRoster(3) });
    const cancelled = await school.post(`/groups/${id}/cancellation`, { reason: 'No coach.' });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', places: 0, cancellationReason: 'No coach.' });
    expect((await tickets(id)).map(({ status }) => status)).toEqual(['revoked', 'revoked', 'revoked']);
    expect(await school.post(`/groups/${id}/cancellation`, {})).toMatchObject({
      status: 409,
      body: { code: 'group-cancelled' },
    });
  });

  const print = async (groupId: string, query: string) => {
    const answer = await test.app.inject({
      method: 'GET',
      url: `/api/groups/${groupId}/tickets.pdf${query}`,
      headers: school.headers,
    });
    return { status: answer.statusCode, headers: answer.headers, file: answer.rawPayload };
  };

  it('are printed as labels, badges or a list, and as badges when nothing is said', async () => {
    const { id } = await aNewGroup();
    await save(id, { people: aRoster(2) });
    for (const [query, name] of [
      ['?layout=labels', 'labels'],
      ['?layout=badges', 'badges'],
      ['?layout=list', 'list'],
      ['', 'badges'],
    ] as const) {
      const { status, headers, file } = await print(id, query);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/pdf');
      expect(headers['content-disposition']).toBe(`attachment; filename="${name}-${SCHOOL}.pdf"`);
      expect(file.subarray(0, 5).toString()).toBe('%PDF-');
      expect(file.subarray(-10).toString()).toContain('%%EOF');
    }
  });

  it('are not printed in a layout that is not known, nor when there are none', async () => {
    const { id } = await aNewGroup();
    const unknown = await print(id, '?layout=poster');
    expect(unknown.status).toBe(400);
    expect(JSON.parse(unknown.file.toString())).toMatchObject({
      errors: [
        { field: 'layout', code: 'unknown-layout', message: expect.stringContaining('labels, badges, list') },
      ],
    });
    expect((await print(id, '')).status).toBe(404);
  });
});

describe('changing a group', () => {
  it('to fewer pupils frees places at once for those who wait', async () => {
    const conference = await openConference({ pupilPlaces: 30 });
    const large = await register(conference, { pupilsWanted: 30 });
    const waiting = await register(conference, { schoolUrn: '960002', pupilsWanted: 10 });
    const changed = await school.patch(`/groups/${large.id}`, { pupilsWanted: 20 });
    expect(changed.body).toMatchObject({ status: 'confirmed', places: 20 });
    expect((await staff.get(`/groups/${waiting.id}`)).body).toMatchObject({ offer: { places: 10 } });
  });

  it('to more pupils goes to the end of the queue for what it lacks, and keeps what it has', async () => {
    const conference = await openConference({ pupilPlaces: 30 });
    const mine = await register(conference, { pupilsWanted: 20 });
    const waiting = await register(conference, { schoolUrn: '960002', pupilsWanted: 12 });
    const changed = await school.patch(`/groups/${mine.id}`, { pupilsWanted: 25 });
    expect(changed.body).toMatchObject({ status: 'confirmed', pupilsWanted: 25 });
    expect(changed.body.places).toBeGreaterThanOrEqual(20);
    expect((await staff.get(`/groups/${waiting.id}`)).body).toMatchObject({ status: 'waiting', position: 1 });
  });

  it('to fewer than its roster names is refused with what to do', async () => {
    const { id } = await aNewGroup();
    const adult = { kind: 'adult', givenName: 'Pat', familyName: 'Lowe' };
    await save(id, { people: [...aRoster(10), adult, { ...adult, givenName: 'Kim' }] });
    expect(await school.patch(`/groups/${id}`, { pupilsWanted: 9 })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'pupilsWanted', code: 'people-named' }] },
    });
    expect(await school.patch(`/groups/${id}`, { adults: 1 })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'adults', code: 'people-named' }] },
    });
    expect((await school.get(`/groups/${id}`)).body).toMatchObject({ pupilsWanted: 30, adults: 2 });
  });

  it('is over once the group is cancelled or the conference is live', async () => {
    const { id } = await aNewGroup();
    await school.post(`/groups/${id}/cancellation`, {});
    expect(await school.patch(`/groups/${id}`, { adults: 3 })).toMatchObject({
      status: 409,
      body: { code: 'group-cancelled' },
    });
    const conference = await openConference();
    const late = await register(conference);
    for (const to of ['registration-closed', 'live'])
      await staff.post(`/conferences/${conference.id}/transitions`, { to });
    expect(await school.patch(`/groups/${late.id}`, { adults: 3 })).toMatchObject({
      status: 409,
      body: { code: 'registration-closed' },
    });
  });
});
