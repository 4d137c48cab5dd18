import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** Which school took the place of another, as the register links them. */
@Entity('school_links')
export class SchoolLinkEntity {
  @ForeignKey('SchoolEntity', 'urn', { name: 'fk_school_links_urn', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 6 })
  urn!: string;

  @ForeignKey('SchoolEntity', 'urn', { name: 'fk_school_links_successor_urn', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 6 })
  successorUrn!: string;

  @Column('varchar', { length: 10, nullable: true })
  establishedOn!: string | null;

  @Column('datetime', { precision: 3 })
  importedAt!: Date;
}
