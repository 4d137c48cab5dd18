import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { PersonEntity } from './person.entity';

const HAS_DAY_ONLY = '(p.sealed_day_only IS NOT NULL OR p.has_access_need = 1)';

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  ofGroup(groupId: string): Promise<PersonEntity[]> {
    return this.database.reader.find(PersonEntity, {
      where: { groupId },
      order: { placeInList: 'ASC', id: 'ASC' },
    });
  }

  find(groupId: string, id: string): Promise<PersonEntity | null> {
    return this.database.reader.findOneBy(PersonEntity, { groupId, id });
  }

  async insert(people: readonly PersonEntity[]): Promise<void> {
    if (people.length > 0) await this.database.writer.insert(PersonEntity, [...people]);
  }

  async update(groupId: string, id: string, change: Partial<PersonEntity>): Promise<void> {
    await this.database.writer.update(PersonEntity, { groupId, id }, change);
  }

  async remove(groupId: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.database.writer.delete(PersonEntity, { groupId, id: In([...ids]) });
  }

  /** Of how many people each conference holds what goes on a date. */
  async heldForATime(): Promise<{ conferenceId: string; dayOnly: number; birthDates: number }[]> {
    const rows = await this.database.select<{ conference_id: string; day_only: number; birth_dates: number }>(
      'SELECT g.conference_id,' +
        ` SUM(CASE WHEN ${HAS_DAY_ONLY} THEN 1 ELSE 0 END) AS day_only,` +
        ' SUM(CASE WHEN p.sealed_birth_date IS NOT NULL THEN 1 ELSE 0 END) AS birth_dates' +
        ' FROM people p JOIN visit_groups g ON g.id = p.group_id' +
        ` WHERE ${HAS_DAY_ONLY} OR p.sealed_birth_date IS NOT NULL GROUP BY g.conference_id`,
    );
    return rows.map((row) => ({
      conferenceId: row.conference_id,
      dayOnly: Number(row.day_only),
      birthDates: Number(row.birth_dates),
    }));
  }

  /** Deletes what was needed on the day, and with it the mark that there was an access need; of how many people. */
  forgetDayOnly(conferenceId: string, now: Date): Promise<number> {
    return this.database.execute(
      'UPDATE people SET sealed_day_only = NULL, has_access_need = 0, day_only_deleted_on = ?' +
        ' WHERE (sealed_day_only IS NOT NULL OR has_access_need = 1)' +
        ' AND group_id IN (SELECT id FROM visit_groups WHERE conference_id = ?)',
      [now, conferenceId],
    );
  }

  forgetBirthDates(conferenceId: string): Promise<number> {
    return this.database.execute(
      'UPDATE people SET sealed_birth_date = NULL WHERE sealed_birth_date IS NOT NULL' +
        ' AND group_id IN (SELECT id FROM visit_groups WHERE conference_id = ?)',
      [conferenceId],
    );
  }
}
