import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** The half-terms of an academic year, as the host sets them. */
@Entity('academic_calendars')
@Index('uq_academic_calendars_academic_year', ['academicYear'], { unique: true })
export class AcademicCalendarEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 7 })
  academicYear!: string;

  @Column('text')
  halfTerms!: string;

  @ForeignKey('AccountEntity', { name: 'fk_academic_calendars_changed_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  changedBy!: string;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;
}

/** The CPD of one academic year. */
@Entity('cpd_programmes')
@Index('ix_cpd_programmes_academic_year', ['academicYear'])
export class CpdProgrammeEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 7 })
  academicYear!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('varchar', { length: 40 })
  label!: string;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('varchar', { length: 10 })
  status!: string;

  @Column('varchar', { length: 200 })
  expected!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_programmes_created_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  createdBy!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}

/** Sessions over several half-terms with the same people. */
@Entity('cpd_series')
@Index('ix_cpd_series_programme_id', ['programmeId'])
export class CpdSeriesEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('CpdProgrammeEntity', { name: 'fk_cpd_series_programme_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  programmeId!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('int', { nullable: true })
  sessionsExpected!: number | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}

/** Something to try in class between two sessions of a series. */
@Entity('cpd_gap_tasks')
@Index('ix_cpd_gap_tasks_series_id', ['seriesId'])
export class GapTaskEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('CpdSeriesEntity', { name: 'fk_cpd_gap_tasks_series_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  seriesId!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_gap_tasks_after_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  afterSessionId!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('text')
  task!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
