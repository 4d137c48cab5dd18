import { type Group, waitingPositions } from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { VisitPackService } from '../conferences/visit-pack.service';
import { SchoolsService } from '../schools/schools.service';
import { AllocationRepository } from './allocation.repository';
import type { GroupEntity } from './group.entity';
import { groupView } from './group.mapper';
import { GroupReadinessRepository, NOT_READY } from './group-readiness.repository';
import { GroupsRepository } from './groups.repository';
import { OffersRepository } from './offers.repository';

/** Gathers what the views of groups are made of, for many groups at once. */
@Injectable()
export class GroupViews {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly offers: OffersRepository,
    private readonly allocations: AllocationRepository,
    private readonly places: ConferencePlacesService,
    private readonly schools: SchoolsService,
    private readonly readiness: GroupReadinessRepository,
    private readonly packs: VisitPackService,
  ) {}

  async of(rows: readonly GroupEntity[]): Promise<Group[]> {
    const ids = rows.map((row) => row.id);
    const named = await this.groups.named(ids);
    const offers = await this.offers.openOfAll(ids);
    const readiness = await this.readiness.of(ids);
    const reasons = await this.allocations.reasons(ids);
    const conferenceIds = [...new Set(rows.map((row) => row.conferenceId))];
    const packs = await this.packs.versionsOf(conferenceIds);
    const conferences = new Map<string, ConferenceFacts>();
    const positions = new Map<string, number>();
    for (const conferenceId of conferenceIds) {
      const conference = await this.places.facts(conferenceId);
      if (!conference) continue;
      conferences.set(conferenceId, conference);
      const queue = await this.groups.positions(conferenceId);
      for (const [id, position] of waitingPositions(queue, conference.schoolCap)) positions.set(id, position);
    }
    const schools = await this.schools.findAll([...new Set(rows.map((row) => row.schoolUrn))]);
    return rows.flatMap((group) => {
      const conference = conferences.get(group.conferenceId);
      if (!conference) return [];
      return [
        groupView({
          group,
          conference,
          school: schools.get(group.schoolUrn) ?? null,
          named: named.get(group.id) ?? { pupil: 0, adult: 0 },
          position: positions.get(group.id),
          offer: offers.get(group.id) ?? null,
          allocationReason: reasons.get(group.id) ?? null,
          readiness: readiness.get(group.id) ?? NOT_READY,
          packVersion: packs.get(group.conferenceId) ?? 0,
        }),
      ];
    });
  }
}
