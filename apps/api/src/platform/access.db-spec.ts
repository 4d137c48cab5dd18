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
import { aProgramme, type TestProgramme } from '../programme.harness';
import { SchoolsModule } from '../schools/schools.module';
import { ACCESS, type Access, Public } from './access';
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

const CALLERS = [
  'nobody',
  'trainee',
  'teacher',
  'coordinator',
  'other coordinator',
  'staff',
  'steward',
  'supervisor',
] as const;
type CallerName = (typeof CALLERS)[number];

/** One conference with a group of school A: every object that a route can name. */
interface World {
  readonly conference: Conference;
  readonly group: Group;
  readonly ticket: Ticket;
  readonly stewards: PairedDevice;
  readonly supervisors: PairedDevice;
  /** A coordinator’s invitation and a pairing code that nobody used yet. */
  readonly invitation: string;
  readonly pairingCode: string;
  /** A confirmed request for access to school A, and a teacher of school A. */
  readonly accessRequest: string;
  readonly colleague: string;
  /** A letter about the group, to a coordinator of its school. */
  readonly mail: string;
  /** A file of the visit pack that only schools which come may read, and a calendar link of school A. */
  readonly packFile: PackFile;
  readonly feed: string;
  readonly programme: TestProgramme;
  /** One of the group’s pupils in the programme’s session. */
  readonly placement: SessionPlacement;
}

interface Seen {
  readonly status: number;
  readonly body: unknown;
}

interface Row {
  /** `open` asks for a stream and lets go of it as soon as its head is there. */
  readonly ask: (caller: Caller, world: World, open: (path: string) => Promise<Seen>) => Promise<Seen>;
  /** In the order of CALLERS. */
  readonly answers: readonly number[];
  /** Whether the call changes what the next caller would find. */
  readonly changes?: true;
}

const everybody = (status: number): number[] => CALLERS.map(() => status);
/** Those with the permission; nobody must sign in, everybody else finds nothing; a phone is nobody here. */
const staffOnly = (status: number): number[] => [401, 404, 404, 404, 404, status, 401, 401];
const ownSchool = (status: number): number[] => [401, 404, 404, status, 404, status, 401, 401];
const signedIn = (status: number): number[] => [401, status, status, status, status, status, 401, 401];
const phones = (status: number): number[] => [401, 401, 401, 401, 401, 401, status, status];

const PASSWORD = 'violet-harbour-lantern';
const EMAIL = 'signs.in@example.org';
const LEADER = 'Marker Leaderson';
const PUPIL = 'Markerpupil';

const row = (answers: readonly number[], ask: Row['ask'], changes?: true): Row => ({
  answers,
  ask,
  ...(changes ? { changes } : {}),
});

const CRITERIA = { method: 'weights', criteria: [{ kind: 'first-visit', weight: 10 }] };

const aScan = (world: World) => ({
  id: newId(),
  checkpointId: world.stewards.checkpoints[0]!.id,
  code: world.ticket.code,
  direction: 'in',
  scannedAt: '2027-01-12T09:00:00.000Z',
});

const MAILS: Readonly<Record<string, Row>> = {
  'GET /api/mail-summary': row(staffOnly(200), (by) => by.get('/mail-summary')),
  'GET /api/mails': row(staffOnly(200), (by, { group }) => by.get(`/mails?about=${group.id}`)),
  'GET /api/mails/{id}': row(staffOnly(200), (by, { mail }) => by.get(`/mails/${mail}`)),
  'GET /api/mails/{id}/letter': row(staffOnly(200), (by, { mail }) => by.get(`/mails/${mail}/letter`)),
  'GET /api/mails/{id}/letter.html': row(staffOnly(200), (by, { mail }) =>
    by.get(`/mails/${mail}/letter.html`),
  ),
  'GET /api/mails/{id}/calendar.ics': row(staffOnly(200), (by, { mail }) =>
    by.get(`/mails/${mail}/calendar.ics`),
  ),
  // It waits and did not fail, which only those are told who may send it again.
  'POST /api/mails/{id}/retries': row(staffOnly(409), (by, { mail }) => by.post(`/mails/${mail}/retries`)),
  'GET /api/mail-kinds': row(staffOnly(200), (by) => by.get('/mail-kinds')),
  'GET /api/mail-kinds/{kind}': row(staffOnly(200), (by) => by.get('/mail-kinds/group.changed')),
  'GET /api/mail-kinds/{kind}/letter.html': row(staffOnly(200), (by) =>
    by.get('/mail-kinds/group.changed/letter.html'),
  ),
};

