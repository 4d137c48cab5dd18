import { VISITS_WITH_PLACE } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { OpenDoorLessonEntity } from './open-door-lesson.entity';
import { marks } from '../../persistence/sql';

/** Which lessons a list shows, earliest first. */
export interface LessonListing {
  /** Only this school’s, whatever became of them. */
  readonly of?: string | undefined;
  /** Not this school’s. */
  readonly notOf?: string | undefined;
  readonly topicId?: string | undefined;
  readonly town?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly limit: number;
  readonly after: { readonly startsAt: Date; readonly id: string } | null;
}

@Injectable()
export class OpenDoorLessonsRepository {
  constructor(private readonly database: Database) {}

  async insert(lesson: OpenDoorLessonEntity): Promise<void> {
    await this.database.writer.insert(OpenDoorLessonEntity, lesson);
  }

  async update(id: string, change: Partial<OpenDoorLessonEntity>): Promise<void> {
    await this.database.writer.update(OpenDoorLessonEntity, { id }, change);
  }

  find(id: string): Promise<OpenDoorLessonEntity | null> {
    return this.database.reader.findOneBy(OpenDoorLessonEntity, { id });
  }

  findAll(ids: readonly string[]): Promise<OpenDoorLessonEntity[]> {
    return this.database.reader.findBy(OpenDoorLessonEntity, { id: In([...ids]) });
  }

  /** The lesson under its lock: of all who want its last place, one looks at a time. */
  async lock(id: string): Promise<OpenDoorLessonEntity | null> {
    const query = this.database.writer
      .createQueryBuilder(OpenDoorLessonEntity, 'lesson')
      .where('lesson.id = :id', { id });
    return (this.database.dialect === 'sqlite' ? query : query.setLock('pessimistic_write')).getOne();
  }

  list({ of, notOf, topicId, town, from, to, limit, after }: LessonListing): Promise<OpenDoorLessonEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(OpenDoorLessonEntity, 'lesson')
      .orderBy('lesson.startsAt')
      .addOrderBy('lesson.id')
      .take(limit);
    if (of === undefined) query.where("lesson.status = 'offered'");
    else query.where('lesson.schoolUrn = :of', { of });
    if (notOf !== undefined) query.andWhere('lesson.schoolUrn <> :notOf', { notOf });
    if (topicId !== undefined) query.andWhere('lesson.topicId = :topicId', { topicId });
    if (town !== undefined) {
      query.andWhere('lesson.schoolUrn IN (SELECT urn FROM schools WHERE LOWER(town) = LOWER(:town))', {
        town,
      });
    }
    if (from) query.andWhere('lesson.startsAt >= :from', { from });
    if (to) query.andWhere('lesson.startsAt < :to', { to });
    if (after) {
      query.andWhere(
        '(lesson.startsAt > :startsAt OR (lesson.startsAt = :startsAt AND lesson.id > :id))',
        after,
      );
    }
    return query.getMany();
  }

  /** How many places of these lessons are kept; lessons with none are left out. */
  async taken(lessonIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (lessonIds.length === 0) return new Map();
    const rows = await this.database.select<{ lesson_id: string; n: number | string }>(
      `SELECT lesson_id, COUNT(*) AS n FROM open_door_visits WHERE lesson_id IN (${marks(lessonIds)})` +
        ` AND status IN (${marks(VISITS_WITH_PLACE)}) GROUP BY lesson_id`,
      [...lessonIds, ...VISITS_WITH_PLACE],
    );
    return new Map(rows.map(({ lesson_id, n }) => [lesson_id, Number(n)]));
  }

  /** The number of the next calendar entry that comes with a letter: higher than every one before. Under the lock. */
  async nextCalendarSequence(id: string): Promise<number> {
    await this.database.execute(
      'UPDATE open_door_lessons SET calendar_sequence = calendar_sequence + 1 WHERE id = ?',
      [id],
    );
    const [row] = await this.database.select<{ calendar_sequence: number }>(
      `SELECT calendar_sequence FROM open_door_lessons WHERE id = ?${this.database.forUpdate}`,
      [id],
    );
    return Number(row?.calendar_sequence);
  }

  /** Lessons that begin from then until then and whose people nobody has reminded. */
  async unreminded(from: Date, until: Date): Promise<readonly string[]> {
    const rows = await this.database.select<{ id: string }>(
      "SELECT id FROM open_door_lessons WHERE status = 'offered' AND reminded_at IS NULL" +
        ' AND starts_at > ? AND starts_at <= ? ORDER BY starts_at, id',
      [from, until],
    );
    return rows.map(({ id }) => id);
  }

  /** Marks the lesson as reminded; false when somebody else was first. */
  async markReminded(id: string, now: Date): Promise<boolean> {
    const marked = await this.database.execute(
      "UPDATE open_door_lessons SET reminded_at = ? WHERE id = ? AND reminded_at IS NULL AND status = 'offered'",
      [now, id],
    );
    return marked === 1;
  }
}
