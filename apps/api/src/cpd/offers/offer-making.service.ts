import { type Clock, newId, notFound, validationFailed } from '@lectern/core';
import {
  keepsPlaces,
  type OfferMade,
  placeOffer,
  type PresenterOfferStatus,
  standbyPositions,
  TEAM_MAX,
} from '@lectern/cpd';
import type { PresenterOfferRequest, SessionProposalRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { AccountDirectoryService, type DirectoryEntry } from '../../identity/account-directory.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import type { CpdSessionEntity } from '../planning/cpd-session.entity';
import { placeColumns, placeView } from '../planning/cpd-session.mapper';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { CpdSessionsService } from '../planning/cpd-sessions.service';
import { CommitmentsService } from './commitments.service';
import { OfferPost } from './offer-post';
import { standing } from './offer-views';
import { offerMadeLetter } from './offer.letters';
import { alreadyOffered, clashes, offersClosed, teamTooLarge } from './offers.errors';
import { type Offer, PresenterOffersRepository } from './presenter-offers.repository';

/** Teachers who may book a session that trainees propose, until staff say how many. */
const PROPOSED_PLACES = 20;

const isLive = (status: string): boolean =>
  status === 'standby' || keepsPlaces(status as PresenterOfferStatus);

/** Trainees offer to give a session that is planned, or propose one. */
@Injectable()
export class OfferMakingService {
  constructor(
    private readonly database: Database,
    private readonly offers: PresenterOffersRepository,
    private readonly sessions: CpdSessionsRepository,
    private readonly planning: CpdSessionsService,
    private readonly commitments: CommitmentsService,
    private readonly directory: AccountDirectoryService,
    private readonly post: OfferPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async make(actor: Actor, sessionId: string, request: PresenterOfferRequest): Promise<OfferMade> {
    return this.database.transaction(async () => {
      // Who stands before whom, and what is left, is decided by one offer for a session at a time.
      const [session] = await this.sessions.lock([sessionId]);
      if (!session || !['published', 'delivered'].includes(session.status)) throw notFound('session');
      this.checkOpen(session);
      const team = await this.teamOf(actor, request.withTraineeIds ?? [], 'withTraineeIds');
      const others = await this.offers.ofSessions([session.id]);
      this.refuseTwice(actor, team, others);
      const placing = placeOffer(session.presentersWanted, team.length, others.map(standing));
      if (placing.status === 'refused') throw teamTooLarge(session.presentersWanted, team.length);
      await this.refuseClashes(session, team);
      const offer = this.offerOf(session.id, placing.status, request.outline, team);
      await this.store(actor, offer, 'cpd-offer.made');
      const position = standbyPositions([...others, offer].map(standing)).get(offer.id) ?? null;
      await this.post.tellTeam(offer, session, 'cpd-offer.made', (told) => offerMadeLetter(told, position));
      return { id: offer.id, status: placing.status };
    });
  }

  /**
   * A session that nobody has planned, with the offer to give it. It is nobody’s to book until a mentor has approved the
   * offer; then it is a draft, since how many teachers come and when booking opens is for staff to say.
   */
  async propose(actor: Actor, { offer: asked, ...request }: SessionProposalRequest): Promise<OfferMade> {
    return this.database.transaction(async () => {
      await this.planning.check(request);
      const now = this.clock.now();
      if (new Date(request.startsAt) <= now) {
        const message = 'Choose a time that is still to come.';
        throw validationFailed([{ field: 'startsAt', code: 'in-the-past', message }]);
      }
      const team = await this.teamOf(actor, asked.withTraineeIds ?? [], 'offer.withTraineeIds');
      const session: CpdSessionEntity = {
        id: newId(),
        programmeId: request.programmeId,
        seriesId: null,
        topicId: request.topicId,
        title: request.title,
        startsAt: new Date(request.startsAt),
        endsAt: new Date(request.endsAt),
        ...placeColumns(request.place),
        teacherPlaces: PROPOSED_PLACES,
        placesGiven: 0,
        presentersWanted: team.length,
        status: 'proposed',
        cancellationReason: null,
        calendarSequence: 0,
        createdBy: actor.accountId,
        createdAt: now,
        updatedAt: now,
      };
      await this.refuseClashes(session, team);
      await this.sessions.insert(session);
      const offer = this.offerOf(session.id, 'offered', asked.outline, team);
      await this.store(actor, offer, 'cpd-offer.proposed');
      await this.post.tellTeam(offer, session, 'cpd-offer.made', (told) => offerMadeLetter(told, null));
      return { id: offer.id, status: 'offered' };
    });
  }

  private checkOpen(session: CpdSessionEntity): void {
    if (session.status !== 'published' || session.startsAt <= this.clock.now())
      throw offersClosed('This session has begun or is over, so it takes no more offers.');
    if (session.presentersWanted === 0)
      throw offersClosed('University staff give this session themselves, so it takes no offers.');
  }

  /** Whoever offers, then the others; all of them trainees whose accounts are in use. */
  private async teamOf(actor: Actor, otherIds: readonly string[], field: string): Promise<DirectoryEntry[]> {
    const others = otherIds.filter((id) => id !== actor.accountId);
    if (others.length > TEAM_MAX - 1) {
      const message = `A team has ${TEAM_MAX} people at most.`;
      throw validationFailed([{ field, code: 'too-many', message }]);
    }
    const found = await this.directory.named([actor.accountId, ...others], 'trainee');
    const team = [actor.accountId, ...others].map((id) => found.get(id));
    if (!team.every((one): one is DirectoryEntry => one?.isInUse === true)) {
      const message = 'Choose trainees with an account in use. Search for them by name.';
      throw validationFailed([{ field, code: 'not-a-trainee', message }]);
    }
    return team;
  }

  private refuseTwice(actor: Actor, team: readonly DirectoryEntry[], others: readonly Offer[]): void {
    const taken = others
      .filter(({ status }) => isLive(status))
      .flatMap(({ presenters }) => presenters.map(({ accountId }) => accountId));
    const twice = team.filter(({ id }) => taken.includes(id));
    if (twice.some(({ id }) => id === actor.accountId)) throw alreadyOffered([], true);
    if (twice.length > 0)
      throw alreadyOffered(
        twice.map(({ name }) => name),
        false,
      );
  }

  private async refuseClashes(session: CpdSessionEntity, team: readonly DirectoryEntry[]): Promise<void> {
    const found = await this.commitments.clashesOf({
      id: session.id,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      place: placeView(session),
      people: team.map(({ id, name }) => ({ accountId: id, name })),
      asksForRoom: session.status === 'proposed',
    });
    if (found.length > 0) throw clashes(found, session.placeName);
  }

  private offerOf(
    sessionId: string,
    status: 'offered' | 'standby',
    outline: string,
    team: readonly DirectoryEntry[],
  ): Offer {
    const id = newId();
    const now = this.clock.now();
    return {
      id,
      sessionId,
      liveKey: `${sessionId}:${team[0]?.id ?? ''}`,
      status,
      outline,
      offeredAt: now,
      updatedAt: now,
      mentorsToldAt: null,
      presenters: team.map((one, at) => ({
        id: newId(),
        offerId: id,
        accountId: one.id,
        placeInList: at,
        isLead: at === 0,
      })),
    };
  }

  private async store(actor: Actor, offer: Offer, action: string): Promise<void> {
    await this.offers.insert(offer);
    await this.offers.addEntry({
      id: newId(),
      offerId: offer.id,
      action: 'offer',
      party: 'presenter',
      writtenBy: actor.accountId,
      text: offer.outline,
      writtenAt: offer.offeredAt,
    });
    await this.audit.record({
      action,
      objectKind: 'cpd-offer',
      objectId: offer.id,
      details: { sessionId: offer.sessionId, people: offer.presenters.length, status: offer.status },
    });
  }
}
