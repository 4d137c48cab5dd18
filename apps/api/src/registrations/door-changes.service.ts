import { type Clock, validationFailed } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import type { ConferenceFacts } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { DoorChangeEntity } from './door-change.entity';
import { groupNotConfirmed } from './door-people.errors';
import type { GroupEntity } from './group.entity';
import { GroupsRepository } from './groups.repository';
import { refuseUnchangeable } from './roster.service';

/** Who asks at the door: the id that they made for it, by which a repeat is known, and the name that is kept. */
export interface AtDoor {
  readonly id: string;
  readonly conferenceId: string;
  readonly madeBy: string;
}

/** What is kept of somebody who was put on a list at the door: why, and whether there was a place; never their name. */
@Injectable()
export class DoorChanges {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The ticket that was issued for a request with this id before; null when it is new. */
  async ticketOf({ id, conferenceId }: Pick<AtDoor, 'id' | 'conferenceId'>): Promise<string | null> {
    const known = await this.database.reader.findOneBy(DoorChangeEntity, { id });
    if (!known) return null;
    if (known.conferenceId === conferenceId) return known.ticketId;
    throw validationFailed([
      { field: 'id', code: 'id-used', message: 'This id was used at another conference. Send a new one.' },
    ]);
  }

  /** The confirmed group of this conference that somebody comes with; under the event's lock. */
  async groupOf(conference: ConferenceFacts, groupId: string): Promise<GroupEntity> {
    const group = await this.groups.current(groupId);
    if (group?.conferenceId !== conference.id) {
      const message = 'There is no such group at this conference. Choose the school that they came with.';
      throw validationFailed([{ field: 'groupId', code: 'unknown-group', message }]);
    }
    refuseUnchangeable(group, conference);
    if (group.status !== 'confirmed') throw groupNotConfirmed();
    return group;
  }

  async keep(
    by: AtDoor,
    change: Pick<DoorChangeEntity, 'groupId' | 'ticketId' | 'kind' | 'reason' | 'overPlaces'>,
  ): Promise<void> {
    const row = { ...by, ...change, reason: change.reason.trim(), madeAt: this.clock.now() };
    await this.database.writer.insert(DoorChangeEntity, row);
  }
}
