import { type Clock, newId, notFound, type Page, validationFailed } from '@lectern/core';
import { isPublic } from '@lectern/conferences';
import { type Actor, can, type Permission } from '@lectern/identity';
import { decidePlaces, fewestUsable, type Group, lacks } from '@lectern/registrations';
import type { GroupCancellation, GroupRequest } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { cursorOf, placeOf } from '../platform/paging';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { GroupEntity } from './group.entity';
import { GroupLetters } from './group-letters';
import { GroupViews } from './group-views';
import { alreadyRegistered, groupCancelled, registrationClosed, schoolCapReached } from './groups.errors';
import { GroupsRepository } from './groups.repository';
import { OfferBook } from './offer-book';
import { PlaceRulesRepository } from './place-rules.repository';
import { TicketsService } from './tickets.service';
import { WaitingListService } from './waiting-list.service';

const OVER = ['completed', 'archived', 'cancelled'];

const liveKeyOf = (conferenceId: string, schoolUrn: string): string => `${conferenceId}:${schoolUrn}`;

/** School groups: registering, seeing and cancelling; places are decided under the event's lock. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupsRepository,
    private readonly places: ConferencePlacesService,
    private readonly waitingList: WaitingListService,
    private readonly book: OfferBook,
    private readonly views: GroupViews,
    private readonly rules: PlaceRulesRepository,
    private readonly tickets: TicketsService,
    private readonly letters: GroupLetters,
    private readonly schools: SchoolsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async register(actor: Actor, conferenceId: string, request: GroupRequest): Promise<Group> {
    const schoolUrn = await this.schoolOf(actor, request);
    const minimum = request.pupilsMinimum ?? request.pupilsWanted;
    if (minimum > request.pupilsWanted) {
      const message = 'The fewest pupils you would bring cannot be more than the number you want.';
      throw validationFailed([{ field: 'pupilsMinimum', code: 'above-wanted', message }]);
    }
    const id = newId();
    await this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      this.refuseClosed(actor, conference);
      const live = await this.groups.findLive(liveKeyOf(conference.id, schoolUrn));
      if (live) throw alreadyRegistered(live.id);
      const decision = await this.decide(conference, request.pupilsWanted, minimum);
      const now = this.clock.now();
      const row: GroupEntity = {
        id,
        conferenceId: conference.id,
        schoolUrn,
        liveKey: liveKeyOf(conference.id, schoolUrn),
        status: decision.status,
        pupilsWanted: request.pupilsWanted,
        pupilsMinimum: minimum,
        places: decision.places,
        queueNumber: await this.places.nextInQueue(conference.id),
        adults: request.adults,
        visitLeaderName: request.visitLeader.name.trim(),
        visitLeaderPhone: request.visitLeader.phone.trim(),
        supervisionReason: request.supervisionReason?.trim() || null,
        notes: request.notes?.trim() || null,
        registeredBy: actor.accountId,
        registeredAt: now,
        updatedAt: now,
        cancelledAt: null,
        placesGivenBack: null,
        cancellationReason: null,
        resting: null,
        namesRemindedAt: null,
      };
      try {
        await this.groups.insert(row);
      } catch (error) {
        throw isUniqueViolation(error) ? alreadyRegistered(undefined) : error;
      }
      await this.places.give(conference.id, decision.places);
      await this.note('group.registered', id, { status: decision.status, places: decision.places });
      await this.letters.registered(row);
    });
    return this.see(actor, id);
  }

  async see(actor: Actor, id: string): Promise<Group> {
    const group = await this.own(actor, id, 'group.see');
    const [view] = await this.views.of([group]);
    if (!view) throw notFound('group');
    const conference = await this.places.facts(group.conferenceId);
    if (!conference?.codeTag || group.status !== 'confirmed' || OVER.includes(conference.status)) return view;
    return { ...view, partyCode: (await this.tickets.partyCodes(conference))(id) };
  }

  /** Every group of a conference that was not cancelled; who asks has been let in by then. */
  async live(conferenceId: string): Promise<Group[]> {
    return this.views.of(await this.groups.live(conferenceId));
  }

  /** Groups of one conference (staff), or of the actor's school; latest registration first. */
  async list(
    actor: Actor,
    conferenceId: string | undefined,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<Group>> {
    const place = placeOf(cursor, 2);
    const staff = can(actor, 'conference.manage');
    if (!staff && actor.schoolUrn === undefined) throw notFound('list');
    const rows = await this.groups.list({
      ...(conferenceId === undefined ? {} : { conferenceId }),
      ...(staff ? {} : { schoolUrn: actor.schoolUrn ?? '' }),
      limit: limit + 1,
      after: place ? { registeredAt: new Date(Number(place[0])), id: String(place[1]) } : null,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views.of(shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.registeredAt.getTime(), last.id]) : null,
    };
  }

  async cancel(actor: Actor, id: string, { reason }: GroupCancellation): Promise<Group> {
    const { conferenceId } = await this.own(actor, id, 'group.change');
    await this.database.transaction(async () => {
      await this.places.lock(conferenceId);
      const group = await this.ownNow(actor, id, 'group.change');
      if (group.status === 'cancelled') throw groupCancelled();
      await this.book.withdraw(id);
      await this.groups.update(id, {
        status: 'cancelled',
        liveKey: null,
        places: 0,
        placesGivenBack: group.places,
        cancelledAt: this.clock.now(),
        cancellationReason: reason?.trim() || null,
        updatedAt: this.clock.now(),
      });
      await this.places.give(conferenceId, -group.places);
      await this.tickets.cancelAll(group.conferenceId, id);
      await this.note('group.cancelled', id, { places: group.places });
      await this.letters.cancelled(group, reason?.trim() || null);
      await this.waitingList.promote(conferenceId);
    });
    return this.see(actor, id);
  }

  /** The group, if the actor may do this to it; to everybody else it does not exist. */
  async own(actor: Actor, id: string, permission: Permission): Promise<GroupEntity> {
    const group = await this.groups.find(id);
    if (!group || !can(actor, permission, { schoolUrn: group.schoolUrn })) throw notFound('group');
    return group;
  }

  /** The group of an offer, for whoever holds its link. */
  ofOffer(groupId: string): Promise<GroupEntity | null> {
    return this.groups.find(groupId);
  }

  /** The same under the event's lock, as it is now. */
  async ownNow(actor: Actor, id: string, permission: Permission): Promise<GroupEntity> {
    const group = await this.groups.current(id);
    if (!group || !can(actor, permission, { schoolUrn: group.schoolUrn })) throw notFound('group');
    return group;
  }

  /** The group, to show its whole list of people: who looked at it is kept. */
  async ownToRead(
    actor: Actor,
    id: string,
    permission: Permission,
    what: 'roster' | 'tickets' | 'print',
  ): Promise<GroupEntity> {
    const group = await this.own(actor, id, permission);
    await this.audit.recordReading({
      action: 'roster.read',
      objectKind: 'group',
      objectId: id,
      details: { what },
    });
    return group;
  }

  private async decide(
    conference: ConferenceFacts,
    wanted: number,
    minimum: number,
  ): Promise<{ status: 'confirmed' | 'waiting' | 'pending'; places: number }> {
    const queue = await this.groups.queue(conference.id);
    const waitingAhead = queue
      .map((group) => ({
        minimum: fewestUsable(group),
        lacks: lacks(group, conference.schoolCap),
      }))
      .filter((group) => group.lacks > 0);
    // Once the places of a fair conference are shared out, what is left goes by order like any other's.
    const isShared = conference.allocation === 'fair' && (await this.rules.isAllocated(conference.id));
    const decision = decidePlaces(
      { placesLeft: conference.placesLeft, schoolCap: conference.schoolCap, wanted, minimum, waitingAhead },
      isShared ? 'first-come' : conference.allocation,
    );
    if (decision.status === 'refused') throw schoolCapReached(conference.schoolCap ?? 0);
    return { status: decision.status, places: decision.status === 'confirmed' ? decision.places : 0 };
  }

  private refuseClosed(actor: Actor, conference: ConferenceFacts): void {
    if (!isPublic(conference.status) && !can(actor, 'conference.see-drafts')) throw notFound('conference');
    const over = this.clock.now() >= conference.registrationClosesAt;
    if (conference.status !== 'registration-open' || over) throw registrationClosed();
  }

  private async schoolOf(actor: Actor, request: GroupRequest): Promise<string> {
    const urn = request.schoolUrn ?? actor.schoolUrn;
    const refuse = (code: string, message: string) =>
      validationFailed([{ field: 'schoolUrn', code, message }]);
    if (urn === undefined) throw refuse('missing', 'Choose the school that the group comes from.');
    if (!can(actor, 'group.register', { schoolUrn: urn })) throw notFound('school');
    const school = await this.schools.find(urn);
    if (!school)
      throw refuse('unknown-school', 'There is no school with this number. Search for the school by name.');
    if (school.status === 'closed')
      throw refuse('closed-school', 'This school has closed. Choose the school that took its place.');
    return urn;
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'group', objectId, details });
  }
}
