import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** Two devices let one ticket in at a once-only checkpoint; open until a supervisor or staff settle it. */
@Entity('scan_conflicts')
@Index('uq_scan_conflicts_scan_id', ['scanId'], { unique: true })
@Index('ix_scan_conflicts_conference_id_at', ['conferenceId', 'at'])
@Index('ix_scan_conflicts_ticket_id_checkpoint_id', ['ticketId', 'checkpointId'])
export class ScanConflictEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_scan_conflicts_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 36 })
  ticketId!: string;

  @Column('varchar', { length: 36 })
  checkpointId!: string;

  @Column('varchar', { length: 36 })
  firstScanId!: string;

  @Column('varchar', { length: 36 })
  firstDeviceId!: string;

  @Column('varchar', { length: 36 })
  scanId!: string;

  @Column('varchar', { length: 36 })
  deviceId!: string;

  /** When the second scan was made. */
  @Column('datetime', { precision: 3 })
  at!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  settledAt!: Date | null;

  /** The name of whoever settled it. */
  @Column('varchar', { length: 200, nullable: true })
  settledBy!: string | null;

  @Column('varchar', { length: 300, nullable: true })
  reason!: string | null;
}
