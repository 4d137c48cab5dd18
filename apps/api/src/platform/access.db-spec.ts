import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { PairedDevice } from '@lectern/check-in';
import type { Conference, PackFile } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Group, SessionPlacement, Ticket } from '@lectern/registrations';
import { Controller, Get, Post, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import {
  aConference,
  aConferenceThatIs,
  aGroup,
  aRoster,
  type Caller,
  testApp,
  type TestApp,
} from '../app.harness';
import { AccountsService } from '../identity/accounts.service';
import { CPD_MATRIX } from '../cpd/cpd-access.harness';
import { aProgramme } from '../programme.harness';
import { SchoolsModule } from '../schools/schools.module';
import { ACCESS, type Access, Public } from './access';
import { aScan, MATRIX } from './access-matrix.harness';
import {
  type CallerName,
  CALLERS,
  EMAIL,
  LEADER,
  PASSWORD,
  PUPIL,
  type Seen,
  type World,
} from './access-rows.harness';
import { OPENAPI_FILE } from './places';

/** A controller that somebody wrote without a word about who may call it. */
@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'nobody should read this';
  }

  @Post()
  write(): string {
    return 'nobody should write this';
  }

  @Public()
  @Get('said')
  said(): { said: boolean } {
    return { said: true };
  }
}

const document = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as { paths: Record<string, object> };
const DOCUMENTED = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);

interface Handler {
  readonly name: string;
  readonly route: string;
  readonly access: Access | undefined;
}

/** Every handler that Nest routes to, with what it says of its access. */
const handlersOf = ({ app }: TestApp): Handler[] => {
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    const base = String(Reflect.getMetadata('path', metatype as object) ?? '');
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = prototype[name]!;
      const path = Reflect.getMetadata('path', method) as string | undefined;
      if (path === undefined) return [];
      const verb = RequestMethod[Reflect.getMetadata('method', method) as RequestMethod];
      const whole = [base, path].join('/').split('/').filter(Boolean).join('/');
      return [
        {
          name: `${(metatype as { name: string }).name}.${name}`,
          route: `${verb} /api/${whole.replace(/:(\w+)/g, '{$1}')}`,
          access: Reflect.getMetadata(ACCESS, method) as Access | undefined,
        },
      ];
    });
  });
};

const opener =
  (test: TestApp, caller: Caller) =>
  async (path: string): Promise<Seen> => {
    const answer = await test.app.inject({
      method: 'GET',
      url: `/api${path}`,
      headers: caller.headers,
      payloadAsStream: true,
    });
    const stream = answer.stream();
    if (answer.statusCode === 200) {
      stream.destroy();
      return { status: 200, body: null };
    }
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return { status: answer.statusCode, body: JSON.parse(Buffer.concat(parts).toString()) as unknown };
  };

