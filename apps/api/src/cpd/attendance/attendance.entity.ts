import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** Whether somebody was at a session, as a teacher who booked or as a presenter, and for how long. */
@Entity('cpd_attendances')
@Index('ix_cpd_attendances_person_id', ['personId'])
export class CpdAttendanceEntity {
  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_attendances_session_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  sessionId!: string;

  /** A booked person, or a presenter of an offer. */
  @PrimaryColumn('varchar', { length: 36 })
  personId!: string;

  /** `teacher` or `presenter`. */
  @Column('varchar', { length: 10 })
  part!: string;

  @Column('boolean')
  attended!: boolean;

  @Column('datetime', { precision: 3, nullable: true })
  arrivedAt!: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  leftAt!: Date | null;

  @Column('int')
  minutes!: number;

  /** `door`, or `staff` who corrected it. */
  @Column('varchar', { length: 10 })
  source!: string;

  @Column('datetime', { precision: 3 })
  recordedAt!: Date;

  /** How staff know, where they corrected it. */
  @Column('varchar', { length: 300, nullable: true })
  reason!: string | null;

  /** The member of staff who corrected it. */
  @Column('varchar', { length: 36, nullable: true })
  recordedBy!: string | null;
}
