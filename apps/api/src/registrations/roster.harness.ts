import type { PairedDevice, RosterEntry, ScanResult } from '@lectern/check-in';
import type { Conference } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Group, Person, PersonFacts, Ticket } from '@lectern/registrations';
import type { GroupRequest, RosterPerson } from '@lectern/registrations/requests';
import { aConferenceThatIs, aGroup, aRoster, type Caller, type TestApp } from '../app.harness';

/** Who asks at one moment: sessions end when the clock is put forward, so everybody signs in anew. */
export interface Askers {
  readonly staff: Caller;
  readonly school: Caller;
}

/** A school with a group on a conference, and what specs about its roster do again and again. */
export class RosterWorld {
  private constructor(
    readonly test: TestApp,
    readonly urn: string,
    public by: Askers,
    public conference: Conference,
    public group: Group,
  ) {}

  static async begin(
    test: TestApp,
    urn: string,
    change: {
      readonly conference?: Parameters<typeof aConferenceThatIs>[2];
      readonly group?: Partial<GroupRequest>;
      readonly people?: readonly RosterPerson[];
    } = {},
  ): Promise<RosterWorld> {
    test.clock.set('2027-01-12T09:00:00.000Z');
    const by = { staff: await test.as('staff'), school: await test.as('coordinator', urn) };
    const conference = await aConferenceThatIs(by.staff, 'registration-open', {
      pupilPlaces: 1000,
      ...change.conference,
    });
    const asked = aGroup({ schoolUrn: urn, ...change.group });
    const { body } = await by.staff.post<Group>(`/conferences/${conference.id}/groups`, asked);
    const world = new RosterWorld(test, urn, by, conference, body);
    const people = change.people ?? aRoster(3);
    if (people.length > 0) await by.school.put(`${world.path}/roster`, { people });
    return world;
  }

  get path(): string {
    return `/groups/${this.group.id}`;
  }

  /** Goes to a moment, where everybody signs in. */
  async at(moment: string): Promise<Askers> {
    this.test.clock.set(moment);
    this.by = { staff: await this.test.as('staff'), school: await this.test.as('coordinator', this.urn) };
    return this.by;
  }

  async people(): Promise<Person[]> {
    return [...(await this.by.staff.get(`${this.path}/roster`)).body.people];
  }

  async facts(): Promise<PersonFacts[]> {
    return [...(await this.by.staff.get(`${this.path}/roster`)).body.facts];
  }

  async tickets(): Promise<Ticket[]> {
    return [...(await this.by.staff.get(`${this.path}/tickets`)).body.items];
  }

  async audited(action: string): Promise<{ details: string; actor_kind: string }[]> {
    return this.test.database.select(
      'SELECT details, actor_kind FROM audit_records WHERE action = ? AND object_id IN (?, ?) ORDER BY id',
      [action, this.group.id, this.conference.id],
    );
  }

  async letters(kind: string): Promise<number> {
    const rows = await this.test.database.select(
      'SELECT id FROM outbox_mails WHERE kind = ? AND object_id = ?',
      [kind, this.group.id],
    );
    return rows.length;
  }

  /** Pairs a phone; scans with it and asks for its roster. */
  async door(): Promise<Door> {
    const { body } = await this.by.staff.post(`/conferences/${this.conference.id}/device-pairings`, {
      role: 'steward',
      label: 'North door',
    });
    const paired = await this.test.anyone.post<PairedDevice>('/check-in/devices', {
      pairingCode: body.pairingCode,
      name: 'Jo',
    });
    return new Door(this.test, paired.body);
  }
}

/** One phone at a door. */
export class Door {
  readonly caller: Caller;

  constructor(
    private readonly test: TestApp,
    private readonly paired: PairedDevice,
  ) {
    this.caller = test.anyone.with({ authorization: `Bearer ${paired.token}` });
  }

  async scan(code: string): Promise<ScanResult> {
    const scan = {
      id: newId(),
      checkpointId: this.paired.checkpoints[0]!.id,
      code,
      direction: 'in',
      scannedAt: this.test.clock.now().toISOString(),
    };
    return (await this.caller.post('/check-in/scans', { scans: [scan] })).body.results[0];
  }

  /** What changed for the doors since a cursor. */
  async roster(
    cursor?: string,
  ): Promise<{ cursor: string; upserts: Pick<RosterEntry, 'ticketId' | 'status' | 'flags'>[] }> {
    return (await this.caller.get(`/check-in/roster${cursor ? `?cursor=${cursor}` : ''}`)).body;
  }
}

/** Somebody who comes instead. */
export const anotherPerson = { givenName: 'Instead', familyName: 'Comer', yearGroup: 10 };
