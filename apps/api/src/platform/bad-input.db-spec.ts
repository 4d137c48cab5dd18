import { newId } from '@lectern/core';
import { readFileSync } from 'node:fs';
import type { Group } from '@lectern/registrations';
import {
  aConference,
  aConferenceThatIs,
  aGroup,
  type Answer,
  aRoster,
  type Caller,
  testApp,
  type TestApp,
} from '../app.harness';
import { cpdOperations } from '../cpd/bad-input.harness';
import { aProgramme, type TestProgramme } from '../programme.harness';
import {
  aPerson,
  BANDS,
  type Call,
  conferenceFields,
  groupFields,
  needsFields,
  type Operation,
  optional,
  personFields,
  put,
  short,
} from './bad-fields.harness';
import { deskOperations } from './bad-input-desk.harness';
import { doorOperations } from './bad-input-door.harness';
import { peopleOperations } from './bad-input-people.harness';
import { placesOperations } from './bad-input-places.harness';
import { programmeOperations } from './bad-input-programme.harness';
import { roomOperations } from './bad-input-rooms.harness';
import { DEEP, HARMLESS, type Kind, REFUSED } from './bad-values.harness';
import { OPENAPI_FILE } from './places';

let test: TestApp;
let staff: Caller;
let phone: Caller;
let supervisor: Caller;
let coordinator: Caller;
let conferenceId: string;
let checkpointId: string;
let programme: TestProgramme;
let nextSchool = 970_000;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  coordinator = await test.as('coordinator', '970400');
  await test.addSchools(Array.from({ length: 800 }, (_, n) => String(970_001 + n)));
  ({ id: conferenceId } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 10_000 }));
  const invited = await pairing();
  const paired = await test.anyone.post('/check-in/devices', { pairingCode: invited, name: 'Jo' });
  phone = test.anyone.with({ authorization: `Bearer ${paired.body.token}` });
  const leads = await test.anyone.post('/check-in/devices', {
    pairingCode: await pairing('supervisor'),
    name: 'Kit',
  });
  supervisor = test.anyone.with({ authorization: `Bearer ${leads.body.token}` });
  checkpointId = paired.body.checkpoints[0].id;
  programme = await aProgramme(staff, conferenceId);
});

afterAll(() => test.close());

const pairing = async (role = 'steward'): Promise<string> => {
  const answer = await staff.post(`/conferences/${conferenceId}/device-pairings`, {
    role,
    label: 'Door',
  });
  return answer.body.pairingCode;
};

const aNewGroup = async (): Promise<string> => {
  nextSchool += 1;
  const asked = aGroup({ schoolUrn: String(nextSchool), pupilsWanted: 5 });
  return (await staff.post<Group>(`/conferences/${conferenceId}/groups`, asked)).body.id;
};

/** The one file that the pack of these specs holds; a new one once it was taken out. */
const aPackFile = async (): Promise<string> => {
  const path = `/conferences/${conferenceId}/visit-pack`;
  const { body } = await staff.get(path);
  if (body.files.length > 0) return body.files[0].id;
  return (await staff.upload(`${path}/files`, { kind: 'agenda' })).body.id;
};

const aNewPerson = async (): Promise<{ path: string; see: string }> => {
  const see = `/groups/${await aNewGroup()}/roster`;
  const { body } = await staff.put(see, { people: aRoster(1) });
  return { path: see.replace(/roster$/, `people/${body.people[0].id}`), see };
};

