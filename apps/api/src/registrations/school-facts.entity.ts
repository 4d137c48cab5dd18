import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** What staff say of a school that a fair allocation may go by. */
@Entity('school_facts')
export class SchoolFactsEntity {
  @ForeignKey('SchoolEntity', 'urn', { name: 'fk_school_facts_school_urn', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 6 })
  schoolUrn!: string;

  @Column('boolean', { default: 0 })
  projectSchool!: boolean;

  @Column('boolean', { default: 0 })
  priorityMeasure!: boolean;

  @Column('varchar', { length: 36 })
  changedBy!: string;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;
}
