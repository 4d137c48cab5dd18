import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A link that makes one account; only the hash of its token is kept. */
@Entity('invitations')
@Index('uq_invitations_token_hash', ['tokenHash'], { unique: true })
export class InvitationEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 64 })
  tokenHash!: string;

  @Column('varchar', { length: 254 })
  email!: string;

  @Column('varchar', { length: 20 })
  role!: string;

  @Column('varchar', { length: 6, nullable: true })
  schoolUrn!: string | null;

  @ForeignKey('AccountEntity', { name: 'fk_invitations_invited_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  invitedBy!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  expiresAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  acceptedAt!: Date | null;
}
