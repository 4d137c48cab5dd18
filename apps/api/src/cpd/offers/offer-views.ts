import type { Clock } from '@lectern/core';
import {
  notSuitable,
  offerActionsFor,
  type OfferParty,
  type OfferThreadEntry,
  type PresenterOffer,
  type PresenterOfferStatus,
  standbyPositions,
  type StandingOffer,
  SUITABILITY_YEARS,
  type TeamMember,
} from '@lectern/cpd';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AccountDirectoryService } from '../../identity/account-directory.service';
import { CLOCK } from '../../platform/tokens';
import { placeView } from '../planning/cpd-session.mapper';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import type { OfferEntryEntity } from './offer-entry.entity';
import { type Offer, PresenterOffersRepository } from './presenter-offers.repository';
import { SuitabilityRepository } from './suitability.repository';

/** The part that somebody has in an offer; null when it is none of theirs. A mentor in the team is of the team. */
export const partyOf = (actor: Actor, { presenters }: Pick<Offer, 'presenters'>): OfferParty | null => {
  if (presenters.some(({ accountId }) => accountId === actor.accountId)) return 'presenter';
  if (!can(actor, 'offer.decide')) return null;
  return can(actor, 'cpd.plan') ? 'staff' : 'mentor';
};

export const standing = ({ id, status, presenters, offeredAt }: Offer): StandingOffer => ({
  id,
  status: status as PresenterOfferStatus,
  people: presenters.length,
  offeredAt: offeredAt.toISOString(),
});

/** The team of an offer with what is on record about each. */
export type Team = readonly (TeamMember & { readonly isLead: boolean; readonly presenterId: string })[];

/** Offers as those who have to do with them see them. */
@Injectable()
export class OfferViews {
  constructor(
    private readonly offers: PresenterOffersRepository,
    private readonly sessions: CpdSessionsRepository,
    private readonly suitability: SuitabilityRepository,
    private readonly directory: AccountDirectoryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The teams by offer, in the order of each team. */
  async teamsOf(offers: readonly Offer[]): Promise<ReadonlyMap<string, Team>> {
    const ids = offers.flatMap(({ presenters }) => presenters.map(({ accountId }) => accountId));
    const people = await this.directory.named(ids);
    const history = await this.suitability.historyOf(ids);
    return new Map(
      offers.map(({ id, presenters }) => [
        id,
        presenters.map((one) => ({
          presenterId: one.id,
          accountId: one.accountId,
          name: people.get(one.accountId)?.name ?? 'Somebody who has left',
          isLead: one.isLead,
          suitability: history.get(one.accountId)?.[0] ?? null,
        })),
      ]),
    );
  }

  /** As this reader sees them; the offers are theirs to see. */
  async of(actor: Actor, offers: readonly Offer[]): Promise<PresenterOffer[]> {
    const sessionIds = [...new Set(offers.map(({ sessionId }) => sessionId))];
    const sessions = new Map((await this.sessions.findAll(sessionIds)).map((row) => [row.id, row]));
    const positions = standbyPositionsBySession(await this.offers.ofSessions(sessionIds));
    const teams = await this.teamsOf(offers);
    const entries = await this.offers.entriesOf(offers.map(({ id }) => id));
    const names = await this.directory.named(entries.flatMap(({ writtenBy }) => writtenBy ?? []));
    return offers.flatMap((offer) => {
      const session = sessions.get(offer.sessionId);
      if (!session) return [];
      const thread = entries
        .filter(({ offerId }) => offerId === offer.id)
        .map((entry) => entryView(entry, names.get(entry.writtenBy ?? '')?.name));
      return [
        this.view(actor, offer, session, {
          team: teams.get(offer.id) ?? [],
          thread,
          standbyPosition: positions.get(offer.id) ?? null,
        }),
      ];
    });
  }

  private view(
    actor: Actor,
    offer: Offer,
    session: CpdSessionRow,
    {
      team,
      thread,
      standbyPosition,
    }: { team: Team; thread: OfferThreadEntry[]; standbyPosition: number | null },
  ): PresenterOffer {
    const now = this.clock.now();
    const place = placeView(session);
    const times = { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() };
    const isProposal = session.status === 'proposed';
    const lacking = notSuitable(team, { now, sessionEndsAt: session.endsAt }, SUITABILITY_YEARS);
    const seesAll = can(actor, 'suitability.manage');
    const status = offer.status as PresenterOfferStatus;
    return {
      id: offer.id,
      status,
      standbyPosition,
      sessionId: isProposal ? null : session.id,
      session: {
        title: session.title,
        topicTitle: session.topicTitle,
        programmeLabel: session.programmeLabel,
        ...times,
        place,
        status: session.status as PresenterOffer['session']['status'],
        presentersWanted: session.presentersWanted,
      },
      proposal: isProposal
        ? {
            programmeId: session.programmeId,
            topicId: session.topicId,
            title: session.title,
            ...times,
            place,
          }
        : null,
      presenters: team.map(({ accountId, name, isLead }) => ({
        accountId,
        name,
        isLead,
        ...(seesAll || accountId === actor.accountId
          ? { isSuitable: lacking.every(({ member }) => member.accountId !== accountId) }
          : {}),
      })),
      outline: offer.outline,
      offeredAt: offer.offeredAt.toISOString(),
      thread,
      actions: offerActionsFor({
        status,
        by: partyOf(actor, offer) ?? 'nobody',
        sessionStartsAt: session.startsAt,
        now,
      }),
    };
  }
}

const PARTY_NAMES: Readonly<Record<OfferParty, string>> = {
  presenter: 'A trainee',
  mentor: 'A mentor',
  staff: 'University staff',
  nobody: 'Lectern',
};

const entryView = (entry: OfferEntryEntity, name: string | undefined): OfferThreadEntry => {
  const party = entry.party as OfferParty;
  return {
    id: entry.id,
    action: entry.action as OfferThreadEntry['action'],
    by: { name: name ?? PARTY_NAMES[party], party },
    text: entry.text,
    at: entry.writtenAt.toISOString(),
  };
};

/** Where each standby offer stands for its own session. */
export const standbyPositionsBySession = (offers: readonly Offer[]): ReadonlyMap<string, number> => {
  const sessions = [...new Set(offers.map(({ sessionId }) => sessionId))];
  return new Map(
    sessions.flatMap((id) => [
      ...standbyPositions(offers.filter(({ sessionId }) => sessionId === id).map(standing)),
    ]),
  );
};
