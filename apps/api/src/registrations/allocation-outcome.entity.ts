import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** What a published allocation decided for one group, and why. */
@Entity('allocation_outcomes')
@Index('ix_allocation_outcomes_conference_id_rank_number', ['conferenceId', 'rankNumber'])
export class AllocationOutcomeEntity {
  @ForeignKey('GroupEntity', { name: 'fk_allocation_outcomes_group_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  groupId!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_allocation_outcomes_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('int')
  rankNumber!: number;

  @Column('int')
  points!: number;

  @Column('int')
  places!: number;

  @Column('varchar', { length: 500 })
  reason!: string;
}
