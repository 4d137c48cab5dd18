import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { ConferenceEntity } from './conference.entity';

/** Everything that has a door: conferences, and the events of CPD sessions. */
@Injectable()
export class DoorEventsRepository {
  constructor(private readonly database: Database) {}

  find(idOrSlug: string): Promise<ConferenceEntity | null> {
    return this.database.reader.findOne(ConferenceEntity, { where: [{ id: idOrSlug }, { slug: idOrSlug }] });
  }

  async insert(event: ConferenceEntity): Promise<void> {
    await this.database.writer.insert(ConferenceEntity, event);
  }

  /** Changes an event of a CPD session; a conference is never touched here. */
  async update(id: string, change: Partial<ConferenceEntity>): Promise<void> {
    await this.database.writer.update(ConferenceEntity, { id, kind: 'cpd-session' }, change);
  }
}
