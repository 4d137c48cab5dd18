import type {
  AdmissionChanges,
  AdmissionEntry,
  Checkpoint,
  PairedDevice,
  RosterChanges,
  RosterEntry,
} from '@lectern/check-in';
import type { BrowserContext } from 'playwright-core';

/** The server's own word on a live conference, asked past every page: who is expected, who is in, and new pairings. */
export class DoorServer {
  private printer: Promise<PairedDevice> | undefined;

  private constructor(
    private readonly url: string,
    private readonly staff: BrowserContext,
    readonly conferenceId: string,
    private readonly observer: PairedDevice,
  ) {}

  /** Watches the demo's conference of today. */
  static async watch(url: string, staff: BrowserContext): Promise<DoorServer> {
    const answer = await staff.request.get(`${url}/api/conferences?scope=staff`);
    const { items } = (await answer.json()) as { items: { id: string; status: string }[] };
    const live = items.find(({ status }) => status === 'live');
    if (!live) throw new Error('The demo has no conference today.');
    return new DoorServer(url, staff, live.id, await observer(url, staff, live.id, 'steward'));
  }

  pairingLink(role: 'steward' | 'supervisor'): Promise<string> {
    return pairingLink(this.url, this.staff, this.conferenceId, role);
  }

  /** Somebody's badge as a supervisor prints it again: a PDF. */
  async badge(ticketId: string): Promise<Buffer> {
    this.printer ??= observer(this.url, this.staff, this.conferenceId, 'supervisor');
    const { token } = await this.printer;
    const answer = await this.staff.request.get(`${this.url}/api/check-in/tickets/${ticketId}/badge.pdf`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.body();
  }

  mainDoor(): Checkpoint {
    const door = this.observer.checkpoints.find(({ isMainDoor }) => isMainDoor);
    if (!door) throw new Error('The conference has no main door.');
    return door;
  }

  async roster(): Promise<RosterEntry[]> {
    const pages = await this.pages<RosterChanges>('roster');
    return pages.flatMap(({ upserts }) => upserts);
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
  async attendance(): Promise<{
    readonly admitted: number;
    readonly onSite: number;
    readonly conflicts: number;
  }> {
    const answer = await this.staff.request.get(
      `${this.url}/api/conferences/${this.conferenceId}/attendance`,
    );
    return (await answer.json()) as { admitted: number; onSite: number; conflicts: number };
  }

  private async pages<T extends { cursor: string; more: boolean }>(path: string): Promise<T[]> {
    const pages: T[] = [];
    for (let cursor = ''; ;) {
      const answer = await this.staff.request.get(`${this.url}/api/check-in/${path}${cursor}`, {
        headers: { authorization: `Bearer ${this.observer.token}` },
      });
      const page = (await answer.json()) as T;
      pages.push(page);
      if (!page.more) return pages;
      cursor = `?cursor=${encodeURIComponent(page.cursor)}`;
    }
  }
}

const pairingLink = async (
  url: string,
  staff: BrowserContext,
  conferenceId: string,
  role: 'steward' | 'supervisor',
): Promise<string> => {
  const answer = await staff.request.post(`${url}/api/conferences/${conferenceId}/device-pairings`, {
    data: { role, label: `Phone of a ${role}` },
  });
  return ((await answer.json()) as { link: string }).link;
};

const observer = async (
  url: string,
  staff: BrowserContext,
  conferenceId: string,
  role: 'steward' | 'supervisor',
): Promise<PairedDevice> => {
  const link = await pairingLink(url, staff, conferenceId, role);
  const pairingCode = new URLSearchParams(link.split('?')[1]).get('code');
  const paired = await staff.request.post(`${url}/api/check-in/devices`, {
    data: { pairingCode, name: 'Observer' },
  });
  return (await paired.json()) as PairedDevice;
};
