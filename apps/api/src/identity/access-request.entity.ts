import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** Somebody asks for access to a school; only the hash of the letter's token is kept. */
@Entity('access_requests')
@Index('uq_access_requests_token_hash', ['tokenHash'], { unique: true })
@Index('ix_access_requests_status_school_urn', ['status', 'schoolUrn'])
@Index('ix_access_requests_email_key_status', ['emailKey', 'status'])
export class AccessRequestEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 64 })
  tokenHash!: string;

  @Column('varchar', { length: 12 })
  status!: string;

  @Column('varchar', { length: 254 })
  email!: string;

  @Column('varchar', { length: 254 })
  emailKey!: string;

  @Column('varchar', { length: 120 })
  name!: string;

  @Column('varchar', { length: 20 })
  role!: string;

  @ForeignKey('SchoolEntity', 'urn', { name: 'fk_access_requests_school_urn', ...RESTRICTED })
  @Column('varchar', { length: 6 })
  schoolUrn!: string;

  @Column('varchar', { length: 500, nullable: true })
  note!: string | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  confirmBy!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  confirmedAt!: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt!: Date | null;

  @ForeignKey('AccountEntity', { name: 'fk_access_requests_decided_by', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  @Column('varchar', { length: 500, nullable: true })
  reason!: string | null;
}
