import type {
  AdmissionChanges,
  AdmissionEntry,
  Attendance,
  Checkpoint,
  PairedDevice,
  RosterChanges,
  RosterEntry,
} from '@lectern/check-in';
import type { BrowserContext } from 'playwright-core';

/** Staff who are signed in, in a browser or without one. */
export interface StaffCaller {
  readonly url: string;
  ask(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>;
}

/** Whoever is signed in in this browser. */
export const inBrowser = (url: string, { request }: BrowserContext): StaffCaller => ({
  url,
  ask: async (method, path, data) => {
    const answer = await request.fetch(`${url}/api${path}`, { method, ...(data ? { data } : {}) });
    return { status: answer.status(), body: await answer.json() };
  },
});

type Role = PairedDevice['role'];

/** The server's own word on a live conference, asked past every page: who is expected, who is in, and new pairings. */
export class DoorServer {
  private printer: Promise<PairedDevice> | undefined;

  private constructor(
    private readonly staff: StaffCaller,
    readonly conferenceId: string,
    private readonly observer: PairedDevice,
  ) {}

  /** Watches the demo's conference of today. */
  static async watch(staff: StaffCaller): Promise<DoorServer> {
    const { items } = await asked<{ items: { id: string; status: string }[] }>(
      staff,
      'GET',
      '/conferences?scope=staff',
    );
    const live = items.find(({ status }) => status === 'live');
    if (!live) throw new Error('The demo has no conference today.');
    return new DoorServer(staff, live.id, await pair(staff, live.id, 'steward', 'Observer'));
  }

  /** Pairs a phone that is only this test. */
  pair(role: Role = 'steward', name = 'Sam'): Promise<PairedDevice> {
    return pair(this.staff, this.conferenceId, role, name);
  }

  async pairingLink(role: Role): Promise<string> {
    return (await invite(this.staff, this.conferenceId, role)).link;
  }

  /** Somebody's badge as a supervisor prints it again: a PDF. */
  async badge(ticketId: string): Promise<Buffer> {
    this.printer ??= this.pair('supervisor', 'Printer');
    const { token } = await this.printer;
    return Buffer.from(await (await this.atDoor(`tickets/${ticketId}/badge.pdf`, token)).arrayBuffer());
  }

  mainDoor(): Checkpoint {
    const door = this.observer.checkpoints.find(({ isMainDoor }) => isMainDoor);
    if (!door) throw new Error('The conference has no main door.');
    return door;
  }

  /** A checkpoint of the test's own that takes a ticket as often as it comes. */
  addCheckpoint(name: string): Promise<Checkpoint> {
    const path = `/conferences/${this.conferenceId}/checkpoints`;
    return asked<Checkpoint>(this.staff, 'POST', path, { name, admits: 'many' });
  }

  async roster(): Promise<RosterEntry[]> {
    const pages = await this.pages<RosterChanges>('roster');
    return pages.flatMap(({ upserts }) => upserts);
  }

  /** The tickets of everybody who may come. */
  async tickets(): Promise<string[]> {
    const roster = await this.roster();
    return roster.filter(({ status }) => status === 'valid').map(({ ticketId }) => ticketId);
  }

  /** Who was let in or out at the main door, by ticket. */
  async atMainDoor(): Promise<Map<string, AdmissionEntry>> {
    const pages = await this.pages<AdmissionChanges>('admissions');
    const door = this.mainDoor().id;
    const entries = pages
      .flatMap(({ upserts }) => upserts)
      .filter(({ checkpointId }) => checkpointId === door);
    return new Map(entries.map((entry) => [entry.ticketId, entry]));
  }

  /** Valid people who have not come yet, by group. */
  async expected(): Promise<Map<string, RosterEntry[]>> {
    const there = await this.atMainDoor();
    const groups = new Map<string, RosterEntry[]>();
    for (const entry of await this.roster()) {
      if (entry.status !== 'valid' || there.has(entry.ticketId)) continue;
      groups.set(entry.groupId, [...(groups.get(entry.groupId) ?? []), entry]);
    }
    return groups;
  }

  /** The numbers that staff see. */
  attendance(): Promise<Attendance> {
    return asked<Attendance>(this.staff, 'GET', `/conferences/${this.conferenceId}/attendance`);
  }

  private async pages<T extends { cursor: string; more: boolean }>(path: string): Promise<T[]> {
    const pages: T[] = [];
    for (let cursor = ''; ;) {
      const page = (await (await this.atDoor(`${path}${cursor}`, this.observer.token)).json()) as T;
      pages.push(page);
      if (!page.more) return pages;
      cursor = `?cursor=${encodeURIComponent(page.cursor)}`;
    }
  }

  private atDoor(path: string, token: string): Promise<Response> {
    return fetch(`${this.staff.url}/api/check-in/${path}`, { headers: { authorization: `Bearer ${token}` } });
  }
}

const asked = async <T>(staff: StaffCaller, method: string, path: string, body?: object): Promise<T> => {
  const answer = await staff.ask(method, path, body);
  if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}.`);
  return answer.body as T;
};

const invite = (
  staff: StaffCaller,
  conferenceId: string,
  role: Role,
): Promise<{ link: string; pairingCode: string }> =>
  asked(staff, 'POST', `/conferences/${conferenceId}/device-pairings`, {
    role,
    label: `Phone of a ${role}`,
  });

const pair = async (
  staff: StaffCaller,
  conferenceId: string,
  role: Role,
  name: string,
): Promise<PairedDevice> => {
  const { pairingCode } = await invite(staff, conferenceId, role);
  return asked(staff, 'POST', '/check-in/devices', { pairingCode, name });
};
