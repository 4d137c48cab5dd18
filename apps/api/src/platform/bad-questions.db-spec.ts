import { newId } from '@lectern/core';
import type { Group } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';

let test: TestApp;
let staff: Caller;
let phone: Caller;
let conferenceId: string;
let checkpointId: string;
let group: string;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(['980001']);
  ({ id: conferenceId } = await aConferenceThatIs(staff, 'registration-open'));
  const invited = await staff.post(`/conferences/${conferenceId}/device-pairings`, {
    role: 'steward',
    label: 'Door',
  });
  const { pairingCode } = invited.body;
  const paired = await test.anyone.post('/check-in/devices', { pairingCode, name: 'Jo' });
  phone = test.anyone.with({ authorization: `Bearer ${paired.body.token}` });
  checkpointId = paired.body.checkpoints[0].id;
  const asked = aGroup({ schoolUrn: '980001' });
  group = (await staff.post<Group>(`/conferences/${conferenceId}/groups`, asked)).body.id;
  await staff.put(`/groups/${group}/roster`, { people: aRoster(1) });
});

afterAll(() => test.close());

const nested = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = { value };
  return value;
};

// A list of badges is drawn for each of some hundred questions; on a busy machine that is more than a minute.
jest.setTimeout(240_000);

describe('bad questions, addresses and scans harm nothing', () => {
  it('one bad scan holds up no other, whatever is wrong with it', async () => {
    const good = { id: newId(), checkpointId, code: 'x', direction: 'in', scannedAt: '2027-01-12T09:00:00Z' };
    const wrong = [7, true, null, [], {}, ['x'], nested(200), 1e308, '', '   ', 'x'.repeat(10_000)];
    // A foreign QR may well hold control characters.
    const values = [
      ...wrong,
      'a\u0000b',
      '010950\u001d10ABC',
      '\udfff',
      '🎓',
      '__proto__',
      '0000-01-01T00:00:00Z',
    ];
    for (const field of [
      'id',
      'checkpointId',
      'code',
      'ticketId',
      'direction',
      'scannedAt',
      'override',
      'extra',
    ]) {
      const scans = [
        ...values.map((value) => ({ ...good, id: newId(), [field]: value })),
        ...[null, 'x', 7, [], {}],
        { ...good, id: newId() },
      ];
      const answer = await phone.post('/check-in/scans', { scans });
      expect({ field, status: answer.status }).toEqual({ field, status: 200 });
      expect(answer.body.results).toHaveLength(scans.length);
      const outcomes = answer.body.results.map(({ outcome }: { outcome: string }) => outcome);
      expect(new Set(outcomes)).toEqual(new Set(['refused']));
      expect(answer.body.results.at(-1).reason).toBe('unknown-code');
    }
  });

  it.each([
    ['/schools', ['q', 'limit', 'cursor']],
    ['/access-requests', ['list', 'limit', 'cursor']],
    ['/accounts', ['q', 'role', 'schoolUrn', 'state', 'limit', 'cursor']],
    [
      '/audit-records',
      ['actorId', 'who', 'action', 'objectKind', 'objectId', 'from', 'to', 'limit', 'cursor'],
    ],
    ['/conferences', ['scope', 'limit', 'cursor']],
    ['/conferences/:id/groups', ['limit', 'cursor']],
    ['/groups', ['limit', 'cursor']],
    ['/check-in/roster', ['cursor']],
    ['/check-in/admissions', ['cursor']],
    ['/groups/:group/tickets.pdf', ['layout', 'sheet', 'from', 'labelWidth', 'ticketId']],
    ['/conferences/:id/tickets.pdf', ['layout', 'sheet', 'from', 'school']],
    ['/conferences/:id/roll.html', ['by']],
    ['/conferences/:id/refused-scans', ['limit', 'cursor']],
    ['/mails', ['status', 'kind', 'about', 'find', 'limit', 'cursor']],
  ])('whatever is asked of %s', async (path, names) => {
    const by = path.startsWith('/check-in') ? phone : staff;
    const address = path.replace(':id', conferenceId).replace(':group', group);
    const cursors = [
      ['x', 'y'],
      [1e308, 'x'],
      [0, 7],
      [-1, ''],
      [null, 'x'],
      {},
      [],
      [[], []],
      [1, 'a\u0000'],
    ].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
    const values = [
      '-1',
      '0',
      '1e9',
      '1.5',
      '201',
      'NaN',
      'x',
      '%00',
      '%ED%A0%80',
      '%F0%9F%8E%93',
      '%',
      '__proto__',
    ];
    const wrong: string[] = [];
    for (const name of names) {
      for (const value of [...values, ...cursors, 'x'.repeat(10_000), "';--", '']) {
        for (const query of [
          `${name}=${value}`,
          `${name}=1&${name}=${value}`,
          `${name}[]=${value}`,
          `${name}[a]=${value}`,
        ]) {
          const { status, body, headers } = await by.get(`${address}?${query}`);
          const isProblem = typeof body?.code === 'string' && Boolean(headers['x-correlation-id']);
          if (status >= 500 || (status >= 400 && !isProblem)) wrong.push(`${query.slice(0, 60)} → ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    if (names.includes('limit')) {
      for (const limit of ['-1', '0', '1e9', '201', 'x', '1.5']) {
        const answer = await by.get(`${address}?limit=${limit}`);
        expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'limit' }] } });
      }
    }
    if (path.startsWith('/check-in')) {
      // A phone whose place is not known begins anew.
      expect(await by.get(`${address}?cursor=garbage`)).toMatchObject({ status: 200, body: { full: true } });
    } else if (names.includes('cursor')) {
      expect(await by.get(`${address}?cursor=garbage`)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'cursor' }] },
      });
    }
  });

  it.each([
    '/accounts/',
    '/conferences/',
    '/groups/',
    '/invitations/',
    '/devices/',
    '/mails/',
    '/mail-kinds/',
    '/visit-pack-files/',
    '/calendar-feeds/',
    '/conferences/:id/programme/rooms/',
  ])('whatever is named in %s', async (path) => {
    const names = [
      '%00',
      'a%00b',
      '%ED%A0%80',
      '%F0%9F%8E%93',
      '..%2f..%2fetc',
      "'%20OR%201=1",
      '__proto__',
      '0',
    ];
    for (const name of [...names, 'x'.repeat(190), 'x'.repeat(5000), '%E0%A4%A', '%20']) {
      const ask =
        path === '/devices/'
          ? staff.post(`${path}${name}/revocation`)
          : path.endsWith('rooms/')
            ? staff.delete(`${path.replace(':id', conferenceId)}${name}`)
            : staff.get(`${path}${name}`);
      const { status, body } = await ask;
      expect({ name: name.slice(0, 30), taken: status < 400, broke: status >= 500 }).toEqual({
        name: name.slice(0, 30),
        taken: false,
        broke: false,
      });
      expect(body.code).toMatch(/^[a-z-]+$/);
    }
  });
});
