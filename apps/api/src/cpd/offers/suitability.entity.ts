import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** That somebody’s suitability was confirmed; a new row each time, the latest counts. */
@Entity('cpd_suitabilities')
@Index('ix_cpd_suitabilities_account_id', ['accountId'])
export class SuitabilityEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_suitabilities_account_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  accountId!: string;

  @Column('varchar', { length: 120 })
  confirmedBy!: string;

  @Column('varchar', { length: 10 })
  confirmedOn!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_suitabilities_recorded_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  recordedBy!: string;

  @Column('datetime', { precision: 3 })
  recordedAt!: Date;
}
