import type { Conference } from '@lectern/conferences';
import type { ConferenceRequest } from '@lectern/conferences/requests';
import { newId } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { DevicesService } from '../check-in/devices.service';
import { CheckpointsService } from '../check-in/checkpoints.service';
import { ScansService } from '../check-in/scans.service';
import { ConferencesService } from '../conferences/conferences.service';
import type { DeviceVisitor } from '../platform/visitors';
import { GroupsService } from '../registrations/groups.service';
import { RosterService } from '../registrations/roster.service';
import { TicketsService } from '../registrations/tickets.service';
import { after, daysAfter, type DemoClock } from './demo-clock';
import { demoLeader, demoRoster } from './demo-people';

/** One school's part in a demo conference. */
export interface DemoGroup {
  readonly urn: string;
  readonly pupils: number;
  readonly minimum?: number;
  readonly adults: number;
  /** How many of the pupils are on the roster. */
  readonly named: number;
  /** Minutes after the start when its coach arrived; absent when it has not. */
  readonly arrived?: number;
  readonly cancelled?: string;
}

type Plan = Pick<ConferenceRequest, 'title' | 'summary' | 'venue' | 'yearGroups' | 'pupilPlaces'> & {
  readonly schoolCap: number;
  readonly allocation?: ConferenceRequest['allocation'];
  readonly startsAt: Date;
  readonly hours: number;
};

/** Whether somebody came, by their place on the list: a few never do. */
export const didCome = (n: number): boolean => n % 14 !== 6;

/** Tells the demo's story through the same services that people use, at the times when it happened. */
export class DemoStory {
  private readonly conferences: ConferencesService;
  private readonly groups: GroupsService;
  private readonly rosters: RosterService;
  private readonly tickets: TicketsService;
  private readonly devices: DevicesService;
  private readonly checkpoints: CheckpointsService;
  private readonly scans: ScansService;

  constructor(
    app: INestApplicationContext,
    private readonly clock: DemoClock,
    private readonly staff: Actor,
  ) {
    this.conferences = app.get(ConferencesService);
    this.groups = app.get(GroupsService);
    this.rosters = app.get(RosterService);
    this.tickets = app.get(TicketsService);
    this.devices = app.get(DevicesService);
    this.checkpoints = app.get(CheckpointsService);
    this.scans = app.get(ScansService);
  }

  /** A conference whose registration opened seven weeks before it starts; the clock stands at the opening. */
  async open(plan: Plan): Promise<Conference> {
    const { startsAt, hours, ...facts } = plan;
    const opens = daysAfter(startsAt, -49);
    this.clock.goTo(daysAfter(opens, -3));
    const conference = await this.conferences.create(this.staff, {
      allocation: 'first-come',
      ...facts,
      pupilsPerAdult: 15,
      startsAt: startsAt.toISOString(),
      endsAt: after(startsAt, hours * 60).toISOString(),
      registrationOpensAt: opens.toISOString(),
      registrationClosesAt: daysAfter(startsAt, -7).toISOString(),
      finalNumbersAt: daysAfter(startsAt, -5).toISOString(),
    });
    await this.conferences.move(conference.id, { to: 'published' });
    this.clock.goTo(opens);
    return this.conferences.move(conference.id, { to: 'registration-open' });
  }

  /** Registers the groups one after another, half a day apart, and names their people. */
  async register(conference: Conference, groups: readonly DemoGroup[], until: Date): Promise<void> {
    for (const [index, group] of groups.entries()) {
      const at = daysAfter(this.clock.now(), 0.5);
      this.clock.goTo(at < until ? at : until);
      const number = Number(group.urn);
      const made = await this.groups.register(this.staff, conference.id, {
        schoolUrn: group.urn,
        pupilsWanted: group.pupils,
        ...(group.minimum === undefined ? {} : { pupilsMinimum: group.minimum }),
        adults: group.adults,
        visitLeader: demoLeader(number + index),
      });
      if (group.named > 0) {
        const year = conference.yearGroups[0] ?? 10;
        await this.rosters.save(this.staff, made.id, {
          people: demoRoster(number, group.named, group.adults, year),
        });
      }
      if (group.cancelled) await this.groups.cancel(this.staff, made.id, { reason: group.cancelled });
    }
  }

