import { randomBytes } from 'node:crypto';
import type { Conference } from '@lectern/conferences';
import type { ConferenceRequest } from '@lectern/conferences/requests';
import type { Role } from '@lectern/identity';
import type { GroupRequest, RosterPerson } from '@lectern/registrations/requests';
import { type FixedClock, fixedClock } from '@lectern/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app';
import { AccountsService } from './identity/accounts.service';
import { SessionsService } from './identity/sessions.service';
import type { Database } from './persistence/database';
import { testDatabase } from './persistence/database.harness';
import { readConfig } from './platform/config';
import { makeLogger } from './platform/logging';
import { Seal } from './platform/seal';

/** An answer with its body read as JSON, or as text when it is none. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: T;
}

// What a spec expects to be there; a wrong guess fails in its assertions.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read bodies of every shape
type Body = any;

/** Somebody who calls the API, with their cookie or token. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  with(headers: Readonly<Record<string, string>>): Caller {
    return new Caller(this.app, { ...this.headers, ...headers });
  }

  get<T = Body>(path: string): Promise<Answer<T>> {
    return this.call('GET', path);
  }

  post<T = Body>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.call('POST', path, body);
  }

  put<T = Body>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call('PUT', path, body);
  }

  patch<T = Body>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call('PATCH', path, body);
  }

  delete<T = Body>(path: string): Promise<Answer<T>> {
    return this.call('DELETE', path);
  }

  /** Sends a form with a small PDF in it, and the words beside it. */
  upload<T = Body>(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    file = { name: 'A plan.pdf', content: '%PDF-1.7 a plan' },
  ): Promise<Answer<T>> {
    const part = (head: string, body: string): string =>
      `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const words = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
    const whole = [...words, part(`name="file"; filename="${file.name}"`, file.content)].join('');
    const form = { 'content-type': 'multipart/form-data; boundary=edge' };
    return this.with(form).call('POST', path, `${whole}--edge--\r\n`);
  }

  /** Sends bytes as they are, whatever they are. */
  sendBytes<T = Body>(method: string, path: string, type: string, payload: Buffer): Promise<Answer<T>> {
    return this.with({ 'content-type': type }).call(method, path, payload);
  }

  async call<T = Body>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await this.app.inject({
      method: method as 'GET',
      url: path.startsWith('/health') ? path : `/api${path}`,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...this.headers },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body) }),
    });
    let read: unknown = answer.body;
    try {
      read = JSON.parse(answer.body);
    } catch {
      // Not JSON: a file or nothing.
    }
    return { status: answer.statusCode, headers: answer.headers, body: read as T };
  }
}

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly clock: FixedClock;
  /** Nobody in particular. */
  readonly anyone: Caller;
  /** Somebody signed in with this role (and school). */
  as(role: Role, schoolUrn?: string): Promise<Caller>;
  /** Puts invented schools into the register. */
  addSchools(urns: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The whole API on an empty database of the project's dialect, with a clock that stands still. */
export const testApp = async (settings: Readonly<Record<string, string>> = {}): Promise<TestApp> => {
  const { database, close } = await testDatabase();
  const clock = fixedClock();
  const config = readConfig({ LOG_LEVEL: 'silent', LECTERN_DEMO: 'off', ...settings });
  const parts = { config, clock, logger: makeLogger('silent'), seal: new Seal(randomBytes(32)) };
  const app = await createApp(parts, database);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const anyone = new Caller(app);
  return {
    app,
    database,
    clock,
    anyone,
    as: async (role, schoolUrn) => {
      const accounts = app.get(AccountsService);
      const email = `${role}-${randomBytes(5).toString('hex')}@example.org`;
      const roles: Role[] = role === 'admin' ? ['admin', 'staff'] : [role];
      const account = await database.transaction(() =>
        // No password is hashed: the session below is what these specs need.
        accounts.add({ email, name: `A ${role}`, roles, schoolUrn: schoolUrn ?? null }, 'no password'),
      );
      const { token } = await app.get(SessionsService).start(account.id);
      return new Caller(app, { cookie: `lectern=${token}` });
    },
    addSchools: (urns) =>
      database.transaction(async () => {
        for (const urn of urns) {
          await database.execute(
            'INSERT INTO schools (urn, name, town, postcode, status, search_text, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
            [urn, `School ${urn}`, 'Skelbrook', 'ZZ1 1AA', 'open', `school ${urn}`, clock.now()],
          );
        }
      }),
    close: async () => {
      await app.close();
      await close();
    },
  };
};

/** A usual conference; the test clock stands eight weeks before it. */
export const aConference = (change: Partial<ConferenceRequest> = {}): ConferenceRequest => ({
  title: 'Maths in motion',
  summary: 'A day of mathematics on campus.',
  venue: { name: 'The Arden Building', address: 'St Helens Road, Ormsby Vale' },
  startsAt: '2027-03-09T09:30:00.000Z',
  endsAt: '2027-03-09T15:00:00.000Z',
  yearGroups: [9, 10],
  pupilPlaces: 100,
  allocation: 'first-come',
  registrationOpensAt: '2027-01-10T09:00:00.000Z',
  registrationClosesAt: '2027-02-20T17:00:00.000Z',
  finalNumbersAt: '2027-03-02T17:00:00.000Z',
  ...change,
});

/** A usual group. */
export const aGroup = (change: Partial<GroupRequest> = {}): GroupRequest => ({
  pupilsWanted: 30,
  adults: 2,
  visitLeader: { name: 'Pat Lowe', phone: '07700 900123' },
  ...change,
});

/** Pupils with invented names. */
export const aRoster = (pupils: number, change: Partial<RosterPerson> = {}): RosterPerson[] =>
  Array.from({ length: pupils }, (_, n) => ({
    kind: 'pupil',
    givenName: `Given${n}`,
    familyName: 'Family',
    yearGroup: 9,
    ...change,
  }));

/** A conference that stands in a state, made by the transitions that lead there. */
export const aConferenceThatIs = async (
  staff: Caller,
  state: 'draft' | 'published' | 'registration-open' | 'registration-closed' | 'live',
  change: Partial<ConferenceRequest> = {},
): Promise<Conference> => {
  const made = await staff.post<Conference>('/conferences', aConference(change));
  let conference = made.body;
  for (const to of ['published', 'registration-open', 'registration-closed', 'live']) {
    if (conference.status === state) break;
    conference = (await staff.post<Conference>(`/conferences/${conference.id}/transitions`, { to })).body;
  }
  return conference;
};
