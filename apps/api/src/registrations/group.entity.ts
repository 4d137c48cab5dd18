import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A school’s group for one conference. */
@Entity('visit_groups')
@Index('uq_visit_groups_live_key', ['liveKey'], { unique: true })
@Index('ix_visit_groups_conference_id_queue_number', ['conferenceId', 'queueNumber'])
@Index('ix_visit_groups_school_urn_registered_at', ['schoolUrn', 'registeredAt'])
export class GroupEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_visit_groups_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @ForeignKey('SchoolEntity', 'urn', { name: 'fk_visit_groups_school_urn', ...RESTRICTED })
  @Column('varchar', { length: 6 })
  schoolUrn!: string;

  @Column('varchar', { length: 50, nullable: true })
  liveKey!: string | null;

  @Column('varchar', { length: 20 })
  status!: string;

  @Column('int')
  pupilsWanted!: number;

  @Column('int')
  pupilsMinimum!: number;

  @Column('int')
  places!: number;

  @Column('int')
  queueNumber!: number;

  @Column('int')
  adults!: number;

  @Column('varchar', { length: 120 })
  visitLeaderName!: string;

  @Column('varchar', { length: 30 })
  visitLeaderPhone!: string;

  @Column('varchar', { length: 500, nullable: true })
  supervisionReason!: string | null;

  @Column('text', { nullable: true })
  notes!: string | null;

  @ForeignKey('AccountEntity', { name: 'fk_visit_groups_registered_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  registeredBy!: string;

  @Column('datetime', { precision: 3 })
  registeredAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  cancelledAt!: Date | null;

  @Column('varchar', { length: 500, nullable: true })
  cancellationReason!: string | null;

  /** How many places it gave back when it was cancelled; null for groups cancelled before this was kept. */
  @Column('int', { nullable: true })
  placesGivenBack!: number | null;

  /** Why a waiting group is off the list: its offer was declined, or ran out. */
  @Column('varchar', { length: 10, nullable: true })
  resting!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  namesRemindedAt!: Date | null;
}
