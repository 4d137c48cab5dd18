import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A change after final numbers that staff made, or allowed the school until a moment, with their reason. */
@Entity('roster_overrides')
@Index('ix_roster_overrides_group_id_given_at', ['groupId', 'givenAt'])
export class RosterOverrideEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('GroupEntity', { name: 'fk_roster_overrides_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('varchar', { length: 500 })
  reason!: string;

  @ForeignKey('AccountEntity', { name: 'fk_roster_overrides_given_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  givenBy!: string;

  @Column('datetime', { precision: 3 })
  givenAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  openUntil!: Date | null;
}