const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...peopleOperations(() => ({ test, anotherSchool: () => String((nextSchool += 1)) })),
  'POST /api/session': {
    by: 'anyone',
    arrange: () => ({ path: '/session', body: { email: 'nobody@example.org', password: 'x'.repeat(20) } }),
    fields: { email: 'text', password: 'text', totp: 'free text?' },
  },
  'POST /api/invitations': {
    arrange: () => ({
      path: '/invitations',
      body: { email: 'somebody@example.org', role: 'coordinator', schoolUrn: '970001' },
    }),
    fields: { email: 'text', role: 'choice', schoolUrn: 'text' },
  },
  'POST /api/invitations/{token}/acceptance': {
    by: 'anyone',
    arrange: async () => {
      const email = `${newId()}@example.org`;
      const { body } = await staff.post('/invitations', { email, role: 'mentor' });
      const wanted = { name: 'Robin Vale', password: 'violet-harbour-lantern' };
      return { path: `/invitations/${body.token}/acceptance`, body: wanted };
    },
    fields: { name: 'text', password: 'text' },
  },
  'POST /api/conferences': {
    arrange: () => ({
      path: '/conferences',
      body: aConference({ schoolCap: 50, pupilsPerAdult: 10, supervisionBands: BANDS }),
    }),
    fields: conferenceFields,
  },
  'PATCH /api/conferences/{id}': {
    arrange: async () => {
      const { body } = await staff.post('/conferences', aConference());
      const path = `/conferences/${body.id}`;
      const wanted = aConference({ schoolCap: 50, pupilsPerAdult: 10, supervisionBands: BANDS });
      return { path, see: path, body: wanted };
    },
    fields: optional(conferenceFields),
  },
  'POST /api/conferences/{id}/copies': {
    arrange: () => ({
      path: `/conferences/${conferenceId}/copies`,
      body: { title: 'Once more', startsAt: '2028-03-07T09:30:00Z' },
    }),
    fields: { title: 'text?', startsAt: 'moment?' },
  },
  // Files come as forms; a body of JSON is refused whatever it says.
  'POST /api/conferences/{id}/visit-pack/files': {
    arrange: () => ({ path: `/conferences/${conferenceId}/visit-pack/files`, body: {} }),
    fields: {},
  },
  'POST /api/pack-files/{id}/versions': {
    arrange: async () => ({ path: `/pack-files/${await aPackFile()}/versions`, body: {} }),
    fields: {},
  },
  'PATCH /api/pack-files/{id}': {
    arrange: async () => ({
      path: `/pack-files/${await aPackFile()}`,
      see: `/conferences/${conferenceId}/visit-pack`,
      body: { title: 'The day', isPublic: true },
    }),
    fields: { title: 'text?', isPublic: 'flag?' },
  },
  'POST /api/pack-files/{id}/withdrawal': {
    arrange: async () => ({ path: `/pack-files/${await aPackFile()}/withdrawal`, body: {} }),
    fields: {},
  },
  'POST /api/groups/{id}/visit-pack/acknowledgement': {
    arrange: async () => {
      const path = `/groups/${await aNewGroup()}/visit-pack`;
      await aPackFile();
      const { body } = await staff.get(path);
      return { path: `${path}/acknowledgement`, see: path, body: { version: body.version } };
    },
    fields: { version: 'number' },
  },
  'POST /api/calendar-feed/renewal': {
    by: 'coordinator',
    arrange: () => ({ path: '/calendar-feed/renewal', body: {} }),
    fields: {},
  },
  'POST /api/conferences/{id}/transitions': {
    arrange: async () => {
      const { body } = await staff.post('/conferences', aConference());
      const path = `/conferences/${body.id}`;
      return { path: `${path}/transitions`, see: path, body: { to: 'cancelled', reason: 'Snow.' } };
    },
    fields: { to: 'choice', reason: 'text' },
  },
  'POST /api/conferences/{id}/groups': {
    arrange: () => {
      nextSchool += 1;
      const body = aGroup({
        schoolUrn: String(nextSchool),
        pupilsWanted: 5,
        pupilsMinimum: 2,
        supervisionReason: 'Sixth formers',
        notes: 'By train',
      });
      return { path: `/conferences/${conferenceId}/groups`, body };
    },
    fields: { ...groupFields, schoolUrn: 'text' },
  },
  'PATCH /api/groups/{id}': {
    arrange: async () => {
      const path = `/groups/${await aNewGroup()}`;
      const body = {
        ...aGroup({ pupilsWanted: 5, pupilsMinimum: 2, supervisionReason: 'Few', notes: 'By train' }),
        reason: 'A late change',
      };
      return { path, see: path, body };
    },
    fields: { ...optional(groupFields), reason: 'free text?' },
  },
  'POST /api/groups/{id}/cancellation': {
    arrange: async () => {
      const path = `/groups/${await aNewGroup()}`;
      return { path: `${path}/cancellation`, see: path, body: { reason: 'No coach' } };
    },
    fields: { reason: 'free text?' },
  },
  ...placesOperations(() => ({ staff, aNewGroup })),
  'PUT /api/groups/{id}/roster': {
    arrange: async () => {
      const path = `/groups/${await aNewGroup()}/roster`;
      await staff.put(path, { people: aRoster(2) });
      return { path, see: path, body: { people: [aPerson], reason: 'Late' } };
    },
    fields: {
      previewId: 'choice?',
      people: 'people?',
      'people[0]': 'object',
      'people[0].id': 'choice?',
      'people[0].kind': 'choice',
      'people[0].givenName': 'text',
      'people[0].familyName': 'text',
      'people[0].yearGroup': 'number',
      'people[0].photoConsent': 'choice?',
      'people[0].birthDate': 'choice?',
      reason: 'free text?',
      'people[0].dayOnly': 'object?',
      'people[0].dayOnly.dietary': 'free text?',
      'people[0].dayOnly.access': 'free text?',
      'people[0].dayOnly.medical': 'free text?',
      'people[0].dayOnly.emergencyContact': 'free text?',
    },
  },
  'POST /api/groups/{id}/roster-openings': {
    arrange: async () => {
      const path = `/groups/${await aNewGroup()}`;
      const body = { reason: 'Illness', until: '2027-03-05T17:00:00Z' };
      return { path: `${path}/roster-openings`, see: `${path}/roster-terms`, body };
    },
    fields: { reason: 'text', until: 'moment?' },
  },
  'POST /api/groups/{id}/people/{personId}/substitution': {
    arrange: async () => {
      const { kind: _kind, ...body } = aPerson;
      const { path, see } = await aNewPerson();
      return { path: `${path}/substitution`, see, body };
    },
    fields: personFields,
  },
  'POST /api/groups/{id}/people/{personId}/cancellation': {
    arrange: async () => {
      const { path, see } = await aNewPerson();
      return { path: `${path}/cancellation`, see, body: {} };
    },
    fields: {},
  },
  'PATCH /api/groups/{id}/people/{personId}': {
    arrange: async () => ({
      ...(await aNewPerson()),
      body: { photoConsent: 'yes', dayOnly: aPerson.dayOnly },
    }),
    fields: needsFields,
  },
  'PATCH /api/conferences/{id}/roster-settings': {
    arrange: async () => {
      const { body } = await staff.post('/conferences', aConference());
      const path = `/conferences/${body.id}/roster-settings`;
      return {
        path,
        see: path,
        body: {
          swapsAfterFinalNumbers: false,
          trackingData: true,
          trackingReason: 'To follow up',
          trackingDays: 30,
          dayOnlyDays: 5,
          photoConsentMonths: 12,
        },
      };
    },
    fields: {
      swapsAfterFinalNumbers: 'flag?',
      trackingData: 'flag?',
      trackingReason: 'free text',
      trackingDays: 'number?',
      dayOnlyDays: 'number?',
      photoConsentMonths: 'number?',
    },
  },
  'POST /api/groups/{id}/roster-previews': {
    arrange: async () => ({
      path: `/groups/${await aNewGroup()}/roster-previews`,
      body: { text: 'First name,Last name,Year\nWren,Oakley,9\n' },
    }),
    fields: { text: 'long text' },
  },
  'POST /api/check-in/devices': {
    by: 'anyone',
    arrange: async () => ({ path: '/check-in/devices', body: { pairingCode: await pairing(), name: 'Jo' } }),
    fields: { pairingCode: 'text', name: 'text', sentAt: 'moment?' },
  },
  'POST /api/check-in/scans': {
    by: 'phone',
    arrange: () => ({
      path: '/check-in/scans',
      body: {
        scans: [
          {
            id: newId(),
            checkpointId,
            code: 'ABCD-EFGH',
            direction: 'in',
            scannedAt: '2027-01-12T09:00:00Z',
          },
        ],
        sentAt: '2027-01-12T09:00:00Z',
      },
    }),
    fields: { scans: 'batch', sentAt: 'moment?' },
  },
  'POST /api/conferences/{id}/checkpoints': {
    arrange: () => ({
      path: `/conferences/${conferenceId}/checkpoints`,
      body: {
        name: 'Lunch',
        admits: 'once',
        opensAt: '2027-03-09T12:00:00Z',
        closesAt: '2027-03-09T13:00:00Z',
      },
    }),
    fields: { name: 'text', admits: 'choice', opensAt: 'moment?', closesAt: 'moment?' },
  },
  'POST /api/conferences/{id}/device-pairings': {
    arrange: () => ({
      path: `/conferences/${conferenceId}/device-pairings`,
      body: { role: 'steward', label: 'Side door' },
    }),
    fields: { role: 'choice', label: 'text' },
  },
  'POST /api/mails/{id}/retries': {
    arrange: async () => {
      const email = `${newId()}@example.org`;
      const { body } = await staff.post('/invitations', { email, role: 'mentor' });
      const mails = await staff.get(`/mails?about=${body.id}`);
      const { id } = mails.body.items[0];
      await test.database.transaction(() =>
        test.database.execute("UPDATE outbox_mails SET status = 'failed' WHERE id = ?", [id]),
      );
      return { path: `/mails/${id}/retries`, body: {} };
    },
    fields: {},
  },
  'POST /api/devices/{id}/revocation': {
    arrange: async () => {
      const paired = await test.anyone.post('/check-in/devices', {
        pairingCode: await pairing(),
        name: 'Jo',
      });
      return { path: `/devices/${paired.body.deviceId}/revocation`, body: {} };
    },
    fields: {},
  },
  ...roomOperations(() => ({ test, staff, anotherSchool: () => String((nextSchool += 1)) })),
  ...doorOperations(() => ({ staff, phone, supervisor, conferenceId, checkpointId, aNewGroup })),
  ...cpdOperations(() => ({ test, staff })),
  ...deskOperations(() => ({ staff, conferenceId, aNewGroup })),
  ...programmeOperations(
    () => programme,
    () => staff,
    () => aNewGroup(),
  ),
};

