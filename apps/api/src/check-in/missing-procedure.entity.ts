import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of what the host does when a pupil cannot be found; never changed, the newest holds. */
@Entity('missing_procedures')
@Index('uq_missing_procedures_version', ['version'], { unique: true })
export class MissingProcedureEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  text!: string;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;

  @Column('varchar', { length: 36 })
  changedBy!: string;

  @Column('varchar', { length: 200 })
  changedByName!: string;
}
