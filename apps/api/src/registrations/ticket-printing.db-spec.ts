import type { AddressInfo } from 'node:net';
import { request } from 'node:http';
import type { Conference } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Group, Person, Roster, Ticket } from '@lectern/registrations';
import {
  aConference,
  aConferenceThatIs,
  aGroup,
  aRoster,
  type Caller,
  testApp,
  type TestApp,
} from '../app.harness';
import { HAS_POPPLER, prepareScanner, scanned, words } from './printing/printing.harness';
import { TicketsRepository } from './tickets.repository';

const SCHOOLS = ['960101', '960102', '960103'] as const;
const itWithPoppler = HAS_POPPLER ? it : it.skip;

let test: TestApp;
let staff: Caller;
let school: Caller;

beforeAll(async () => {
  await prepareScanner();
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(SCHOOLS);
  school = await test.as('coordinator', SCHOOLS[0]);
});

afterAll(() => test.close());

const openConference = (): Promise<Conference> =>
  aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 1000 });

const aNamedGroup = async (
  conference: Conference,
  schoolUrn: string,
  people: ReturnType<typeof aRoster>,
): Promise<Group> => {
  const asked = aGroup({ schoolUrn, pupilsWanted: people.length });
  const { body } = await staff.post<Group>(`/conferences/${conference.id}/groups`, asked);
  expect((await staff.put(`/groups/${body.id}/roster`, { people })).status).toBe(200);
  return body;
};

const called = (...names: readonly string[]) =>
  names.map((name) => {
    const [givenName = '', familyName = ''] = name.split(' ');
    return aRoster(1, { givenName, familyName })[0]!;
  });

const print = async (path: string, by: Caller = staff) => {
  const answer = await test.app.inject({ method: 'GET', url: `/api${path}`, headers: by.headers });
  const file = answer.rawPayload;
  return { status: answer.statusCode, headers: answer.headers, file, problem: () => JSON.parse(answer.body) };
};

const tickets = async (groupId: string): Promise<Ticket[]> =>
  (await staff.get<{ items: Ticket[] }>(`/groups/${groupId}/tickets`)).body.items;

const printedRecords = (conferenceId: string) =>
  test.database.select<{ details: string | object; actor_id: string }>(
    "SELECT details, actor_id FROM audit_records WHERE action = 'tickets.printed' AND object_id = ?",
    [conferenceId],
  );

describe('a group’s tickets on paper', () => {
  itWithPoppler(
    'carry the codes that the tickets have, on labels from where the sheet is still whole',
    async () => {
      const group = await aNamedGroup(
        await openConference(),
        SCHOOLS[0],
        called('Wren Oakley', 'Teal Ashby'),
      );
      const { status, headers, file } = await print(
        `/groups/${group.id}/tickets.pdf?layout=labels&sheet=L7163&from=13`,
        school,
      );
      expect(status).toBe(200);
      expect(headers['content-disposition']).toBe(`attachment; filename="labels-${SCHOOLS[0]}.pdf"`);
      expect(await scanned(file)).toEqual((await tickets(group.id)).map(({ code }) => code));
    },
  );

  itWithPoppler(
    'are printed one alone after a substitution, and never the one that was withdrawn',
    async () => {
      const group = await aNamedGroup(
        await openConference(),
        SCHOOLS[0],
        called('Wren Oakley', 'Teal Ashby'),
      );
      const before = await tickets(group.id);
      const { body: roster } = await staff.get<Roster>(`/groups/${group.id}/roster`);
      const stays = roster.people.find(({ givenName }: Person) => givenName === 'Teal')!;
      const { id, givenName, familyName, kind, yearGroup } = stays;
      const kept = { id, givenName, familyName, kind, yearGroup };
      await staff.put(`/groups/${group.id}/roster`, { people: [kept, ...called('Robin Newcome')] });
      const robin = (await tickets(group.id)).find(({ displayName }) => displayName === 'Robin Newcome')!;
      const alone = words((await print(`/groups/${group.id}/tickets.pdf?ticketId=${robin.id}`, school)).file);
      expect(alone).toMatch(/Robin/);
      expect(alone).not.toMatch(/Teal|Wren/);
      expect(alone.split('\f')).toHaveLength(2);
      const withdrawn = before.find(({ displayName }) => displayName === 'Wren Oakley')!;
      expect((await print(`/groups/${group.id}/tickets.pdf?ticketId=${withdrawn.id}`, school)).status).toBe(
        404,
      );
      expect(words((await print(`/groups/${group.id}/tickets.pdf`, school)).file)).not.toMatch(/Wren/);
    },
  );

  itWithPoppler('are printed again for one person, with the same code, and a record of who did', async () => {
    const conference = await openConference();
    const group = await aNamedGroup(conference, SCHOOLS[0], called('Wren Oakley', 'Teal Ashby'));
    const [ticket] = await tickets(group.id);
    const paths = [
      `/groups/${group.id}/tickets.pdf?layout=badges&ticketId=${ticket!.id}`,
      `/conferences/${conference.id}/tickets.pdf?layout=badges&ticketId=${ticket!.id}`,
    ];
    for (const path of paths) expect(await scanned((await print(path)).file)).toEqual([ticket!.code]);
    const records = await test.database.select<{ details: string | object }>(
      "SELECT details FROM audit_records WHERE action = 'ticket.printed-again' AND object_id = ?",
      [group.id],
    );
    expect(records).toHaveLength(paths.length);
    expect(JSON.stringify(records)).not.toContain('Oakley');
    expect((await print(paths[1]!, school)).status).toBe(404);
    const elsewhere = await openConference();
    expect((await print(`/conferences/${elsewhere.id}/tickets.pdf?ticketId=${ticket!.id}`)).status).toBe(404);
  });

  it('do not include a ticket of another group', async () => {
    const conference = await openConference();
    const mine = await aNamedGroup(conference, SCHOOLS[0], called('Wren Oakley'));
    const other = await aNamedGroup(conference, SCHOOLS[1], called('Teal Ashby'));
    const [foreign] = await tickets(other.id);
    for (const ticketId of [foreign!.id, newId()]) {
      const { status, problem } = await print(`/groups/${mine.id}/tickets.pdf?ticketId=${ticketId}`, school);
      expect({ status, code: problem().code }).toEqual({ status: 404, code: 'not-found' });
    }
  });

  it('are refused on a sheet that does not fit, with each value and by how much', async () => {
    const group = await aNamedGroup(await openConference(), SCHOOLS[0], called('Wren Oakley'));
    const measures = 'labelWidth=70&labelHeight=42&columns=4&rows=6&marginLeft=2.5';
    const { status, problem } = await print(
      `/groups/${group.id}/tickets.pdf?layout=labels&sheet=custom&${measures}`,
      school,
    );
    expect(status).toBe(400);
    expect(problem().errors).toEqual([
      { field: 'columns', code: 'off-the-page', message: expect.stringContaining('72.5 mm wider than A4') },
    ]);
  });
});

