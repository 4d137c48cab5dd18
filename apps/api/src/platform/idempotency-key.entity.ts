import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { LONG_TEXT } from '../persistence/columns';

/** The answer that a repeated request with the same Idempotency-Key gets. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_created_at', ['createdAt'])
export class IdempotencyKeyEntity {
  @PrimaryColumn('varchar', { length: 64 })
  keyHash!: string;

  @Column('varchar', { length: 64 })
  fingerprint!: string;

  @Column('int')
  status!: number;

  @Column(LONG_TEXT)
  body!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
