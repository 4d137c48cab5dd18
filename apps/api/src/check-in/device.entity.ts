import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A paired phone or tablet. */
@Entity('devices')
@Index('uq_devices_token_hash', ['tokenHash'], { unique: true })
@Index('ix_devices_conference_id', ['conferenceId'])
export class DeviceEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_devices_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 20 })
  role!: string;

  @Column('varchar', { length: 80 })
  name!: string;

  @Column('varchar', { length: 80 })
  label!: string;

  @Column('varchar', { length: 64 })
  tokenHash!: string;

  @Column('datetime', { precision: 3 })
  pairedAt!: Date;

  @Column('datetime', { precision: 3 })
  lastSeenAt!: Date;

  @Column('datetime', { precision: 3 })
  expiresAt!: Date;

  @Column('int', { default: 0 })
  skewMs!: number;

  @Column('datetime', { precision: 3, nullable: true })
  revokedAt!: Date | null;

  /** Scans that waited on the device when it was last in touch. */
  @Column('int', { default: 0 })
  queued!: number;

  /** Answers that nobody had settled on it then. */
  @Column('int', { default: 0 })
  parked!: number;

  @Column('varchar', { length: 40, nullable: true })
  appVersion!: string | null;
}
