import type { CpdPlace, PlaceKind, ReflectionSide, VisitStatus } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../persistence/database';
import { toDate } from '../../persistence/dialect';
import { OpenDoorReflectionEntity, OpenDoorVisitEntity } from './open-door-lesson.entity';

/** A session of CPD that somebody has booked a place in. */
export interface BookedSession {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: CpdPlace;
}

interface BookedSessionRow {
  readonly id: string;
  readonly title: string;
  readonly starts_at: Date | string;
  readonly ends_at: Date | string;
  readonly place_kind: string;
  readonly place_name: string;
  readonly place_site: string | null;
}

/** A lesson that somebody teaches or visits. */
export interface PromisedLesson {
  readonly lessonId: string;
  readonly title: string;
  readonly schoolUrn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isHosted: boolean;
}

interface PromisedLessonRow {
  readonly id: string;
  readonly title: string;
  readonly school_urn: string;
  readonly starts_at: Date | string;
  readonly ends_at: Date | string;
  readonly is_hosted: number | string;
}

@Injectable()
export class OpenDoorVisitsRepository {
  constructor(private readonly database: Database) {}

  async insert(visit: OpenDoorVisitEntity): Promise<void> {
    await this.database.writer.insert(OpenDoorVisitEntity, visit);
  }

  async update(id: string, change: Partial<OpenDoorVisitEntity>): Promise<void> {
    await this.database.writer.update(OpenDoorVisitEntity, { id }, change);
  }

  find(id: string): Promise<OpenDoorVisitEntity | null> {
    return this.database.reader.findOneBy(OpenDoorVisitEntity, { id });
  }

  /** The visits to a lesson, in the order in which they were asked for. */
  ofLesson(lessonId: string): Promise<OpenDoorVisitEntity[]> {
    return this.database.reader.find(OpenDoorVisitEntity, {
      where: { lessonId },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Somebody’s visits to these lessons, latest asked first. */
  ofVisitorTo(visitorId: string, lessonIds: readonly string[]): Promise<OpenDoorVisitEntity[]> {
    return this.database.reader.find(OpenDoorVisitEntity, {
      where: { visitorId, lessonId: In([...lessonIds]) },
      order: { askedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Somebody’s visits, latest asked first, at most this many. */
  ofVisitor(
    visitorId: string,
    limit: number,
    after: { readonly askedAt: Date; readonly id: string } | null,
  ): Promise<OpenDoorVisitEntity[]> {
    const query = this.database.reader
      .createQueryBuilder(OpenDoorVisitEntity, 'visit')
      .where('visit.visitorId = :visitorId', { visitorId })
      .orderBy('visit.askedAt', 'DESC')
      .addOrderBy('visit.id', 'DESC')
      .take(limit);
    if (after) {
      query.andWhere('(visit.askedAt < :askedAt OR (visit.askedAt = :askedAt AND visit.id < :id))', after);
    }
    return query.getMany();
  }

  /** Somebody asks for one thing at a time, so that two lessons at once cannot both find the time free. */
  async lockVisitor(accountId: string): Promise<void> {
    await this.database.select(`SELECT id FROM accounts WHERE id = ?${this.database.forUpdate}`, [accountId]);
  }

  /** The sessions that somebody has a place in, or waits for, and that are not called off, from a moment until another. */
  async bookedSessions(accountId: string, from: Date, until: Date): Promise<BookedSession[]> {
    const rows = await this.database.select<BookedSessionRow>(
      'SELECT DISTINCT s.id, s.title, s.starts_at, s.ends_at, s.place_kind, s.place_name, s.place_site' +
        ' FROM cpd_booked_people p JOIN cpd_bookings b ON b.id = p.booking_id' +
        ' JOIN cpd_booking_sessions bs ON bs.booking_id = b.id JOIN cpd_sessions s ON s.id = bs.session_id' +
        " WHERE p.account_id = ? AND b.status <> 'cancelled' AND s.status <> 'cancelled'" +
        ' AND s.starts_at < ? AND s.ends_at > ? ORDER BY s.starts_at, s.id',
      [accountId, until, from],
    );
    return rows.map((row) => ({
      sessionId: row.id,
      title: row.title,
      startsAt: toDate(row.starts_at),
      endsAt: toDate(row.ends_at),
      place: {
        kind: row.place_kind as PlaceKind,
        name: row.place_name,
        ...(row.place_site === null ? {} : { site: row.place_site }),
      },
    }));
  }

  /** The open-door lessons that somebody teaches or visits, from a moment until another. */
  async promisedLessons(accountId: string, from: Date, until: Date): Promise<PromisedLesson[]> {
    const rows = await this.database.select<PromisedLessonRow>(
      'SELECT l.id, l.title, l.school_urn, l.starts_at, l.ends_at,' +
        ' CASE WHEN l.host_id = ? THEN 1 ELSE 0 END AS is_hosted FROM open_door_lessons l' +
        " WHERE l.status = 'offered' AND l.starts_at < ? AND l.ends_at > ?" +
        ' AND (l.host_id = ? OR EXISTS (SELECT 1 FROM open_door_visits v WHERE v.lesson_id = l.id' +
        " AND v.visitor_id = ? AND v.status IN ('asked', 'confirmed'))) ORDER BY l.starts_at, l.id",
      [accountId, until, from, accountId, accountId],
    );
    return rows.map((row) => ({
      lessonId: row.id,
      title: row.title,
      schoolUrn: row.school_urn,
      startsAt: toDate(row.starts_at),
      endsAt: toDate(row.ends_at),
      isHosted: Number(row.is_hosted) === 1,
    }));
  }

  /** Visits to lessons that begin from a moment until another, as the plan of a half-term counts them. */
  async planned(
    from: Date,
    until: Date,
  ): Promise<readonly { readonly lessonStartsAt: string; readonly status: VisitStatus }[]> {
    const rows = await this.database.select<{ starts_at: Date | string; status: string }>(
      'SELECT l.starts_at, v.status FROM open_door_visits v JOIN open_door_lessons l ON l.id = v.lesson_id' +
        " WHERE l.status = 'offered' AND l.starts_at >= ? AND l.starts_at < ?",
      [from, until],
    );
    return rows.map(({ starts_at, status }) => ({
      lessonStartsAt: toDate(starts_at).toISOString(),
      status: status as VisitStatus,
    }));
  }

  reflections(visitIds: readonly string[]): Promise<OpenDoorReflectionEntity[]> {
    return this.database.reader.find(OpenDoorReflectionEntity, {
      where: { visitId: In([...visitIds]) },
      order: { writtenAt: 'ASC', id: 'ASC' },
    });
  }

  /** What a side takes away; written anew, it takes the place of what stood there. */
  async keepReflection(reflection: OpenDoorReflectionEntity): Promise<void> {
    const { visitId, side, words, writtenBy, writtenAt } = reflection;
    const changed = await this.database.writer.update(
      OpenDoorReflectionEntity,
      { visitId, side: side as ReflectionSide },
      { words, writtenBy, writtenAt },
    );
    if (changed.affected === 0) await this.database.writer.insert(OpenDoorReflectionEntity, reflection);
  }
}
