import type { OfferStatus } from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { PlaceOfferEntity } from './place-offer.entity';

/** The stored offers of places. */
@Injectable()
export class OffersRepository {
  constructor(private readonly database: Database) {}

  findByToken(tokenHash: string): Promise<PlaceOfferEntity | null> {
    return this.database.reader.findOneBy(PlaceOfferEntity, { tokenHash });
  }

  /** The open offer of a group, as it is now. */
  openOf(groupId: string): Promise<PlaceOfferEntity | null> {
    return this.current('offer.openKey = :groupId', { groupId });
  }

  /** The open offer of a group, for whoever is about to answer it. */
  openNow(groupId: string): Promise<PlaceOfferEntity | null> {
    return this.database.reader.findOneBy(PlaceOfferEntity, { openKey: groupId });
  }

  /** An offer by its id, as it is now; under the event's lock. */
  find(id: string): Promise<PlaceOfferEntity | null> {
    return this.current('offer.id = :id', { id });
  }

  /** The open offers of these groups, for showing them. */
  async openOfAll(groupIds: readonly string[]): Promise<ReadonlyMap<string, PlaceOfferEntity>> {
    if (groupIds.length === 0) return new Map();
    const rows = await this.database.reader.findBy(PlaceOfferEntity, { openKey: In([...groupIds]) });
    return new Map(rows.map((row) => [row.groupId, row]));
  }

  /** The open offers of a conference, the first to end first. */
  open(conferenceId: string): Promise<PlaceOfferEntity[]> {
    return this.database.reader.find(PlaceOfferEntity, {
      where: { conferenceId, status: 'open' },
      order: { expiresAt: 'ASC', id: 'ASC' },
    });
  }

  async insert(offer: PlaceOfferEntity): Promise<void> {
    await this.database.writer.insert(PlaceOfferEntity, offer);
  }

  /** Changes how many places an open offer holds. */
  resize(id: string, places: number): Promise<number> {
    return this.database.execute("UPDATE place_offers SET places = ? WHERE id = ? AND status = 'open'", [
      places,
      id,
    ]);
  }

  /** Ends an open offer; of two that try, one finds nothing left to end. */
  settle(id: string, status: OfferStatus, now: Date, by: string | null): Promise<number> {
    return this.database.execute(
      'UPDATE place_offers SET status = ?, open_key = NULL, settled_at = ?, settled_by = ?' +
        " WHERE id = ? AND status = 'open'",
      [status, now, by, id],
    );
  }

  private current(where: string, values: Record<string, string>): Promise<PlaceOfferEntity | null> {
    const query = this.database.reader.createQueryBuilder(PlaceOfferEntity, 'offer').where(where, values);
    // A plain read could still see the snapshot from before the event's lock (REPEATABLE READ).
    return (this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')).getOne();
  }
}
