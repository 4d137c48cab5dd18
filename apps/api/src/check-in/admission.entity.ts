import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** The state of one ticket at one checkpoint. */
@Entity('admissions')
@Index('ix_admissions_conference_id_checkpoint_id', ['conferenceId', 'checkpointId'])
@Index('ix_admissions_conference_id_changed_at', ['conferenceId', 'changedAt'])
export class AdmissionEntity {
  @ForeignKey('TicketEntity', { name: 'fk_admissions_ticket_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  ticketId!: string;

  @ForeignKey('CheckpointEntity', { name: 'fk_admissions_checkpoint_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  checkpointId!: string;

  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 6 })
  schoolUrn!: string;

  @Column('varchar', { length: 36, nullable: true })
  firstScanId!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  firstDeviceId!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  firstAdmittedAt!: Date | null;

  @Column('varchar', { length: 80, nullable: true })
  firstDoor!: string | null;

  @Column('boolean')
  inside!: boolean;

  @Column('datetime', { precision: 3 })
  lastAt!: Date;

  @Column('int', { default: 0 })
  version!: number;

  /** By the server's clock, for devices that ask what is new. */
  @Column('datetime', { precision: 3, nullable: true })
  changedAt!: Date | null;
}