/** How many rows each table has; tries are counted even when they are refused, and so is the trail of sign-ins. */
const rowCounts = async (): Promise<unknown> => {
  const tables = test.database.reader.dataSource.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((name) => !['throttles', 'audit_records'].includes(name));
  const sql = tables
    .map((name) => `SELECT '${name}' AS name, COUNT(*) AS n FROM ${name}`)
    .join(' UNION ALL ');
  const rows = await test.database.select<{ name: string; n: number | string }>(sql);
  return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]));
};

const callerOf = ({ by }: Operation): Caller =>
  by === undefined ? staff : { anyone: test.anyone, phone, coordinator, supervisor }[by];

/** Sends one body; a refusal must be a problem in words and must have stored nothing. */
const send = async (
  method: string,
  operation: Operation,
  call: Call,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Record<string, unknown>>> => {
  await test.database.transaction(() => test.database.execute('DELETE FROM throttles', []));
  const seen = call.see ? (await staff.get(call.see)).body : null;
  const before = await rowCounts();
  const answer = await (call.as ?? callerOf(operation))
    .with(headers)
    .call<Record<string, unknown>>(method, call.path, body);
  if (answer.status >= 300) {
    expect(answer.body).toMatchObject({
      status: answer.status,
      code: expect.stringMatching(/^[a-z-]+$/),
      detail: expect.stringMatching(/\w+/),
      correlationId: answer.headers['x-correlation-id'],
    });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(await rowCounts()).toEqual(before);
    if (call.see) expect((await staff.get(call.see)).body).toEqual(seen);
  }
  return answer;
};

const named = (answer: Answer<Record<string, unknown>>): string[] =>
  ((answer.body['errors'] as { field: string; code: string; message: string }[] | undefined) ?? []).map(
    (error) => {
      expect(error).toEqual({
        field: expect.any(String),
        code: expect.stringMatching(/^[a-z0-9-]+$/),
        message: expect.stringMatching(/\w.*[.]$/s),
      });
      return error.field;
    },
  );

const document = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as { paths: Record<string, object> };

describe('bad input harms nothing', () => {
  it('is tried at every address of the document that takes a body', () => {
    const taking = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => ['post', 'put', 'patch'].includes(method))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(OPERATIONS).sort()).toEqual(taking.sort());
  });

  const cases = Object.entries(OPERATIONS).flatMap(([name, operation]) =>
    Object.entries(operation.fields).map(([path, kind]) => ({ name, operation, path, kind })),
  );

  it.each(cases)('$name: $path', async ({ name, operation, path, kind }) => {
    const method = name.split(' ')[0]!;
    const bare = kind.replace('?', '') as Kind;
    const values = [...REFUSED[bare], ...(kind.endsWith('?') ? [] : [null, undefined])];
    const wrong: string[] = [];
    let call = await operation.arrange();
    for (const value of values) {
      const answer = await send(method, operation, call, put(call.body, path, value));
      const fields = answer.status === 400 ? named(answer) : [];
      // A list is refused at its places as well; a nested field may be refused with the whole that holds it.
      const root = path.split(/[.[]/)[0]!;
      const useful =
        answer.status !== 400 ||
        fields.some((field) => field.startsWith(root) || field === 'file' || field === 'rows');
      if (answer.status < 400 || answer.status >= 500 || !useful) {
        wrong.push(`${short(value)} → ${answer.status} ${short(fields)}`);
      }
      if (answer.status < 300) call = await operation.arrange();
    }
    for (const value of HARMLESS) {
      const answer = await send(method, operation, call, put(call.body, path, value));
      if (answer.status >= 500) wrong.push(`${short(value)} → ${answer.status}`);
      if (answer.status < 300) call = await operation.arrange();
    }
    expect(wrong).toEqual([]);
  });

  describe.each(Object.entries(OPERATIONS))('%s', (name, operation) => {
    const method = name.split(' ')[0]!;
    const takesNone = Object.keys(operation.fields).length === 0;

    it('refuses what is no object, or cannot be read at all', async () => {
      const call = await operation.arrange();
      for (const raw of ['{', '{"a":', '[1,2', '{"a":1}}', '\u0000', '{"a":1e}', 'plain words', '']) {
        expect({ raw, status: (await send(method, operation, call, raw)).status }).toEqual({
          raw,
          status: 400,
        });
      }
      if (takesNone) return;
      for (const raw of ['null', '[]', '"text"', '7', 'true', '[[]]']) {
        expect({ raw, status: (await send(method, operation, call, raw)).status }).toEqual({
          raw,
          status: 400,
        });
      }
    });

    it('refuses other kinds of content, and more than it takes', async () => {
      const call = await operation.arrange();
      const body = JSON.stringify(call.body);
      for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'x']) {
        const answer = await send(method, operation, call, body, { 'content-type': type });
        expect({ type, status: answer.status }).toEqual({ type, status: 415 });
      }
      const huge = JSON.stringify({ ...call.body, notes: 'x'.repeat(1_600_000) });
      expect((await send(method, operation, call, huge)).status).toBe(413);
    });

    (takesNone ? it.skip : it)('refuses a field that it does not know, and names it', async () => {
      const call = await operation.arrange();
      for (const value of ['red', null, {}, ...DEEP]) {
        const answer = await send(method, operation, call, { ...call.body, colour: value });
        expect(answer.status).toBe(400);
        expect(named(answer).some((field) => field.startsWith('colour'))).toBe(true);
      }
    });

    it('takes nothing from __proto__, constructor and their kin', async () => {
      let call = await operation.arrange();
      const with_ = (key: string): string => {
        const body = JSON.stringify(call.body);
        return body.replace(/}$/, `${body === '{}' ? '' : ','}${key}}`);
      };
      for (const key of ['"__proto__":{"role":"admin"}', '"constructor":{"prototype":{"role":"admin"}}']) {
        expect({ key, status: (await send(method, operation, call, with_(key))).status }).toEqual({
          key,
          status: 400,
        });
      }
      for (const name of [
        'constructor',
        'toString',
        'hasOwnProperty',
        'valueOf',
        'then',
        'length',
        'toJSON',
      ]) {
        const { status } = await send(method, operation, call, with_(`"${name}":"x"`));
        expect({ name, broke: status >= 500 }).toEqual({ name, broke: false });
        if (status < 300) call = await operation.arrange();
      }
      expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    });
  });

  it.each([
    ['a start in the past', { startsAt: '2027-01-11T09:30:00Z' }, 'startsAt'],
    [
      'a start in twenty years',
      { startsAt: '2047-03-09T09:30:00Z', endsAt: '2047-03-09T15:00:00Z' },
      'startsAt',
    ],
    ['an end before its start', { endsAt: '2027-03-09T09:00:00Z' }, 'endsAt'],
    ['an end at its start', { endsAt: '2027-03-09T09:30:00Z' }, 'endsAt'],
    ['an end a month later', { endsAt: '2027-04-09T09:30:00Z' }, 'endsAt'],
    [
      'registration that closes before it opens',
      { registrationClosesAt: '2027-01-09T09:00:00Z' },
      'registrationClosesAt',
    ],
    ['registration after the day', { registrationClosesAt: '2027-03-10T09:00:00Z' }, 'registrationClosesAt'],
    ['final numbers after the start', { finalNumbersAt: '2027-03-09T10:00:00Z' }, 'finalNumbersAt'],
    ['a year group twice', { yearGroups: [9, 9] }, 'yearGroups'],
    ['a year group 6', { yearGroups: [6] }, 'yearGroups'],
  ])('refuses a conference with %s, and names the field', async (_, change, field) => {
    const operation = OPERATIONS['POST /api/conferences']!;
    const answer = await send(
      'POST',
      operation,
      { path: '/conferences', body: {} },
      { ...aConference(), ...change },
    );
    expect(answer.status).toBe(400);
    expect(named(answer)).toContain(field);
  });

  it('refuses a checkpoint that closes before it opens, and names the field', async () => {
    const operation = OPERATIONS['POST /api/conferences/{id}/checkpoints']!;
    const call = await operation.arrange();
    const answer = await send('POST', operation, call, { ...call.body, closesAt: '2027-03-09T11:00:00Z' });
    expect(answer.status).toBe(400);
    expect(named(answer)).toEqual(['closesAt']);
  });
});