  /** Closes registration and opens the day. */
  async begin(conference: Conference, at: Date): Promise<void> {
    this.clock.goTo(daysAfter(new Date(conference.startsAt), -7));
    await this.conferences.move(conference.id, { to: 'registration-closed' });
    this.clock.goTo(at);
    await this.conferences.move(conference.id, { to: 'live' });
  }

  async end(conference: Conference): Promise<void> {
    this.clock.goTo(after(new Date(conference.endsAt), 30));
    await this.conferences.move(conference.id, { to: 'completed' });
  }

  /** Two stewards scan the coaches in as they arrive; a few pupils never came, some badges are shown twice. */
  async arrive(conference: Conference, groups: readonly DemoGroup[], now: Date): Promise<void> {
    this.clock.goTo(after(new Date(conference.startsAt), -60));
    const doors = [await this.pair(conference, 'North door'), await this.pair(conference, 'Foyer')];
    const [door] = await this.checkpoints.list(conference.id);
    if (!door) return;
    const listed = await this.groups.list(this.staff, conference.id, 200, undefined);
    this.clock.goTo(now);
    for (const [index, group] of groups.entries()) {
      const found = listed.items.find((item) => item.school.urn === group.urn && item.status === 'confirmed');
      const device = doors[index % doors.length];
      if (!found || group.arrived === undefined || !device) continue;
      const arrival = after(new Date(conference.startsAt), group.arrived);
      const tickets = await this.tickets.list(conference.id, found.id);
      const present = tickets.filter((_, n) => didCome(n));
      const scan = (code: string, minutes: number, direction: 'in' | 'out' = 'in') => ({
        id: newId(),
        checkpointId: door.id,
        code,
        direction,
        scannedAt: after(arrival, minutes).toISOString(),
      });
      const scans = [
        ...present.map((ticket, n) => scan(ticket.code, n * 0.15)),
        ...present.slice(0, index % 3).map((ticket) => scan(ticket.code, 6)),
        ...(index % 3 === 1 ? [scan('NOT-A-TICKET', 7)] : []),
        ...present.slice(-1).flatMap((ticket) => (index % 4 === 2 ? [scan(ticket.code, 40, 'out')] : [])),
      ];
      await this.scans.take(device, { scans: scans.filter(({ scannedAt }) => new Date(scannedAt) <= now) });
    }
  }

  /** Everybody goes home. */
  async leave(conference: Conference): Promise<void> {
    const now = new Date(conference.endsAt);
    this.clock.goTo(after(now, 20));
    const device = await this.pair(conference, 'Way out');
    const [door] = await this.checkpoints.list(conference.id);
    const listed = await this.groups.list(this.staff, conference.id, 200, undefined);
    for (const group of listed.items.filter(({ status }) => status === 'confirmed')) {
      const tickets = await this.tickets.list(conference.id, group.id);
      const present = tickets.filter((_, n) => didCome(n));
      if (present.length === 0 || !door) continue;
      const scans = present.map(({ code }) => ({
        id: newId(),
        checkpointId: door.id,
        code,
        direction: 'out' as const,
        scannedAt: now.toISOString(),
      }));
      await this.scans.take(device, { scans });
    }
  }

  /** A phone at a door. */
  async pair(
    conference: Conference,
    label: string,
    role: DeviceVisitor['role'] = 'steward',
  ): Promise<DeviceVisitor> {
    const { pairingCode } = await this.devices.invite(this.staff, conference.id, { role, label });
    const paired = await this.devices.pair({ pairingCode, name: label }, 'demo');
    return { deviceId: paired.deviceId, conferenceId: conference.id, role: paired.role, name: label };
  }
}
