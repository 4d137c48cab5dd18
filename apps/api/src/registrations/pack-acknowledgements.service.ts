import { type Clock, DomainError, newId, notFound } from '@lectern/core';
import { type Actor, can } from '@lectern/identity';
import {
  type GroupPackState,
  type GroupVisitPack,
  isPackDue,
  type PackAcknowledgement,
} from '@lectern/registrations';
import type { PackAcknowledgementRequest } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { PackContentsService, type PackVersionFacts } from '../conferences/pack-contents.service';
import { VisitPackService } from '../conferences/visit-pack.service';
import { AccountsService } from '../identity/accounts.service';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import { groupCancelled } from './groups.errors';
import { GroupsRepository } from './groups.repository';
import { GroupsService } from './groups.service';
import type { PackAcknowledgementEntity } from './pack-acknowledgement.entity';
import { PackAcknowledgementsRepository } from './pack-acknowledgements.repository';

const packChanged = (version: number): DomainError =>
  new DomainError(
    'conflict',
    'pack-changed',
    'The visit pack has changed since you opened it. Load the page again and read what is new.',
    { details: { version } },
  );

/** Who has read the visit pack: a school says so for its group and version, staff see who has not. */
@Injectable()
export class PackAcknowledgementsService {
  constructor(
    private readonly database: Database,
    private readonly service: GroupsService,
    private readonly groups: GroupsRepository,
    private readonly acknowledgements: PackAcknowledgementsRepository,
    private readonly packs: VisitPackService,
    private readonly contents: PackContentsService,
    private readonly places: ConferencePlacesService,
    private readonly accounts: AccountsService,
    private readonly schools: SchoolsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The pack of the conference that a group comes to. */
  async ofGroup(actor: Actor, groupId: string): Promise<GroupVisitPack> {
    const group = await this.service.own(actor, groupId, 'group.see');
    if (group.status === 'cancelled') throw groupCancelled();
    const pack = await this.packs.of(group.conferenceId);
    const acknowledgement = await this.view((await this.acknowledgements.latest([groupId])).get(groupId));
    return {
      ...pack,
      acknowledgement,
      isDue: isPackDue(pack.version, acknowledgement?.version ?? null),
    };
  }

  /** Records that this version was read; saying so twice is one record. Another version than the latest is not taken. */
  async acknowledge(
    actor: Actor,
    groupId: string,
    { version }: PackAcknowledgementRequest,
  ): Promise<GroupVisitPack> {
    const { conferenceId } = await this.service.own(actor, groupId, 'group.change');
    try {
      await this.database.transaction(async () => {
        await this.places.lock(conferenceId);
        const group = await this.service.own(actor, groupId, 'group.change');
        if (group.status === 'cancelled') throw groupCancelled();
        const pack = await this.packs.of(conferenceId);
        if (pack.version !== version) throw packChanged(pack.version);
        const latest = (await this.acknowledgements.latest([groupId])).get(groupId);
        if (!isPackDue(pack.version, latest?.packVersion ?? null)) return;
        await this.acknowledgements.insert({
          id: newId(),
          groupId,
          packVersion: version,
          acknowledgedBy: actor.accountId,
          acknowledgedAt: this.clock.now(),
        });
        await this.audit.record({
          action: 'visit-pack.acknowledged',
          objectKind: 'group',
          objectId: groupId,
          details: { conferenceId, version },
        });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    return this.ofGroup(actor, groupId);
  }

  /** Every group that comes, or waits to, and where it stands; those who have not read the pack come first. */
  async ofConference(conferenceId: string): Promise<readonly GroupPackState[]> {
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    const groups = await this.groups.live(conference.id);
    const { version } = await this.packs.of(conference.id);
    const latest = await this.acknowledgements.latest(groups.map(({ id }) => id));
    const schools = await this.schools.findAll(groups.map(({ schoolUrn }) => schoolUrn));
    const states = await Promise.all(
      groups.map(async ({ id, schoolUrn }): Promise<GroupPackState> => {
        const acknowledgement = await this.view(latest.get(id));
        return {
          groupId: id,
          school: { urn: schoolUrn, name: schools.get(schoolUrn)?.name ?? schoolUrn },
          acknowledgement,
          isDue: isPackDue(version, acknowledgement?.version ?? null),
        };
      }),
    );
    return states.sort(
      (a, b) => Number(b.isDue) - Number(a.isDue) || a.school.name.localeCompare(b.school.name),
    );
  }

  /** One version of a file, if the actor may read it: staff, schools with a live group, or anyone when it is open. */
  async download(actor: Actor | null, versionId: string): Promise<PackVersionFacts & { bytes: Buffer }> {
    const facts = await this.contents.facts(versionId);
    if (!facts.isOpen && !(await this.mayRead(actor, facts))) throw notFound('file');
    return { ...facts, bytes: await this.contents.bytes(facts.contentId) };
  }

  private async mayRead(actor: Actor | null, facts: PackVersionFacts): Promise<boolean> {
    if (!actor) return false;
    if (can(actor, 'conference.manage')) return true;
    if (facts.isWithdrawn || actor.schoolUrn === undefined) return false;
    const { schoolUrn } = actor;
    if (!can(actor, 'group.see', { schoolUrn })) return false;
    return (await this.groups.live(facts.conferenceId)).some((group) => group.schoolUrn === schoolUrn);
  }

  private async view(row: PackAcknowledgementEntity | undefined): Promise<PackAcknowledgement | null> {
    if (!row) return null;
    const account = await this.accounts.find(row.acknowledgedBy);
    return {
      version: row.packVersion,
      by: account?.name ?? 'A former account',
      at: row.acknowledgedAt.toISOString(),
    };
  }
}
