import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A one-time code that a phone pairs with. */
@Entity('device_pairings')
@Index('ix_device_pairings_locator', ['locator'])
@Index('ix_device_pairings_expires_at', ['expiresAt'])
export class DevicePairingEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_device_pairings_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 20 })
  role!: string;

  @Column('varchar', { length: 80 })
  label!: string;

  @Column('varchar', { length: 4 })
  locator!: string;

  @Column('varchar', { length: 64 })
  secretHash!: string;

  @Column('int', { default: 0 })
  wrongTries!: number;

  @ForeignKey('AccountEntity', { name: 'fk_device_pairings_created_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  createdBy!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  expiresAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  usedAt!: Date | null;
}
