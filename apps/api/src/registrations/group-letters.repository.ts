import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { GroupEntity } from './group.entity';

/** The groups that letters go to. */
@Injectable()
export class GroupLettersRepository {
  constructor(private readonly database: Database) {}

  /** Everybody who registered for a conference and has not cancelled, places or not; under the event's lock. */
  booked(conferenceId: string): Promise<GroupEntity[]> {
    const query = this.database.writer
      .createQueryBuilder(GroupEntity, 'g')
      .where('g.conferenceId = :conferenceId', { conferenceId })
      .andWhere("g.status <> 'cancelled'")
      .orderBy('g.queueNumber', 'ASC');
    // A plain read could still see the snapshot from before the lock (REPEATABLE READ).
    return (this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')).getMany();
  }

  /** Confirmed groups that have places without names and were not reminded yet, with how many pupils they named. */
  async unnamed(conferenceId: string): Promise<{ id: string; pupilsNamed: number }[]> {
    const rows = await this.database.select<{ id: string; n: number }>(
      'SELECT g.id AS id, COUNT(p.id) AS n FROM visit_groups g' +
        " LEFT JOIN people p ON p.group_id = g.id AND p.kind = 'pupil'" +
        " WHERE g.conference_id = ? AND g.status = 'confirmed' AND g.names_reminded_at IS NULL" +
        ' GROUP BY g.id, g.places, g.queue_number HAVING COUNT(p.id) < g.places ORDER BY g.queue_number',
      [conferenceId],
    );
    return rows.map(({ id, n }) => ({ id, pupilsNamed: Number(n) }));
  }

  /** True for one of all who try: a group is reminded once. In the unit of work of the letter. */
  async markReminded(groupId: string, now: Date): Promise<boolean> {
    const marked = await this.database.execute(
      "UPDATE visit_groups SET names_reminded_at = ? WHERE id = ? AND names_reminded_at IS NULL AND status = 'confirmed'",
      [now, groupId],
    );
    return marked === 1;
  }
}
