import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** One session of CPD. */
@Entity('cpd_sessions')
@Index('ix_cpd_sessions_programme_id', ['programmeId'])
@Index('ix_cpd_sessions_series_id', ['seriesId'])
@Index('ix_cpd_sessions_topic_id', ['topicId'])
@Index('ix_cpd_sessions_starts_at', ['startsAt'])
export class CpdSessionEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('CpdProgrammeEntity', { name: 'fk_cpd_sessions_programme_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  programmeId!: string;

  @ForeignKey('CpdSeriesEntity', { name: 'fk_cpd_sessions_series_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  seriesId!: string | null;

  @ForeignKey('CpdTopicEntity', { name: 'fk_cpd_sessions_topic_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  topicId!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('datetime', { precision: 3 })
  startsAt!: Date;

  @Column('datetime', { precision: 3 })
  endsAt!: Date;

  @Column('varchar', { length: 10 })
  placeKind!: string;

  @Column('varchar', { length: 120 })
  placeName!: string;

  @Column('varchar', { length: 120, nullable: true })
  placeSite!: string | null;

  @Column('int')
  teacherPlaces!: number;

  @Column('int', { default: 0 })
  placesGiven!: number;

  @Column('int')
  presentersWanted!: number;

  @Column('varchar', { length: 12 })
  status!: string;

  @Column('varchar', { length: 500, nullable: true })
  cancellationReason!: string | null;

  @Column('int', { default: 0 })
  calendarSequence!: number;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_sessions_created_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  createdBy!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}
