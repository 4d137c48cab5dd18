import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a job is due and which process has it in hand. */
@Entity('jobs')
export class JobEntity {
  @PrimaryColumn('varchar', { length: 60 })
  name!: string;

  @Column('datetime', { precision: 3 })
  dueAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  leasedUntil!: Date | null;

  @Column('varchar', { length: 36, nullable: true })
  lease!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  lastRunAt!: Date | null;

  @Column('int', { default: 0 })
  failures!: number;
}
