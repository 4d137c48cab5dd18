import {
  type AllocatedGroup,
  type AllocationBoard,
  type AllocationOutcome,
  type AllocationSchool,
  type AllocationTrial,
  fingerprintOf,
  pointsOf,
} from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import type { ConferenceFacts } from '../conferences/conference-places.service';
import { SchoolsService } from '../schools/schools.service';
import { AllocationRepository } from './allocation.repository';
import type { GroupEntity } from './group.entity';
import { PlaceRulesRepository } from './place-rules.repository';
import { PlaceRulesService } from './place-rules.service';
import { SchoolFactsService } from './school-facts.service';

/** Shows allocations to staff: the schools with their facts, a trial, and what was published. */
@Injectable()
export class AllocationViews {
  constructor(
    private readonly allocations: AllocationRepository,
    private readonly rules: PlaceRulesService,
    private readonly stored: PlaceRulesRepository,
    private readonly facts: SchoolFactsService,
    private readonly schools: SchoolsService,
  ) {}

  async board(
    conference: ConferenceFacts,
    groups: readonly GroupEntity[],
    due: readonly string[],
  ): Promise<AllocationBoard> {
    const rules = await this.rules.of(conference);
    const row = await this.stored.find(conference.id);
    const byId = new Map(groups.map((group) => [group.id, group]));
    const named = await this.names(groups);
    const gathered = await this.facts.gather(conference, groups, rules.criteria);
    return {
      rules,
      placesToShare: Math.max(0, conference.placesLeft),
      schoolCap: conference.schoolCap,
      isDue:
        conference.allocation === 'fair' && due.includes(conference.status) && rules.allocatedAt === null,
      schools: gathered.map(({ id, urn, wanted, minimum, sequence: _, ...facts }): AllocationSchool => ({
        ...facts,
        groupId: id,
        school: named(urn),
        pupilsWanted: wanted,
        pupilsMinimum: minimum,
        registeredAt: byId.get(id)?.registeredAt.toISOString() ?? '',
      })),
      published: rules.allocatedAt
        ? {
            at: rules.allocatedAt,
            seed: row?.seed ?? '',
            items: (await this.allocations.of(conference.id)).flatMap((outcome) => {
              const group = byId.get(outcome.groupId);
              if (!group) return [];
              const { rankNumber, points, places, reason } = outcome;
              return [this.item(group, { rank: rankNumber, score: points, places, reason }, named)];
            }),
          }
        : null,
    };
  }

  async trial(
    conference: ConferenceFacts,
    outcomes: readonly AllocatedGroup[],
    groups: readonly GroupEntity[],
  ): Promise<AllocationTrial> {
    const named = await this.names(groups);
    const byId = new Map(groups.map((group) => [group.id, group]));
    return {
      seed: conference.id,
      fingerprint: fingerprintOf(outcomes),
      placesToShare: Math.max(0, conference.placesLeft),
      placesGiven: outcomes.reduce((sum, { places }) => sum + places, 0),
      items: outcomes.flatMap((outcome) => {
        const group = byId.get(outcome.id);
        return group ? [this.item(group, outcome, named)] : [];
      }),
    };
  }

  private item(
    group: GroupEntity,
    { rank, score, places, reason }: Omit<AllocatedGroup, 'id'>,
    named: (urn: string) => AllocationOutcome['school'],
  ): AllocationOutcome {
    return {
      groupId: group.id,
      school: named(group.schoolUrn),
      rank,
      points: pointsOf(score),
      pupilsWanted: group.pupilsWanted,
      pupilsMinimum: group.pupilsMinimum,
      places,
      reason,
    };
  }

  private async names(groups: readonly GroupEntity[]): Promise<(urn: string) => AllocationOutcome['school']> {
    const schools = await this.schools.findAll([...new Set(groups.map(({ schoolUrn }) => schoolUrn))]);
    return (urn) => ({ urn, name: schools.get(urn)?.name ?? urn, town: schools.get(urn)?.town ?? '' });
  }
}
