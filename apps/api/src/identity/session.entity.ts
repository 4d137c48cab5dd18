import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A sign-in that lasts; only the hash of its token is kept. */
@Entity('sessions')
@Index('ix_sessions_account_id', ['accountId'])
@Index('ix_sessions_expires_at', ['expiresAt'])
export class SessionEntity {
  @PrimaryColumn('varchar', { length: 64 })
  tokenHash!: string;

  @ForeignKey('AccountEntity', { name: 'fk_sessions_account_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  accountId!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  lastSeenAt!: Date;

  @Column('datetime', { precision: 3 })
  expiresAt!: Date;
}
