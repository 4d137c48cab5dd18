import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of the append-only audit trail. */
@Entity('audit_records')
@Index('ix_audit_records_at', ['at'])
@Index('ix_audit_records_actor_id_at', ['actorId', 'at'])
@Index('ix_audit_records_object_kind_object_id', ['objectKind', 'objectId'])
export class AuditRecordEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('datetime', { precision: 3 })
  at!: Date;

  @Column('varchar', { length: 20 })
  actorKind!: string;

  @Column('varchar', { length: 36, nullable: true })
  actorId!: string | null;

  @Column('varchar', { length: 60 })
  action!: string;

  @Column('varchar', { length: 40 })
  objectKind!: string;

  @Column('varchar', { length: 80, nullable: true })
  objectId!: string | null;

  @Column('text')
  details!: string;

  @Column('varchar', { length: 64, nullable: true })
  correlationId!: string | null;
}
