import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { LONG_TEXT } from '../persistence/columns';

/** A mail that was written with a change and waits for the post, or what became of it. */
@Entity('outbox_mails')
@Index('ix_outbox_mails_status_next_try_at', ['status', 'nextTryAt'])
@Index('ix_outbox_mails_object_kind_object_id', ['objectKind', 'objectId'])
@Index('ix_outbox_mails_created_at', ['createdAt'])
export class OutboxMailEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 60 })
  kind!: string;

  @Column('varchar', { length: 40 })
  objectKind!: string;

  @Column('varchar', { length: 80, nullable: true })
  objectId!: string | null;

  @Column('varchar', { length: 120 })
  recipientName!: string;

  @Column('varchar', { length: 254 })
  recipientEmail!: string;

  @Column('varchar', { length: 200 })
  subject!: string;

  @Column(LONG_TEXT)
  sealedLetter!: string;

  @Column('varchar', { length: 10 })
  status!: string;

  @Column('int', { default: 0 })
  tries!: number;

  @Column('datetime', { precision: 3 })
  nextTryAt!: Date;

  @Column('varchar', { length: 36, nullable: true })
  lease!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  leasedUntil!: Date | null;

  @Column('varchar', { length: 300, nullable: true })
  lastProblem!: string | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  sentAt!: Date | null;
}
