import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** A day that a trainee spends in their placement school, in London’s calendar. */
@Entity('cpd_placement_days')
@Index('uq_cpd_placement_days_account_id_day', ['accountId', 'day'], { unique: true })
export class PlacementDayEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_placement_days_account_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  accountId!: string;

  @Column('varchar', { length: 10 })
  day!: string;

  @Column('varchar', { length: 120 })
  schoolName!: string;

  @Column('datetime', { precision: 3 })
  addedAt!: Date;
}