/** The three routes of one kind of part of a programme. */
const part = (
  kind: string,
  body: (programme: TestProgramme) => object,
  of: (programme: TestProgramme) => string,
): Record<string, Row> => {
  const route = `/api/conferences/{id}/programme/${kind}`;
  const one = (programme: TestProgramme): string => `${programme.path}/${kind}/${of(programme)}`;
  return {
    [`POST ${route}`]: row(
      staffOnly(201),
      (by, { programme }) => by.post(`${programme.path}/${kind}`, body(programme)),
      true,
    ),
    [`PUT ${route}/{partId}`]: row(staffOnly(200), (by, { programme }) =>
      by.put(one(programme), body(programme)),
    ),
    [`DELETE ${route}/{partId}`]: row(staffOnly(204), (by, { programme }) => by.delete(one(programme)), true),
  };
};

const sessionPlan = async (by: Caller, { conference }: World): Promise<object> => {
  const { body } = await by.post(`/conferences/${conference.id}/session-plans`, {});
  return { seed: body.seed ?? 'none', digest: body.digest ?? '0'.repeat(64) };
};

const PROGRAMME: Readonly<Record<string, Row>> = {
  'GET /api/conferences/{id}/programme': row(everybody(200), (by, { programme }) => by.get(programme.path)),
  'PUT /api/conferences/{id}/programme/publication': row(staffOnly(200), (by, { programme }) =>
    by.put(`${programme.path}/publication`, { published: true }),
  ),
  ...part(
    'strands',
    () => ({ name: 'Places' }),
    ({ strand }) => strand.id,
  ),
  ...part(
    'rooms',
    () => ({ name: 'Lab 3', capacity: 20 }),
    ({ freeRoom }) => freeRoom.id,
  ),
  ...part(
    'slots',
    ({ freeSlot }) => ({ ...freeSlot, id: undefined, name: 'Later' }),
    ({ freeSlot }) => freeSlot.id,
  ),
  ...part(
    'speakers',
    () => ({ name: 'Sam Vale', kind: 'trainee' }),
    ({ speaker }) => speaker.id,
  ),
  ...part(
    'sessions',
    ({ slot }) => ({ title: 'Sport', slotId: slot.id }),
    ({ freeSession }) => freeSession.id,
  ),
  'GET /api/groups/{id}/sessions': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/sessions`),
  ),
  'PUT /api/groups/{id}/session-choices': row(ownSchool(200), (by, { group, programme }) =>
    by.put(`/groups/${group.id}/session-choices`, {
      choices: [{ slotId: programme.slot.id, sessionIds: [programme.session.id] }],
    }),
  ),
  'GET /api/conferences/{id}/session-board': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/session-board`),
  ),
  'POST /api/conferences/{id}/session-placements': row(
    staffOnly(201),
    (by, { conference, group, programme }) =>
      by.post(`/conferences/${conference.id}/session-placements`, {
        groupId: group.id,
        sessionId: programme.session.id,
      }),
    true,
  ),
  'DELETE /api/conferences/{id}/session-placements/{placementId}': row(
    staffOnly(204),
    (by, { conference, placement }) =>
      by.delete(`/conferences/${conference.id}/session-placements/${placement.id}`),
    true,
  ),
  'POST /api/conferences/{id}/session-plans': row(staffOnly(200), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/session-plans`, {}),
  ),
  'POST /api/conferences/{id}/session-plans/publication': row(
    staffOnly(200),
    async (by, world) =>
      by.post(`/conferences/${world.conference.id}/session-plans/publication`, await sessionPlan(by, world)),
    true,
  ),
};

const MATRIX: Readonly<Record<string, Row>> = {
  ...MAILS,
  'GET /api/schools': row(everybody(200), (by) => by.get('/schools?q=School')),
  'POST /api/session': row(everybody(201), (by) => by.post('/session', { email: EMAIL, password: PASSWORD })),
  'GET /api/session': row(signedIn(200), (by) => by.get('/session')),
  'DELETE /api/session': row(signedIn(204), (by) => by.delete('/session'), true),
  'POST /api/invitations': row(staffOnly(201), (by) =>
    by.post('/invitations', { email: `${newId()}@example.org`, role: 'mentor' }),
  ),
  'GET /api/invitations/{token}': row(everybody(200), (by, { invitation }) =>
    by.get(`/invitations/${invitation}`),
  ),
  'POST /api/invitations/{token}/acceptance': row(
    everybody(201),
    (by, { invitation }) =>
      by.post(`/invitations/${invitation}/acceptance`, { name: 'Sam Invited', password: PASSWORD }),
    true,
  ),
  'POST /api/access-requests': row(everybody(201), (by) =>
    by.post('/access-requests', {
      name: 'Robin Asker',
      email: `${newId()}@example.org`,
      schoolUrn: '930001',
      role: 'teacher',
    }),
  ),
  'POST /api/access-requests/confirmations': row(everybody(410), (by) =>
    by.post('/access-requests/confirmations', { token: 'x'.repeat(43) }),
  ),
  'GET /api/access-requests': row([401, 404, 404, 200, 200, 200, 401, 401], (by) =>
    by.get('/access-requests'),
  ),
  'POST /api/access-requests/{id}/approval': row(
    ownSchool(200),
    (by, { accessRequest }) => by.post(`/access-requests/${accessRequest}/approval`),
    true,
  ),
  'POST /api/access-requests/{id}/refusal': row(
    ownSchool(200),
    (by, { accessRequest }) => by.post(`/access-requests/${accessRequest}/refusal`, { reason: 'Unknown.' }),
    true,
  ),
  'GET /api/accounts': row(staffOnly(200), (by) => by.get('/accounts?q=colleague')),
  'GET /api/accounts/{id}': row(staffOnly(200), (by, { colleague }) => by.get(`/accounts/${colleague}`)),
  'PATCH /api/accounts/{id}': row(staffOnly(200), (by, { colleague }) =>
    by.patch(`/accounts/${colleague}`, { roles: ['teacher'] }),
  ),
  'POST /api/accounts/{id}/disabling': row(staffOnly(200), (by, { colleague }) =>
    by.post(`/accounts/${colleague}/disabling`),
  ),
  'POST /api/accounts/{id}/enabling': row(staffOnly(200), (by, { colleague }) =>
    by.post(`/accounts/${colleague}/enabling`),
  ),
  'GET /api/schools/{urn}/people': row(ownSchool(200), (by) => by.get('/schools/930001/people')),
  'POST /api/schools/{urn}/invitations': row(ownSchool(201), (by) =>
    by.post('/schools/930001/invitations', { email: `${newId()}@example.org`, role: 'teacher' }),
  ),
  'DELETE /api/schools/{urn}/people/{accountId}': row(
    ownSchool(204),
    (by, { colleague }) => by.delete(`/schools/930001/people/${colleague}`),
    true,
  ),
  'GET /api/closed-schools': row(staffOnly(200), (by) => by.get('/closed-schools')),
  'POST /api/closed-schools/{urn}/succession': row(staffOnly(409), (by) =>
    by.post('/closed-schools/930001/succession', { successorUrn: '930002' }),
  ),
  'GET /api/audit-records': row(staffOnly(200), (by) => by.get('/audit-records')),
  'GET /api/audit-records.csv': row(staffOnly(200), (by) => by.get('/audit-records.csv')),
  'GET /api/conferences': row(everybody(200), (by) => by.get('/conferences?scope=staff')),
  'POST /api/conferences': row(staffOnly(201), (by) => by.post('/conferences', aConference())),
  'POST /api/conferences/{id}/copies': row(staffOnly(201), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/copies`, {}),
  ),
  'GET /api/conferences/{id}/visit-pack': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/visit-pack`),
  ),
  'POST /api/conferences/{id}/visit-pack/files': row(staffOnly(201), (by, { conference }) =>
    by.upload(`/conferences/${conference.id}/visit-pack/files`, { kind: 'fire' }),
  ),
  'GET /api/conferences/{id}/visit-pack/acknowledgements': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/visit-pack/acknowledgements`),
  ),
  'POST /api/pack-files/{id}/versions': row(staffOnly(201), (by, { packFile }) =>
    by.upload(`/pack-files/${packFile.id}/versions`),
  ),
  'PATCH /api/pack-files/{id}': row(staffOnly(200), (by, { packFile }) =>
    by.patch(`/pack-files/${packFile.id}`, { title: 'Another title' }),
  ),
  'POST /api/pack-files/{id}/withdrawal': row(
    staffOnly(200),
    (by, { packFile }) => by.post(`/pack-files/${packFile.id}/withdrawal`),
    true,
  ),
  'GET /api/visit-pack-files/{id}': row([404, 404, 404, 200, 404, 200, 404, 404], (by, { packFile }) =>
    by.get(`/visit-pack-files/${packFile.current.id}`),
  ),
  'GET /api/groups/{id}/visit-pack': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/visit-pack`),
  ),
  'POST /api/groups/{id}/visit-pack/acknowledgement': row(ownSchool(200), (by, { group }) =>
    by.post(`/groups/${group.id}/visit-pack/acknowledgement`, { version: 1 }),
  ),
  'GET /api/group-needs': row(staffOnly(200), (by) => by.get('/group-needs')),
  'GET /api/conferences/{id}/poster.pdf': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/poster.pdf`),
  ),
  'GET /api/conferences/{id}/page-code.svg': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/page-code.svg`),
  ),
  // Staff have no school of their own, so there is no calendar of theirs.
  'GET /api/calendar-feed': row([401, 404, 404, 200, 200, 404, 401, 401], (by) => by.get('/calendar-feed')),
  'POST /api/calendar-feed/renewal': row([401, 404, 404, 200, 200, 404, 401, 401], (by) =>
    by.post('/calendar-feed/renewal'),
  ),
  'GET /api/calendar-feeds/{token}': row(everybody(200), (by, { feed }) => by.get(`/calendar-feeds/${feed}`)),
  'GET /api/conferences/{id}': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}`),
  ),
  'PATCH /api/conferences/{id}': row(staffOnly(200), (by, { conference }) =>
    by.patch(`/conferences/${conference.id}`, { title: 'Another title' }),
  ),
  'GET /api/conferences/{id}/calendar.ics': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/calendar.ics`),
  ),
  'POST /api/conferences/{id}/transitions': row(
    staffOnly(200),
    (by, { conference }) =>
      by.post(`/conferences/${conference.id}/transitions`, { to: 'registration-closed' }),
    true,
  ),
  // School A has its group already: whoever may register for it is told so, and nobody else.
  'POST /api/conferences/{id}/groups': row(ownSchool(409), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/groups`, aGroup({ schoolUrn: '930001' })),
  ),
  'GET /api/conferences/{id}/groups': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/groups`),
  ),
  'GET /api/groups': row([401, 404, 404, 200, 200, 200, 401, 401], (by) => by.get('/groups?limit=200')),
  'GET /api/groups/{id}': row(ownSchool(200), (by, { group }) => by.get(`/groups/${group.id}`)),
  'PATCH /api/groups/{id}': row(ownSchool(200), (by, { group }) =>
    by.patch(`/groups/${group.id}`, { adults: 4 }),
  ),
  'POST /api/groups/{id}/cancellation': row(
    ownSchool(200),
    (by, { group }) => by.post(`/groups/${group.id}/cancellation`, {}),
    true,
  ),
  'GET /api/conferences/{id}/waiting-list': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/waiting-list`),
  ),
  'GET /api/conferences/{id}/place-rules': row(everybody(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/place-rules`),
  ),
  'PUT /api/conferences/{id}/place-rules': row(staffOnly(200), (by, { conference }) =>
    by.put(`/conferences/${conference.id}/place-rules`, { ...CRITERIA, offerHours: 24 }),
  ),
  'GET /api/conferences/{id}/allocation': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/allocation`),
  ),
  // This conference gives places as groups register: whoever may share them out is told so, and nobody else.
  'POST /api/conferences/{id}/allocation-trials': row(staffOnly(409), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/allocation-trials`, CRITERIA),
  ),
  'POST /api/conferences/{id}/allocation': row(staffOnly(409), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/allocation`, { ...CRITERIA, fingerprint: '00000000' }),
  ),
  'PUT /api/schools/{urn}/allocation-facts': row(staffOnly(200), (by) =>
    by.put('/schools/930001/allocation-facts', { projectSchool: true, priorityMeasure: false }),
  ),
  // The link is the permission, and this one was made up.
  'GET /api/offers/{token}': row(everybody(404), (by) => by.get('/offers/made-up')),
  'POST /api/offers/{token}/answer': row(everybody(404), (by) =>
    by.post('/offers/made-up/answer', { answer: 'accept' }),
  ),
  // The group is confirmed and has no offer: whoever could answer one is told so, and nobody else.
  'POST /api/groups/{id}/offer-answer': row(ownSchool(410), (by, { group }) =>
    by.post(`/groups/${group.id}/offer-answer`, { answer: 'accept' }),
  ),
  'POST /api/groups/{id}/rejoining': row(ownSchool(200), (by, { group }) =>
    by.post(`/groups/${group.id}/rejoining`),
  ),
  'GET /api/groups/{id}/roster': row(ownSchool(200), (by, { group }) => by.get(`/groups/${group.id}/roster`)),
  'PUT /api/groups/{id}/roster': row(ownSchool(200), (by, { group }) =>
    by.put(`/groups/${group.id}/roster`, { people: aRoster(2, { familyName: PUPIL }) }),
  ),
  'POST /api/groups/{id}/roster-previews': row(ownSchool(201), (by, { group }) =>
    by.post(`/groups/${group.id}/roster-previews`, { text: 'First name,Last name,Year\nWren,Oakley,9' }),
  ),
  'GET /api/groups/{id}/roster-terms': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/roster-terms`),
  ),
  'POST /api/groups/{id}/roster-openings': row(staffOnly(201), (by, { group }) =>
    by.post(`/groups/${group.id}/roster-openings`, { reason: 'Illness' }),
  ),
  'PATCH /api/groups/{id}/people/{personId}': row(ownSchool(200), (by, { group, ticket }) =>
    by.patch(`/groups/${group.id}/people/${ticket.personId}`, { photoConsent: 'no' }),
  ),
  'POST /api/groups/{id}/people/{personId}/substitution': row(
    ownSchool(201),
    (by, { group, ticket }) =>
      by.post(`/groups/${group.id}/people/${ticket.personId}/substitution`, {
        givenName: 'Wren',
        familyName: PUPIL,
        yearGroup: 9,
      }),
    true,
  ),
  'POST /api/groups/{id}/people/{personId}/cancellation': row(
    ownSchool(204),
    (by, { group, ticket }) => by.post(`/groups/${group.id}/people/${ticket.personId}/cancellation`),
    true,
  ),
  'GET /api/conferences/{id}/roster-settings': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/roster-settings`),
  ),
  'PATCH /api/conferences/{id}/roster-settings': row(staffOnly(200), (by, { conference }) =>
    by.patch(`/conferences/${conference.id}/roster-settings`, { dayOnlyDays: 5 }),
  ),
  'GET /api/groups/{id}/tickets': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/tickets`),
  ),
  'GET /api/groups/{id}/tickets.pdf': row(ownSchool(200), (by, { group }) =>
    by.get(`/groups/${group.id}/tickets.pdf?layout=list`),
  ),
  'GET /api/conferences/{id}/tickets.pdf': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/tickets.pdf?layout=list`),
  ),
  'POST /api/check-in/devices': row(
    everybody(201),
    (by, { pairingCode }) => by.post('/check-in/devices', { pairingCode, name: 'Jo' }),
    true,
  ),
  'GET /api/check-in/roster': row(phones(200), (by) => by.get('/check-in/roster')),
  'POST /api/check-in/scans': row(phones(200), (by, world) =>
    by.post('/check-in/scans', { scans: [aScan(world)] }),
  ),
  'GET /api/check-in/count': row(phones(200), (by) => by.get('/check-in/count')),
  'GET /api/conferences/{id}/checkpoints': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/checkpoints`),
  ),
  'POST /api/conferences/{id}/checkpoints': row(staffOnly(201), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/checkpoints`, { name: 'Lunch', admits: 'once' }),
  ),
  'POST /api/conferences/{id}/device-pairings': row(staffOnly(201), (by, { conference }) =>
    by.post(`/conferences/${conference.id}/device-pairings`, { role: 'steward', label: 'Side door' }),
  ),
  'GET /api/conferences/{id}/devices': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/devices`),
  ),
  'POST /api/devices/{id}/revocation': row(
    staffOnly(200),
    (by, { stewards }) => by.post(`/devices/${stewards.deviceId}/revocation`),
    true,
  ),
  'GET /api/conferences/{id}/summary': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/summary`),
  ),
  'GET /api/conferences/{id}/attendance': row(staffOnly(200), (by, { conference }) =>
    by.get(`/conferences/${conference.id}/attendance`),
  ),
  'GET /api/conferences/{id}/attendance/stream': row(staffOnly(200), (_, { conference }, open) =>
    open(`/conferences/${conference.id}/attendance/stream`),
  ),
  ...PROGRAMME,
};

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
    return {
      packFile: uploaded.body,
      feed: calendar.body.address.split('/').at(-1),
      programme,
      placement: placed.body,
      conference,
      group,
      ticket: tickets.body.items[0]!,
      stewards: await pair(conference.id, 'steward'),
      supervisors: await pair(conference.id, 'supervisor'),
      invitation: invited.body.token,
      pairingCode: invited2.body.pairingCode,
      accessRequest: await anAccessRequest(),
      colleague: (await (await test.as('teacher', '930001')).get('/session')).body.account.id,
      mail: mails.body.items[0]!.id,
    };
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

  it('every route of the document is in the matrix below, and every handler is in the document', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...DOCUMENTED].sort());
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
