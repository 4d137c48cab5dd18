import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried in the current window, for every process alike. */
@Entity('throttles')
@Index('ix_throttles_resets_at', ['resetsAt'])
export class ThrottleEntity {
  @PrimaryColumn('varchar', { length: 120 })
  bucket!: string;

  @Column('int')
  hits!: number;

  @Column('datetime', { precision: 3 })
  resetsAt!: Date;
}
