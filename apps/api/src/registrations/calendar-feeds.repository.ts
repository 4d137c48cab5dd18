import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { CalendarFeedEntity } from './calendar-feed.entity';

@Injectable()
export class CalendarFeedsRepository {
  constructor(private readonly database: Database) {}

  find(schoolUrn: string): Promise<CalendarFeedEntity | null> {
    return this.database.reader.findOneBy(CalendarFeedEntity, { schoolUrn });
  }

  findByHash(tokenHash: string): Promise<CalendarFeedEntity | null> {
    return this.database.reader.findOneBy(CalendarFeedEntity, { tokenHash });
  }

  /** Stores the school's link in place of the one it had. */
  async put(feed: CalendarFeedEntity): Promise<void> {
    const { schoolUrn, ...rest } = feed;
    const changed = await this.database.writer.update(CalendarFeedEntity, { schoolUrn }, rest);
    if (changed.affected === 0) await this.database.writer.insert(CalendarFeedEntity, feed);
  }
}
