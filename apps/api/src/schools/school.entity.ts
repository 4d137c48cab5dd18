import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A school of the GIAS register. */
@Entity('schools')
@Index('ix_schools_status', ['status'])
export class SchoolEntity {
  @PrimaryColumn('varchar', { length: 6 })
  urn!: string;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('varchar', { length: 100 })
  town!: string;

  @Column('varchar', { length: 10 })
  postcode!: string;

  @Column('varchar', { length: 30 })
  status!: string;

  @Column('varchar', { length: 10, nullable: true })
  openDate!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  closeDate!: string | null;

  /** Where it is on the national grid, in metres, as the register says. */
  @Column('int', { nullable: true })
  easting!: number | null;

  @Column('int', { nullable: true })
  northing!: number | null;

  @Column('varchar', { length: 400 })
  searchText!: string;

  @Column('datetime', { precision: 3 })
  importedAt!: Date;

  /** When a list of open schools first lacked it, which closed it here; null when the register itself says what it is. */
  @Column('datetime', { precision: 3, nullable: true })
  missingSince!: Date | null;
}
