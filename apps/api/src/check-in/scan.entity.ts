import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** One scan, as it was made and as it was judged; never changed but by annulment. */
@Entity('scans')
@Index('ix_scans_conference_id_received_at', ['conferenceId', 'receivedAt'])
@Index('ix_scans_ticket_id_checkpoint_id', ['ticketId', 'checkpointId'])
export class ScanEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_scans_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 36, nullable: true })
  checkpointId!: string | null;

  @ForeignKey('DeviceEntity', { name: 'fk_scans_device_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  deviceId!: string;

  @Column('varchar', { length: 36, nullable: true })
  ticketId!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  codeHash!: string | null;

  @Column('varchar', { length: 5 })
  direction!: string;

  @Column('varchar', { length: 20 })
  outcome!: string;

  @Column('varchar', { length: 40, nullable: true })
  reason!: string | null;

  @Column('datetime', { precision: 3 })
  scannedAt!: Date;

  @Column('datetime', { precision: 3 })
  correctedAt!: Date;

  @Column('datetime', { precision: 3 })
  receivedAt!: Date;

  @Column('int')
  skewMs!: number;

  @Column('varchar', { length: 300, nullable: true })
  overrideReason!: string | null;

  @Column('boolean', { nullable: true })
  overrideNeeded!: boolean | null;

  @Column('datetime', { precision: 3, nullable: true })
  firstAdmittedAt!: Date | null;

  @Column('varchar', { length: 80, nullable: true })
  firstDoor!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  annulledAt!: Date | null;

  @Column('varchar', { length: 300, nullable: true })
  annulledReason!: string | null;

  /** Whether the person was let in then, whatever would be said now. */
  @Column('boolean', { default: 0 })
  letIn!: boolean;

  /** What the steward was shown before the server answered; null when they waited for the answer. */
  @Column('varchar', { length: 20, nullable: true })
  shown!: string | null;

  @Column('varchar', { length: 300, nullable: true })
  rightPlace!: string | null;

  /** The device that took it back. */
  @Column('varchar', { length: 36, nullable: true })
  annulledBy!: string | null;

  /** Whether the desk made it for people who left without being scanned. */
  @Column('boolean', { default: 0 })
  byDesk!: boolean;
}
