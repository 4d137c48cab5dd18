import type { Checkpoint, DoorPlacement } from '@lectern/check-in';
import type { Conference } from '@lectern/conferences';
import { newId } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import type { Ticket } from '@lectern/registrations';
import type { INestApplicationContext } from '@nestjs/common';
import { CheckpointsService } from '../check-in/checkpoints.service';
import { DoorPeopleService } from '../check-in/door-people.service';
import { DoorSessions } from '../check-in/door-sessions.service';
import { ScansService } from '../check-in/scans.service';
import { GroupsService } from '../registrations/groups.service';
import { TicketsService } from '../registrations/tickets.service';
import { after } from './demo-clock';
import { type DemoGroup, didCome, type DemoStory } from './demo-story';

/** A party that came, with those of it who did. */
interface Party {
  readonly groupId: string;
  readonly present: readonly Ticket[];
}

/** What happens at the doors of rooms while the day runs, told through the services that phones use. */
export class DemoRooms {
  private readonly checkpoints: CheckpointsService;
  private readonly sessions: DoorSessions;
  private readonly people: DoorPeopleService;
  private readonly scans: ScansService;
  private readonly groups: GroupsService;
  private readonly tickets: TicketsService;

  constructor(
    app: INestApplicationContext,
    private readonly story: DemoStory,
    private readonly staff: Actor,
  ) {
    this.checkpoints = app.get(CheckpointsService);
    this.sessions = app.get(DoorSessions);
    this.people = app.get(DoorPeopleService);
    this.scans = app.get(ScansService);
    this.groups = app.get(GroupsService);
    this.tickets = app.get(TicketsService);
  }

  /** Everybody who came is scanned into the session of their group and out of it; the next one is filling up. */
  async attend(conference: Conference, groups: readonly DemoGroup[], now: Date): Promise<void> {
    const doors = (await this.checkpoints.list(conference.id)).filter(({ session }) => session !== null);
    const { placements } = await this.sessions.read(conference.id);
    const parties = await this.parties(conference, groups);
    const steward = await this.story.pair(conference, 'Workshops');
    for (const door of doors) {
      const guests = guestsOf(door, doors, placements, parties);
      const lost = parties.find(({ groupId }) => !belongs(door, placements, groupId))?.present.at(0);
      const scans = [
        ...guests.map((ticket, n) => this.scan(door, ticket, 'in', n * 0.1)),
        ...(lost ? [this.scan(door, lost, 'in', 4)] : []),
        ...guests.map((ticket, n) => this.scan(door, ticket, 'out', this.lasts(door) + n * 0.05)),
      ].filter(({ scannedAt }) => new Date(scannedAt) <= now);
      if (scans.length > 0) await this.scans.take(steward, { scans });
    }
  }

  /** One pupil too many gets off a coach; the supervisor lets them in, over the places, and staff see it. */
  async walkIn(conference: Conference, schoolUrn: string, at: Date): Promise<void> {
    const group = (await this.groupsOf(conference)).find(({ school }) => school.urn === schoolUrn);
    const [door] = await this.checkpoints.list(conference.id);
    if (!group || !door) return;
    const supervisor = await this.story.pair(conference, 'Foyer desk', 'supervisor');
    await this.people.walkIn(supervisor, {
      id: newId(),
      checkpointId: door.id,
      groupId: group.id,
      kind: 'pupil',
      givenName: 'Robin',
      familyName: 'Lark',
      yearGroup: conference.yearGroups[0] ?? 10,
      reason: 'Joined the school this week, so is not on its list.',
      overPlaces: true,
      scannedAt: at.toISOString(),
    });
  }

  private async groupsOf(conference: Conference) {
    const { items } = await this.groups.list(this.staff, conference.id, 200, undefined);
    return items.filter(({ status }) => status === 'confirmed');
  }

  private async parties(conference: Conference, groups: readonly DemoGroup[]): Promise<Party[]> {
    const came = new Set(groups.filter(({ arrived }) => arrived !== undefined).map(({ urn }) => urn));
    const parties: Party[] = [];
    for (const { id, school } of await this.groupsOf(conference)) {
      if (!came.has(school.urn)) continue;
      const tickets = await this.tickets.list(conference.id, id);
      parties.push({ groupId: id, present: tickets.filter((_, n) => didCome(n)) });
    }
    return parties;
  }

  private lasts({ opensAt, closesAt }: Checkpoint): number {
    return (Date.parse(closesAt ?? '') - Date.parse(opensAt ?? '')) / 60_000 - 12;
  }

  private scan(door: Checkpoint, ticket: Ticket, direction: 'in' | 'out', minutes: number) {
    // The door opens twenty minutes before the session; people come when it is about to begin.
    const scannedAt = after(new Date(door.opensAt ?? 0), 12 + minutes).toISOString();
    return { id: newId(), checkpointId: door.id, ticketId: ticket.id, direction, scannedAt };
  }
}

const belongs = (door: Checkpoint, placements: readonly DoorPlacement[], groupId: string): boolean =>
  placements.some((own) => own.groupId === groupId && own.sessionId === door.session?.sessionId);

/** Whoever belongs in a session; a group that is placed in parts is shared out between them. */
const guestsOf = (
  door: Checkpoint,
  doors: readonly Checkpoint[],
  placements: readonly DoorPlacement[],
  parties: readonly Party[],
): Ticket[] =>
  parties.flatMap(({ groupId, present }) => {
    const parts = doors.filter(
      (other) => other.session?.slotId === door.session?.slotId && belongs(other, placements, groupId),
    );
    const part = parts.findIndex(({ id }) => id === door.id);
    return part < 0 ? [] : present.filter((_, n) => n % parts.length === part);
  });
