import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** A lesson that a school lets teachers of partner schools observe. */
@Entity('open_door_lessons')
@Index('ix_open_door_lessons_starts_at', ['startsAt'])
@Index('ix_open_door_lessons_school_urn', ['schoolUrn'])
@Index('ix_open_door_lessons_host_id', ['hostId'])
@Index('ix_open_door_lessons_topic_id', ['topicId'])
export class OpenDoorLessonEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('SchoolEntity', { name: 'fk_open_door_lessons_school_urn', ...RESTRICTED })
  @Column('varchar', { length: 6 })
  schoolUrn!: string;

  @ForeignKey('AccountEntity', { name: 'fk_open_door_lessons_host_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  hostId!: string;

  @ForeignKey('CpdTopicEntity', { name: 'fk_open_door_lessons_topic_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  topicId!: string | null;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('int')
  yearGroup!: number;

  @Column('datetime', { precision: 3 })
  startsAt!: Date;

  @Column('datetime', { precision: 3 })
  endsAt!: Date;

  @Column('int')
  visitorPlaces!: number;

  @Column('varchar', { length: 500, nullable: true })
  arrival!: string | null;

  @Column('varchar', { length: 10 })
  status!: string;

  @Column('varchar', { length: 500, nullable: true })
  cancellationReason!: string | null;

  @Column('int', { default: 0 })
  calendarSequence!: number;

  @Column('datetime', { precision: 3, nullable: true })
  remindedAt!: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}

/** One teacher’s visit. `liveKey` names lesson and visitor while the visit keeps a place, so that nobody asks twice. */
@Entity('open_door_visits')
@Index('uq_open_door_visits_live_key', ['liveKey'], { unique: true })
@Index('ix_open_door_visits_lesson_id', ['lessonId'])
@Index('ix_open_door_visits_visitor_id', ['visitorId'])
@Index('ix_open_door_visits_school_urn', ['schoolUrn'])
export class OpenDoorVisitEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('OpenDoorLessonEntity', { name: 'fk_open_door_visits_lesson_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  lessonId!: string;

  @ForeignKey('AccountEntity', { name: 'fk_open_door_visits_visitor_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  visitorId!: string;

  @ForeignKey('SchoolEntity', { name: 'fk_open_door_visits_school_urn', ...RESTRICTED })
  @Column('varchar', { length: 6 })
  schoolUrn!: string;

  @Column('varchar', { length: 80, nullable: true })
  liveKey!: string | null;

  @Column('varchar', { length: 10 })
  status!: string;

  @Column('varchar', { length: 500, nullable: true })
  reason!: string | null;

  @Column('datetime', { precision: 3 })
  askedAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}

/** What one side of a visit takes away. */
@Entity('open_door_reflections')
@Index('uq_open_door_reflections_visit_id_side', ['visitId', 'side'], { unique: true })
@Index('ix_open_door_reflections_written_by', ['writtenBy'])
export class OpenDoorReflectionEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('OpenDoorVisitEntity', { name: 'fk_open_door_reflections_visit_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  visitId!: string;

  /** `visitor` or `host`. */
  @Column('varchar', { length: 10 })
  side!: string;

  @Column('text')
  words!: string;

  @ForeignKey('AccountEntity', { name: 'fk_open_door_reflections_written_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  writtenBy!: string;

  @Column('datetime', { precision: 3 })
  writtenAt!: Date;
}