describe('a whole conference’s tickets on paper', () => {
  itWithPoppler(
    'stand by school, then surname as a reader looks for it, each school after its card',
    async () => {
      const conference = await openConference();
      await aNamedGroup(conference, SCHOOLS[1], called('Ada Zeal', 'Łucja Łuczak', 'Bo Lund', 'Cy Moss'));
      await aNamedGroup(conference, SCHOOLS[0], called('Wren Oakley'));
      const { status, headers, file } = await print(
        `/conferences/${conference.id}/tickets.pdf?layout=badges`,
      );
      expect(status).toBe(200);
      expect(headers['content-disposition']).toBe(`attachment; filename="badges-${conference.slug}.pdf"`);
      const pages = words(file).split('\f');
      const found = pages.map((page) => /School \d+|Zeal|Łuczak|Lund|Moss|Oakley/.exec(page)?.[0]);
      expect(found.slice(0, -1)).toEqual([
        'School 960101',
        'Oakley',
        'School 960102',
        'Łuczak',
        'Lund',
        'Moss',
        'Zeal',
      ]);
    },
  );

  itWithPoppler('leave out who was withdrawn and whose group was cancelled or waits', async () => {
    const conference = await openConference();
    const stays = await aNamedGroup(conference, SCHOOLS[0], called('Wren Oakley', 'Teal Ashby'));
    const goes = await aNamedGroup(conference, SCHOOLS[1], called('Ada Zeal'));
    await staff.post(`/groups/${goes.id}/cancellation`, {});
    await staff.put(`/groups/${stays.id}/roster`, { people: called('Teal Ashby') });
    const text = words((await print(`/conferences/${conference.id}/tickets.pdf?layout=list`)).file);
    expect(text).toContain('Ashby');
    expect(text).not.toMatch(/Wren|Zeal|960102/);
  });

  itWithPoppler('are one school’s when one is asked for', async () => {
    const conference = await openConference();
    await aNamedGroup(conference, SCHOOLS[0], called('Wren Oakley'));
    await aNamedGroup(conference, SCHOOLS[1], called('Ada Zeal'));
    const path = `/conferences/${conference.id}/tickets.pdf?layout=list&school=${SCHOOLS[1]}`;
    const { headers, file } = await print(path);
    expect(headers['content-disposition']).toBe(`attachment; filename="list-${SCHOOLS[1]}.pdf"`);
    expect(words(file)).toContain('Zeal');
    expect(words(file)).not.toContain('Oakley');
    expect((await print(path.replace(SCHOOLS[1], SCHOOLS[2]))).status).toBe(404);
  });

  it('leave a record of who printed how many, of whom, and in what layout', async () => {
    const conference = await openConference();
    await aNamedGroup(conference, SCHOOLS[0], called('Wren Oakley', 'Teal Ashby'));
    const { body } = await staff.get('/session');
    await print(`/conferences/${conference.id}/tickets.pdf?layout=badges-a4&school=${SCHOOLS[0]}`);
    const [record] = await printedRecords(conference.id);
    expect(record!.actor_id).toBe(body.account.id);
    const details = typeof record!.details === 'string' ? JSON.parse(record!.details) : record!.details;
    expect(details).toEqual({ layout: 'badges-a4', tickets: 2, school: SCHOOLS[0] });
  });

  it('are for staff: to others they do not exist, and a refused print leaves no record', async () => {
    const conference = await openConference();
    await aNamedGroup(conference, SCHOOLS[0], called('Wren Oakley'));
    expect((await print(`/conferences/${conference.id}/tickets.pdf`, school)).status).toBe(404);
    const { status, problem } = await print(`/conferences/${conference.id}/tickets.pdf?layout=poster&from=0`);
    expect(status).toBe(400);
    expect(problem().errors.map(({ field }: { field: string }) => field)).toEqual(['layout', 'from']);
    expect((await print(`/conferences/${newId()}/tickets.pdf`)).status).toBe(404);
    expect(await printedRecords(conference.id)).toEqual([]);
  });

  it('say that there are none, before the first is issued', async () => {
    const conference = await openConference();
    expect((await print(`/conferences/${conference.id}/tickets.pdf`)).status).toBe(404);
  });

  it('are read no further once whoever asked has gone away', async () => {
    const conference = await openConference();
    for (const urn of SCHOOLS) await aNamedGroup(conference, urn, aRoster(300));
    const read = jest.spyOn(test.app.get(TicketsRepository), 'printable');
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const path = `/api/conferences/${conference.id}/tickets.pdf`;
    const gone = new Promise<void>((resolve, reject) => {
      const asked = request({ port, path, headers: staff.headers }, (answer) => {
        answer.once('data', () => {
          answer.destroy();
          resolve();
        });
      });
      asked.on('error', reject).end();
    });
    await gone;
    // What lies between the reader and the source is far less than a school: the next two are never asked for.
    for (let turn = 0; turn < 2000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(read).toHaveBeenCalledTimes(1);
    await print(`/conferences/${conference.id}/tickets.pdf`);
    expect(read).toHaveBeenCalledTimes(1 + SCHOOLS.length);
    read.mockRestore();
  });
});

describe('the paper list of the door', () => {
  itWithPoppler('has everybody of confirmed groups by school, with what staff should know', async () => {
    const conference = await openConference();
    await aNamedGroup(conference, SCHOOLS[1], called('Wren Oakley'));
    const group = await aNamedGroup(conference, SCHOOLS[0], [
      { ...called('Teal Ashby')[0]!, photoConsent: 'yes', dayOnly: { access: 'A ramp' } },
    ]);
    const [ticket] = await tickets(group.id);
    const gone = await aNamedGroup(conference, SCHOOLS[2], called('Bo Lund'));
    await staff.post(`/groups/${gone.id}/cancellation`, {});
    const { status, headers, file } = await print(`/conferences/${conference.id}/paper-list.pdf`);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="paper-list-${conference.slug}.pdf"`);
    const [first = '', second = '', blank = '', end] = words(file).split('\f');
    expect(first).toContain('School 960101');
    expect(first).toMatch(/Teal Ashby\s+9\s+Access need\s+/);
    expect(first).toContain(ticket!.shortCode);
    expect(first).toContain('Visit leader: Pat Lowe, 07700 900123');
    expect(first).not.toContain('ramp');
    expect(second).toMatch(/Wren Oakley\s+9\s+No photos/);
    expect(blank).toContain('Not on any list');
    expect(end).toBe('');
    const [record] = await printedRecords(conference.id);
    expect(JSON.stringify(record?.details)).toMatch(/paper-list/);
  });

  it('is there for a draft too, and for nobody but staff', async () => {
    const draft = await staff.post<Conference>('/conferences', aConference());
    expect((await print(`/conferences/${draft.body.id}/paper-list.pdf`)).status).toBe(200);
    expect((await print(`/conferences/${draft.body.id}/paper-list.pdf`, school)).status).toBe(404);
    expect((await print(`/conferences/${newId()}/paper-list.pdf`)).status).toBe(404);
  });
});
