import { type Clock, DomainError, notFound, type Page, validationFailed } from '@lectern/core';
import { type Actor, can } from '@lectern/identity';
import type { ClosedSchool, GroupLeftBehind, NamedSchool, SuccessionReport } from '@lectern/registrations';
import type { SuccessionRequest } from '@lectern/registrations/requests';
import type { SchoolBrief } from '@lectern/schools';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { AccountMovesService } from '../identity/account-moves.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import { type MovingGroup, SuccessionRepository } from './succession.repository';

const named = ({ urn, name, town }: SchoolBrief): NamedSchool => ({ urn, name, town });

/**
 * When a school closes, staff move its people and its groups to come to the school that took its place, in one
 * decision. Past groups stay under the name that they came with.
 */
@Injectable()
export class SchoolSuccessionService {
  constructor(
    private readonly database: Database,
    private readonly groups: SuccessionRepository,
    private readonly accounts: AccountMovesService,
    private readonly places: ConferencePlacesService,
    private readonly schools: SchoolsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every closed school that still has people or groups to come. */
  async list(): Promise<Page<ClosedSchool>> {
    const accounts = await this.accounts.countAtClosedSchools();
    const groups = await this.groups.countAtClosedSchools();
    const schools = await this.schools.findAll([...new Set([...accounts.keys(), ...groups.keys()])]);
    const items = [...schools.values()]
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.urn.localeCompare(b.urn))
      .map((school) => ({
        school: named(school),
        successor: school.successor ? named(school.successor) : null,
        accounts: accounts.get(school.urn) ?? 0,
        groups: groups.get(school.urn) ?? 0,
      }));
    return { items, nextCursor: null };
  }

  async succeed(actor: Actor, urn: string, request: SuccessionRequest): Promise<SuccessionReport> {
    const closed = await this.schools.find(urn);
    if (!closed || !can(actor, 'school.move')) throw notFound('school');
    if (closed.status !== 'closed') {
      throw new DomainError(
        'conflict',
        'not-closed',
        `${closed.name} is open, so what belongs to it stays. Move single people under “People and schools”.`,
      );
    }
    const to = await this.successorOf(urn, request.successorUrn);
    return this.database.transaction(async () => {
      const accounts = await this.accounts.succeed(urn, to);
      const moving = await this.groups.toCome(urn);
      const leftBehind: GroupLeftBehind[] = [];
      for (const group of moving) {
        if (!(await this.move(group, urn, to))) {
          leftBehind.push({ groupId: group.id, conferenceTitle: group.conferenceTitle });
        }
      }
      const groups = moving.length - leftBehind.length;
      await this.audit.record({
        action: 'school.succeeded',
        objectKind: 'school',
        objectId: urn,
        details: { to, accounts, groups, leftBehind: leftBehind.length },
      });
      return { accounts, groups, leftBehind };
    });
  }

  private async successorOf(urn: string, successorUrn: string): Promise<string> {
    const refuse = (code: string, message: string) =>
      validationFailed([{ field: 'successorUrn', code, message }]);
    const successor = await this.schools.find(successorUrn);
    if (!successor || successorUrn === urn)
      throw refuse('unknown-school', 'Choose the school that took its place from the list.');
    if (successor.status === 'closed')
      throw refuse('closed-school', 'That school has closed as well. Choose the one that is open today.');
    return successorUrn;
  }

  /** Moves one group under its event's lock; false when the successor has a group for the same conference. */
  private async move(group: MovingGroup, from: string, to: string): Promise<boolean> {
    await this.places.lock(group.conferenceId);
    if (await this.groups.hasLive(group.conferenceId, to)) return false;
    const moved = await this.groups.move(group, from, to, this.clock.now());
    // Cancelled while we waited for the lock: then there is nothing to move.
    if (moved === 0) return false;
    // Doors show the school beside the name, so they must learn of it.
    await this.groups.renewTickets(group.id, await this.places.nextRosterVersion(group.conferenceId));
    await this.audit.record({
      action: 'group.moved',
      objectKind: 'group',
      objectId: group.id,
      details: { from, to },
    });
    return true;
  }
}