describe('access', () => {
  let test: TestApp;
  let staff: Caller;

  beforeAll(async () => {
    const controllers = Reflect.getMetadata('controllers', SchoolsModule) as unknown[];
    Reflect.defineMetadata('controllers', [...controllers, ForgottenController], SchoolsModule);
    test = await testApp();
    Reflect.defineMetadata('controllers', controllers, SchoolsModule);
    staff = await test.as('staff');
    await test.addSchools(['930001', '930002']);
    const accounts = test.app.get(AccountsService);
    const hash = await accounts.prepare(PASSWORD, EMAIL);
    const account = { email: EMAIL, name: 'Sign Inn', roles: ['trainee' as const], schoolUrn: null };
    await test.database.transaction(() => accounts.add(account, hash));
    await test.as('coordinator', '930001');
  });

  afterAll(() => test.close());

  const pair = async (conferenceId: string, role: 'steward' | 'supervisor'): Promise<PairedDevice> => {
    const { body } = await staff.post(`/conferences/${conferenceId}/device-pairings`, {
      role,
      label: 'Door',
    });
    const { pairingCode } = body;
    return (await test.anyone.post<PairedDevice>('/check-in/devices', { pairingCode, name: 'Jo' })).body;
  };

  const aWorld = async (): Promise<World> => {
    // Past the window in which one address may only pair so many phones.
    test.clock.advance(10 * 60_000 + 1);
    const conference = await aConferenceThatIs(staff, 'registration-open');
    const registered = await staff.post<Group>(
      `/conferences/${conference.id}/groups`,
      aGroup({ schoolUrn: '930001', visitLeader: { name: LEADER, phone: '07700 900999' } }),
    );
    const group = registered.body;
    await staff.put(`/groups/${group.id}/roster`, { people: aRoster(2, { familyName: PUPIL }) });
    const tickets = await staff.get<{ items: Ticket[] }>(`/groups/${group.id}/tickets`);
    const invited = await staff.post('/invitations', {
      email: `${newId()}@example.org`,
      role: 'coordinator',
      schoolUrn: '930002',
    });
    const invited2 = await staff.post(`/conferences/${conference.id}/device-pairings`, {
      role: 'steward',
      label: 'Door',
    });
    const mails = await staff.get<{ items: { id: string }[] }>(`/mails?about=${group.id}`);
    const uploaded = await staff.upload<PackFile>(`/conferences/${conference.id}/visit-pack/files`, {
      kind: 'insurance',
    });
    const calendar = await (await test.as('coordinator', '930001')).post('/calendar-feed/renewal');
    const programme = await aProgramme(staff, conference.id);
    const placed = await staff.post<SessionPlacement>(`/conferences/${conference.id}/session-placements`, {
      groupId: group.id,
      sessionId: programme.session.id,
      pupils: 1,
      adults: 0,
    });
    const missing = await staff.post(`/conferences/${conference.id}/missing-pupils`, {
      ticketId: tickets.body.items[0]!.id,
      lastSeen: 'In the Arden Theatre at 10.',
    });
    const stewards = await pair(conference.id, 'steward');
    const supervisors = await pair(conference.id, 'supervisor');
    const scan = await scannedBy(stewards, tickets.body.items[1]!);
    await scannedBy(supervisors, tickets.body.items[1]!);
    const conflicts = await staff.get(`/conferences/${conference.id}/conflicts`);
    return {
      conflict: conflicts.body.items[0].id,
      scan,
      missing: missing.body.id,
      packFile: uploaded.body,
      feed: calendar.body.address.split('/').at(-1),
      programme,
      placement: placed.body,
      conference,
      group,
      ticket: tickets.body.items[0]!,
      stewards,
      supervisors,
      invitation: invited.body.token,
      pairingCode: invited2.body.pairingCode,
      accessRequest: await anAccessRequest(),
      colleague: (await (await test.as('teacher', '930001')).get('/session')).body.account.id,
      mail: mails.body.items[0]!.id,
    };
  };

  /** A scan that a phone made by itself. */
  const scannedBy = async ({ token, checkpoints }: PairedDevice, ticket: Ticket): Promise<string> => {
    const phone = test.anyone.with({ authorization: `Bearer ${token}` });
    const scan = {
      id: newId(),
      checkpointId: checkpoints[0]!.id,
      code: ticket.code,
      direction: 'in',
      scannedAt: test.clock.now().toISOString(),
      shown: 'admitted',
    };
    await phone.post('/check-in/scans', { scans: [scan] });
    return scan.id;
  };

  /** Somebody's request for school A, whose address counts as confirmed. */
  const anAccessRequest = async (): Promise<string> => {
    const id = newId();
    const email = `${id}@example.org`;
    await test.database.transaction(() =>
      test.database.execute(
        'INSERT INTO access_requests (id, token_hash, status, email, email_key, name, role, school_urn, created_at,' +
          " confirm_by) VALUES (?, ?, 'waiting', ?, ?, ?, 'teacher', '930001', ?, ?)",
        [id, id, email, email, PUPIL, test.clock.now(), test.clock.now()],
      ),
    );
    return id;
  };

  const callerFor = async (name: CallerName, world: World): Promise<Caller> => {
    if (name === 'nobody') return test.anyone;
    if (name === 'steward') return test.anyone.with({ authorization: `Bearer ${world.stewards.token}` });
    if (name === 'supervisor')
      return test.anyone.with({ authorization: `Bearer ${world.supervisors.token}` });
    if (name === 'other coordinator') return test.as('coordinator', '930002');
    if (name === 'coordinator' || name === 'teacher') return test.as(name, '930001');
    return test.as(name);
  };

  const isRefusal = (status: number): boolean => status >= 400 && status !== 409;
  const mayKnow: readonly CallerName[] = ['coordinator', 'staff', 'steward', 'supervisor'];

  const refuseLeaks = (name: CallerName, status: number, body: unknown, world: World): void => {
    const text = String(JSON.stringify(body));
    if (isRefusal(status)) {
      expect(body).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
      expect(Object.keys(body as object).sort()).toEqual(
        ['code', 'correlationId', 'detail', 'status', 'title', 'type'].sort(),
      );
    }
    if (isRefusal(status) || !mayKnow.includes(name)) {
      for (const secret of [LEADER, PUPIL, '900999', world.group.id, world.ticket.id, world.ticket.shortCode])
        expect(text).not.toContain(secret);
    }
  };

  it('every handler says who may call it', () => {
    const handlers = handlersOf(test);
    expect(handlers.length).toBeGreaterThan(35);
    const silent = handlers.filter(({ access }) => access === undefined).map(({ name }) => name);
    expect(silent).toEqual(['ForgottenController.read', 'ForgottenController.write']);
  });

  it('a route that says nothing answers 404 to everybody, staff too', async () => {
    const world = await aWorld();
    for (const name of CALLERS) {
      const caller = await callerFor(name, world);
      for (const answer of [await caller.get('/forgotten'), await caller.post('/forgotten')]) {
        expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
      }
    }
    expect(await test.anyone.get('/forgotten/said')).toMatchObject({ status: 200, body: { said: true } });
  });

  it('every route of the document is in the matrix below or in the CPD’s, and every handler is in the document', () => {
    expect([...Object.keys(MATRIX), ...Object.keys(CPD_MATRIX)].sort()).toEqual([...DOCUMENTED].sort());
    const outside = [
      'GET /api/forgotten',
      'POST /api/forgotten',
      'GET /api/forgotten/said',
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/metrics',
      'GET /api/api/openapi.json',
    ];
    const routed = handlersOf(test).map(({ route }) => route);
    expect(routed.filter((route) => !outside.includes(route)).sort()).toEqual([...DOCUMENTED].sort());
  });

  describe('rule 7: asked for a thing of one school, each caller gets what the matrix says and nothing leaks', () => {
    it.each(Object.entries(MATRIX))('%s', async (route, { ask, answers, changes }) => {
      let world = await aWorld();
      const got: Record<string, number> = {};
      for (const name of CALLERS) {
        const caller = await callerFor(name, world);
        const { status, body } = await ask(caller, world, opener(test, caller));
        got[name] = status;
        refuseLeaks(name, status, body, world);
        if (changes && status < 300) world = await aWorld();
      }
      expect({ route, ...got }).toEqual({
        route,
        ...Object.fromEntries(CALLERS.map((name, index) => [name, answers[index]])),
      });
    });
  });

  it('rule 7: one school’s list of groups holds its own and no other’s', async () => {
    const { group } = await aWorld();
    const own = await (await test.as('coordinator', '930001')).get('/groups?limit=200');
    const other = await (await test.as('coordinator', '930002')).get('/groups?limit=200');
    expect(own.body.items.map(({ id }: Group) => id)).toContain(group.id);
    expect(other.body).toEqual({ items: [], nextCursor: null });
  });

  it('rule 7: a thing that is not there and a thing of another school answer alike', async () => {
    const { group } = await aWorld();
    const other = await test.as('coordinator', '930002');
    for (const path of ['', '/roster', '/tickets', '/tickets.pdf']) {
      const foreign = await other.get(`/groups/${group.id}${path}`);
      const missing = await other.get(`/groups/${newId()}${path}`);
      expect({ ...foreign.body, correlationId: '' }).toEqual({ ...missing.body, correlationId: '' });
    }
    const previews = '/roster-previews';
    const foreign = await other.post(`/groups/${group.id}${previews}`, { text: '\u0000' });
    expect(foreign.status).toBe(404);
  });

  it('rule 7: a coordinator whose account names no school sees nothing', async () => {
    const { group } = await aWorld();
    const lost = await test.as('coordinator');
    expect((await lost.get('/groups')).status).toBe(404);
    expect((await lost.get(`/groups/${group.id}`)).status).toBe(404);
  });

  it('a draft exists for staff only, by its id and by its slug', async () => {
    const { body: draft } = await staff.post<Conference>(
      '/conferences',
      aConference({ title: 'Not yet told' }),
    );
    const world = await aWorld();
    for (const name of CALLERS) {
      const caller = await callerFor(name, world);
      for (const path of [draft.id, draft.slug, `${draft.id}/calendar.ics`]) {
        expect((await caller.get(`/conferences/${path}`)).status).toBe(name === 'staff' ? 200 : 404);
      }
    }
  });

  it('a phone’s token opens its own event’s door and no other event’s', async () => {
    const mine = await aWorld();
    const other = await aWorld();
    const phone = test.anyone.with({ authorization: `Bearer ${mine.stewards.token}` });
    const roster = JSON.stringify((await phone.get('/check-in/roster')).body);
    expect(roster).toContain(mine.ticket.id);
    expect(roster).not.toContain(other.ticket.id);
    const answer = await phone.post('/check-in/scans', {
      scans: [
        { ...aScan(mine), code: other.ticket.code },
        { ...aScan(mine), code: undefined, ticketId: other.ticket.id },
        { ...aScan(mine), checkpointId: other.stewards.checkpoints[0]!.id },
      ],
    });
    expect(
      answer.body.results.map(({ outcome, reason }: Record<string, string>) => [outcome, reason]),
    ).toEqual([
      ['refused', 'wrong-event'],
      ['refused', 'unknown-code'],
      ['refused', 'unknown-checkpoint'],
    ]);
    expect(JSON.stringify(answer.body)).not.toContain(other.ticket.displayName + other.ticket.id);
  });

  it('a session opens no door, and a phone’s token is no session', async () => {
    const { stewards, conference } = await aWorld();
    expect(await staff.get('/check-in/roster')).toMatchObject({
      status: 401,
      body: { code: 'device-not-paired' },
    });
    const asCookie = test.anyone.with({ cookie: `lectern=${stewards.token}` });
    expect((await asCookie.get(`/conferences/${conference.id}/attendance`)).status).toBe(401);
    const asBearer = test.anyone.with({ authorization: `Bearer ${staff.headers['cookie']!.split('=')[1]!}` });
    expect((await asBearer.get('/check-in/roster')).status).toBe(401);
  });

  it('a role that is taken away is gone with the next request', async () => {
    const someone = await test.as('staff');
    const { body } = await someone.get('/session');
    await test.database.transaction(() =>
      test.database.execute('UPDATE accounts SET roles = ? WHERE id = ?', ['mentor', body.account.id]),
    );
    expect((await someone.post('/conferences', aConference())).status).toBe(404);
  });
});
