import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '../persistence/database';
import { DoorChangeEntity } from './door-change.entity';
import { RosterOverrideEntity } from './roster-override.entity';
import { RosterSettingsEntity } from './roster-settings.entity';

/** What conferences ask of their rosters, and where staff let a list change after final numbers. */
@Injectable()
export class RosterSettingsRepository {
  constructor(private readonly database: Database) {}

  find(conferenceId: string): Promise<RosterSettingsEntity | null> {
    return this.database.reader.findOneBy(RosterSettingsEntity, { conferenceId });
  }

  async save(settings: RosterSettingsEntity): Promise<void> {
    await this.database.writer.save(RosterSettingsEntity, settings);
  }

  overrides(groupId: string): Promise<RosterOverrideEntity[]> {
    return this.database.reader.find(RosterOverrideEntity, {
      where: { groupId },
      order: { givenAt: 'DESC', id: 'DESC' },
      take: 50,
    });
  }

  /** Who was put on the list of a group at the door, and why. */
  doorChanges(groupId: string): Promise<DoorChangeEntity[]> {
    return this.database.reader.find(DoorChangeEntity, {
      where: { groupId },
      order: { madeAt: 'DESC', id: 'DESC' },
      take: 50,
    });
  }

  /** The opening of a group's list that lasts longest from now. */
  openingAt(groupId: string, now: Date): Promise<RosterOverrideEntity | null> {
    return this.database.reader.findOne(RosterOverrideEntity, {
      where: { groupId, openUntil: MoreThan(now) },
      order: { openUntil: 'DESC' },
    });
  }

  async addOverride(override: RosterOverrideEntity): Promise<void> {
    await this.database.writer.insert(RosterOverrideEntity, override);
  }
}
