import type { PresenterOfferStatus } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Database } from '../../persistence/database';
import { OfferEntryEntity } from './offer-entry.entity';
import { OfferPresenterEntity, PresenterOfferEntity } from './presenter-offer.entity';

/** An offer with its team, the one it came from first. */
export interface Offer extends PresenterOfferEntity {
  readonly presenters: readonly OfferPresenterEntity[];
}

export interface OfferListing {
  /** Only those of whose team this account is. */
  readonly ofAccount?: string | undefined;
  readonly statuses?: readonly PresenterOfferStatus[] | undefined;
  readonly sessionId?: string | undefined;
  /** Only those whose session begins at this moment or later. */
  readonly from?: Date | undefined;
  /** Only those whose session began before this moment. */
  readonly to?: Date | undefined;
  readonly limit: number;
  readonly after: { readonly offeredAt: Date; readonly id: string } | null;
}

/** A step of an offer as it is stored. */
export interface StoredStep {
  readonly from: PresenterOfferStatus;
  readonly to: PresenterOfferStatus;
  /** Whether the offer stays one that its trainee has live for the session. */
  readonly staysLive: boolean;
  readonly at: Date;
}

@Injectable()
export class PresenterOffersRepository {
  constructor(private readonly database: Database) {}

  async insert({ presenters, ...offer }: Offer): Promise<void> {
    await this.database.writer.insert(PresenterOfferEntity, offer);
    await this.database.writer.insert(OfferPresenterEntity, [...presenters]);
  }

  async find(id: string): Promise<Offer | null> {
    const offer = await this.database.reader.findOneBy(PresenterOfferEntity, { id });
    return offer && ((await this.withTeams([offer]))[0] ?? null);
  }

  /** Every offer for these sessions, in the order in which they were made. */
  async ofSessions(sessionIds: readonly string[]): Promise<Offer[]> {
    if (sessionIds.length === 0) return [];
    const offers = await this.database.reader.find(PresenterOfferEntity, {
      where: { sessionId: In([...sessionIds]) },
      order: { offeredAt: 'ASC', id: 'ASC' },
    });
    return this.withTeams(offers);
  }

  /** In the order in which they were made. */
  async list({ ofAccount, statuses, sessionId, from, to, limit, after }: OfferListing): Promise<Offer[]> {
    const query = this.database.reader
      .createQueryBuilder(PresenterOfferEntity, 'offer')
      .orderBy('offer.offeredAt')
      .addOrderBy('offer.id')
      .take(limit);
    if (ofAccount !== undefined) {
      query.andWhere(
        'EXISTS (SELECT 1 FROM cpd_offer_presenters p WHERE p.offer_id = offer.id AND p.account_id = :ofAccount)',
        { ofAccount },
      );
    }
    if (statuses) query.andWhere('offer.status IN (:...statuses)', { statuses });
    if (sessionId !== undefined) query.andWhere('offer.sessionId = :sessionId', { sessionId });
    const began = 'EXISTS (SELECT 1 FROM cpd_sessions s WHERE s.id = offer.session_id AND s.starts_at';
    if (from) query.andWhere(`${began} >= :from)`, { from });
    if (to) query.andWhere(`${began} < :to)`, { to });
    if (after) {
      query.andWhere(
        '(offer.offeredAt > :offeredAt OR (offer.offeredAt = :offeredAt AND offer.id > :id))',
        after,
      );
    }
    return this.withTeams(await query.getMany());
  }

  /** Takes a step if the offer still stands where it was decided on. */
  async step(id: string, { from, to, staysLive, at }: StoredStep): Promise<boolean> {
    const changed = await this.database.execute(
      `UPDATE cpd_offers SET status = ?, ${staysLive ? '' : 'live_key = NULL, '}mentors_told_at = NULL,` +
        ' updated_at = ? WHERE id = ? AND status = ?',
      [to, at, id, from],
    );
    return changed === 1;
  }

  async rewrite(id: string, outline: string, at: Date): Promise<void> {
    await this.database.writer.update(PresenterOfferEntity, { id }, { outline, updatedAt: at });
  }

  async addEntry(entry: OfferEntryEntity): Promise<void> {
    await this.database.writer.insert(OfferEntryEntity, entry);
  }

  /** What passed, oldest first. */
  entriesOf(offerIds: readonly string[]): Promise<OfferEntryEntity[]> {
    if (offerIds.length === 0) return Promise.resolve([]);
    return this.database.reader.find(OfferEntryEntity, {
      where: { offerId: In([...offerIds]) },
      order: { writtenAt: 'ASC', id: 'ASC' },
    });
  }

  /** Offers with a mentor that no letter has named yet, made until then. */
  async untold(until: Date): Promise<Offer[]> {
    const offers = await this.database.reader.find(PresenterOfferEntity, {
      where: { status: 'offered', mentorsToldAt: IsNull(), updatedAt: LessThanOrEqual(until) },
      order: { offeredAt: 'ASC', id: 'ASC' },
      take: 200,
    });
    return this.withTeams(offers);
  }

  /** Whether this process is the one that tells the mentors of it. */
  async markTold(id: string, at: Date): Promise<boolean> {
    const changed = await this.database.execute(
      "UPDATE cpd_offers SET mentors_told_at = ? WHERE id = ? AND status = 'offered' AND mentors_told_at IS NULL",
      [at, id],
    );
    return changed === 1;
  }

  private async withTeams(offers: readonly PresenterOfferEntity[]): Promise<Offer[]> {
    if (offers.length === 0) return [];
    const presenters = await this.database.reader.find(OfferPresenterEntity, {
      where: { offerId: In(offers.map(({ id }) => id)) },
      order: { placeInList: 'ASC', id: 'ASC' },
    });
    const teams = new Map<string, OfferPresenterEntity[]>();
    for (const one of presenters) teams.set(one.offerId, [...(teams.get(one.offerId) ?? []), one]);
    return offers.map((offer) => ({ ...offer, presenters: teams.get(offer.id) ?? [] }));
  }
}
