import { validationFailed } from '@lectern/core';
import { checkRoster, type PersonKind } from '@lectern/registrations';
import type { RosterPerson, SubstitutionRequest } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import type { ConferenceFacts } from '../conferences/conference-places.service';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupPost } from './group-post';
import { PeopleLifecycle } from './people-lifecycle';
import { PeopleRepository } from './people.repository';
import type { PersonEntity } from './person.entity';
import { personSwappedLetter } from './roster.letters';
import { type PeopleTerms, RosterPeople } from './roster-people';
import { TicketsService } from './tickets.service';

/** A person on a roster that is open to a change, under the event's lock. */
export interface Found {
  readonly group: GroupEntity;
  readonly conference: ConferenceFacts;
  readonly person: PersonEntity;
  readonly terms: PeopleTerms;
}

/** Refuses a person who could not be on a list; the fields are named as they were asked for. */
export const refusePerson = (asked: RosterPerson, { yearGroups }: ConferenceFacts): void => {
  const errors = checkRoster([asked], { places: 1, yearGroups });
  if (errors.length === 0) return;
  throw validationFailed(
    errors.map((error) => ({ ...error, field: error.field.replace(/^people\[0\]\./, '') })),
  );
};

/** Swaps a person for another in one step, whoever asks: the old ticket is withdrawn as the new one is issued. */
@Injectable()
export class PersonSwaps {
  constructor(
    private readonly lifecycle: PeopleLifecycle,
    private readonly people: PeopleRepository,
    private readonly roster: RosterPeople,
    private readonly tickets: TicketsService,
    private readonly post: GroupPost,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async swap(
    { group, conference, person, terms }: Found,
    request: SubstitutionRequest,
  ): Promise<{ readonly instead: PersonEntity; readonly ticketId: string | null }> {
    const asked = { ...request, kind: person.kind as PersonKind };
    refusePerson(asked, conference);
    const had = await this.tickets.idOf(conference.id, group.id, person.id);
    await this.lifecycle.swap({ conferenceId: conference.id, ticketId: had });
    const instead = this.roster.rowOf(group.id, asked, person.placeInList, terms);
    await this.tickets.replace(conference.id, group.id, person.id);
    await this.people.remove(group.id, [person.id]);
    await this.people.insert([instead]);
    await this.tickets.issueMissing(group.id);
    const ticketId = await this.tickets.idOf(conference.id, group.id, instead.id);
    await this.audit.record({
      action: 'roster.person-swapped',
      objectKind: 'group',
      objectId: group.id,
      details: { personId: person.id, insteadId: instead.id, ticketId },
    });
    const link = `${this.config.url}/groups/${group.id}/tickets`;
    await this.post.tell(group, 'roster.person-swapped', personSwappedLetter(conference.title, link));
    return { instead, ticketId };
  }
}
