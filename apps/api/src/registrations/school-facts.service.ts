import { type Clock, notFound } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { type Criterion, distanceKm, type PendingGroup, type SchoolFacts } from '@lectern/registrations';
import type { SchoolFactsChange } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { GroupEntity } from './group.entity';
import { SchoolFactsRepository } from './school-facts.repository';

/** What criteria look at in schools: what staff say of them, whether they have been before, and how far they come. */
@Injectable()
export class SchoolFactsService {
  constructor(
    private readonly database: Database,
    private readonly facts: SchoolFactsRepository,
    private readonly schools: SchoolsService,
    private readonly places: ConferencePlacesService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async change(actor: Actor, urn: string, change: SchoolFactsChange): Promise<SchoolFacts> {
    const school = await this.schools.find(urn);
    if (!school) throw notFound('school');
    const { priorityMeasure, projectSchool } = change;
    await this.database.transaction(async () => {
      await this.facts.save({
        schoolUrn: school.urn,
        projectSchool,
        priorityMeasure,
        changedBy: actor.accountId,
        changedAt: this.clock.now(),
      });
      await this.audit.record({
        action: 'school.facts-changed',
        objectKind: 'school',
        objectId: school.urn,
        details: { projectSchool, priorityMeasure },
      });
    });
    return { urn: school.urn, projectSchool, priorityMeasure };
  }

  /** The groups with everything that criteria look at. */
  async gather(
    conference: ConferenceFacts,
    groups: readonly GroupEntity[],
    criteria: readonly Criterion[],
  ): Promise<PendingGroup[]> {
    const urns = groups.map(({ schoolUrn }) => schoolUrn);
    const said = await this.facts.of(urns);
    const earlier = await this.places.startedBefore(conference.startsAt);
    const visited = await this.facts.visited(
      urns,
      earlier.filter((id) => id !== conference.id),
    );
    const grid = await this.schools.gridReferences(urns);
    const host = criteria.find(({ kind }) => kind === 'distance');
    return groups.map((group) => {
      const at = grid.get(group.schoolUrn);
      const isPlaced = host?.easting !== undefined && host.northing !== undefined && at !== undefined;
      return {
        id: group.id,
        urn: group.schoolUrn,
        wanted: group.pupilsWanted,
        minimum: group.pupilsMinimum,
        sequence: group.queueNumber,
        projectSchool: Boolean(said.get(group.schoolUrn)?.projectSchool),
        priorityMeasure: Boolean(said.get(group.schoolUrn)?.priorityMeasure),
        firstVisit: !visited.has(group.schoolUrn),
        distanceKm: isPlaced
          ? distanceKm({ easting: host.easting ?? 0, northing: host.northing ?? 0 }, at)
          : null,
      };
    });
  }
}
