import { computed, inject, Injectable } from '@angular/core';
import { type RosterEntry, searchablePerson, type SearchablePerson } from '@lectern/check-in';
import { DeviceStore } from '../device/device-store';
import { DoorBook } from './door-book';
import { Roster } from './roster';

/** Where somebody is, in a word and with when; never by colour alone. */
export interface PersonState {
  readonly word: string;
  readonly since: string | null;
  readonly tone: 'here' | 'stop' | 'none';
}

/** A school's party as a door sees it. */
export interface Party {
  readonly groupId: string;
  readonly school: string;
  readonly status: 'confirmed' | 'not-confirmed' | 'cancelled';
  readonly people: readonly RosterEntry[];
}

const WITHDRAWN: Partial<Record<RosterEntry['status'], string>> = {
  replaced: 'Somebody else comes',
  revoked: 'Withdrawn',
  cancelled: 'Cancelled',
};

const { compare } = new Intl.Collator('en-GB', { numeric: true });

/** The people of this phone's list, as panels show them. */
@Injectable({ providedIn: 'root' })
export class People {
  private readonly devices = inject(DeviceStore);
  private readonly roster = inject(Roster);
  private readonly book = inject(DoorBook);
  /** An entry that has not changed is made ready for searches once. */
  private readonly ready = new WeakMap<RosterEntry, SearchablePerson>();

  readonly searchable = computed<readonly SearchablePerson[]>(() => {
    this.roster.version();
    return Array.from(this.roster.entries.values(), (entry) => {
      const made = this.ready.get(entry) ?? searchablePerson(entry);
      this.ready.set(entry, made);
      return made;
    });
  });

  /** Every party with its people, by school; withdrawn people are left out. */
  readonly parties = computed<readonly Party[]>(() => {
    this.roster.version();
    const groups = this.devices.state()?.groups ?? [];
    const parties = new Map(
      groups.map((group) => [group.groupId, { ...group, people: [] as RosterEntry[] }]),
    );
    for (const entry of this.roster.entries.values()) {
      if (WITHDRAWN[entry.status]) continue;
      const party = parties.get(entry.groupId);
      if (party) party.people.push(entry);
      else {
        const { groupId, school } = entry;
        parties.set(groupId, { groupId, school, status: 'confirmed', people: [entry] });
      }
    }
    for (const { people } of parties.values()) people.sort((a, b) => compare(a.displayName, b.displayName));
    return [...parties.values()]
      .filter(({ people }) => people.length > 0)
      .sort((a, b) => compare(a.school, b.school) || compare(a.groupId, b.groupId));
  });

  party(groupId: string): Party | null {
    return this.parties().find((one) => one.groupId === groupId) ?? null;
  }

  person(ticketId: string): RosterEntry | null {
    this.roster.version();
    return this.roster.person(ticketId);
  }

  /** Whether somebody is inside where this phone stands. */
  isInside(ticketId: string): boolean {
    const checkpoint = this.devices.checkpoint();
    return checkpoint !== null && (this.book.admission(ticketId, checkpoint)?.inside ?? false);
  }

  stateOf(entry: RosterEntry): PersonState {
    const checkpoint = this.devices.checkpoint();
    const admission = checkpoint && this.book.admission(entry.ticketId, checkpoint);
    const since = admission?.firstAdmittedAt ?? null;
    if (admission?.inside) return { word: '● In', since, tone: 'here' };
    const withdrawn = WITHDRAWN[entry.status];
    if (withdrawn) return { word: `✕ ${withdrawn}`, since: null, tone: 'stop' };
    if (admission) return { word: '○ Left', since: null, tone: 'none' };
    return entry.status === 'not-confirmed'
      ? { word: '◔ Not confirmed', since: null, tone: 'stop' }
      : { word: '○ Not in yet', since: null, tone: 'none' };
  }
}
