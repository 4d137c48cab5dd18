import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** A certificate as it was issued; afterwards nothing of it changes but that it may be withdrawn. */
@Entity('cpd_certificates')
@Index('uq_cpd_certificates_code', ['code'], { unique: true })
@Index('uq_cpd_certificates_kind_subject_id_holder_email_key', ['kind', 'subjectId', 'holderEmailKey'], {
  unique: true,
})
@Index('ix_cpd_certificates_holder_email_key', ['holderEmailKey'])
@Index('ix_cpd_certificates_session_id', ['sessionId'])
@Index('ix_cpd_certificates_series_id', ['seriesId'])
export class CertificateEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 12 })
  code!: string;

  @Column('varchar', { length: 20 })
  kind!: string;

  /** The session or the series. */
  @Column('varchar', { length: 36 })
  subjectId!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_certificates_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  sessionId!: string | null;

  @ForeignKey('CpdSeriesEntity', { name: 'fk_cpd_certificates_series_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  seriesId!: string | null;

  /** Whose it is: colleagues have no account yet, and find it once they have. */
  @Column('varchar', { length: 254 })
  holderEmailKey!: string;

  @Column('varchar', { length: 254 })
  holderEmail!: string;

  @Column('varchar', { length: 120 })
  name!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('varchar', { length: 120, nullable: true })
  topicTitle!: string | null;

  @Column('datetime', { precision: 3 })
  heldFrom!: Date;

  @Column('datetime', { precision: 3 })
  heldUntil!: Date;

  @Column('int')
  sessions!: number;

  @Column('int')
  minutes!: number;

  @Column('varchar', { length: 7, nullable: true })
  trn!: string | null;

  @Column('datetime', { precision: 3 })
  issuedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_certificates_withdrawn_by', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  withdrawnBy!: string | null;

  @Column('varchar', { length: 500, nullable: true })
  withdrawalReason!: string | null;
}
