import { type Clock, validationFailed } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { type Group, mostPlaces } from '@lectern/registrations';
import type { GroupChange } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupLetters } from './group-letters';
import { groupCancelled, registrationClosed, schoolCapReached } from './groups.errors';
import { GroupsRepository, type NamedCounts } from './groups.repository';
import { GroupsService } from './groups.service';
import { OfferBook } from './offer-book';
import { RosterLock } from './roster-lock.service';
import { WaitingListService } from './waiting-list.service';

const OVER = ['live', 'completed', 'archived', 'cancelled'];

/** Changes to what a group registered. Asking for more never jumps the queue; asking for fewer frees places at once. */
@Injectable()
export class GroupChangesService {
  constructor(
    private readonly database: Database,
    private readonly service: GroupsService,
    private readonly groups: GroupsRepository,
    private readonly places: ConferencePlacesService,
    private readonly waitingList: WaitingListService,
    private readonly book: OfferBook,
    private readonly letters: GroupLetters,
    private readonly lock: RosterLock,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async change(actor: Actor, id: string, change: GroupChange): Promise<Group> {
    const { conferenceId } = await this.service.own(actor, id, 'group.change');
    await this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      const group = await this.service.ownNow(actor, id, 'group.change');
      if (group.status === 'cancelled') throw groupCancelled();
      if (OVER.includes(conference.status)) throw registrationClosed();
      const numbers = this.numbersAfter(group, change);
      const named = (await this.groups.named([id])).get(id) ?? { pupil: 0, adult: 0 };
      this.refuseNumbers(conference, numbers, named);
      if (this.changesNumbers(group, numbers)) {
        await this.lock.pass({ actor, group, conference, step: 'change-numbers', reason: change.reason });
      }
      const places = Math.min(group.places, mostPlaces(numbers.wanted, conference.schoolCap));
      const wantsMore = numbers.wanted > group.pupilsWanted;
      await this.groups.update(id, {
        pupilsWanted: numbers.wanted,
        pupilsMinimum: numbers.minimum,
        adults: numbers.adults,
        places,
        ...(wantsMore ? { queueNumber: await this.places.nextInQueue(conferenceId) } : {}),
        ...(change.visitLeader
          ? {
              visitLeaderName: change.visitLeader.name.trim(),
              visitLeaderPhone: change.visitLeader.phone.trim(),
            }
          : {}),
        ...(change.supervisionReason === undefined
          ? {}
          : { supervisionReason: change.supervisionReason?.trim() || null }),
        ...(change.notes === undefined ? {} : { notes: change.notes?.trim() || null }),
        updatedAt: this.clock.now(),
      });
      await this.places.give(conferenceId, places - group.places);
      await this.book.fit(id, mostPlaces(numbers.wanted, conference.schoolCap), numbers.minimum);
      await this.audit.record({
        action: 'group.changed',
        objectKind: 'group',
        objectId: id,
        details: { fields: Object.keys(change).filter((field) => field !== 'reason'), places },
      });
      await this.waitingList.promote(conferenceId, id);
      await this.letters.changed(group);
    });
    return this.service.see(actor, id);
  }

  private changesNumbers(
    group: GroupEntity,
    numbers: { wanted: number; minimum: number; adults: number },
  ): boolean {
    return (
      numbers.wanted !== group.pupilsWanted ||
      numbers.minimum !== group.pupilsMinimum ||
      numbers.adults !== group.adults
    );
  }

  private numbersAfter(group: GroupEntity, change: GroupChange) {
    const wanted = change.pupilsWanted ?? group.pupilsWanted;
    return {
      wanted,
      // A smaller wish without a new minimum keeps the group willing to come.
      minimum: change.pupilsMinimum ?? Math.min(group.pupilsMinimum, wanted),
      adults: change.adults ?? group.adults,
    };
  }

  private refuseNumbers(
    conference: ConferenceFacts,
    numbers: { wanted: number; minimum: number; adults: number },
    named: NamedCounts,
  ): void {
    const refuse = (field: string, code: string, message: string) =>
      validationFailed([{ field, code, message }]);
    if (numbers.minimum > numbers.wanted) {
      throw refuse(
        'pupilsMinimum',
        'above-wanted',
        'The fewest pupils you would bring cannot be more than the number you want.',
      );
    }
    if (conference.schoolCap !== null && numbers.minimum > conference.schoolCap)
      throw schoolCapReached(conference.schoolCap);
    if (numbers.wanted < named.pupil) {
      throw refuse(
        'pupilsWanted',
        'people-named',
        `The roster names ${named.pupil} pupils. Take some off the roster first.`,
      );
    }
    if (numbers.adults < named.adult) {
      throw refuse(
        'adults',
        'people-named',
        `The roster names ${named.adult} adults. Take some off the roster first.`,
      );
    }
  }
}
