import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A pupil or adult on a group’s roster. */
@Entity('people')
@Index('ix_people_group_id_place_in_list', ['groupId', 'placeInList'])
export class PersonEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('GroupEntity', { name: 'fk_people_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('int')
  placeInList!: number;

  @Column('varchar', { length: 10 })
  kind!: string;

  @Column('varchar', { length: 80 })
  givenName!: string;

  @Column('varchar', { length: 80 })
  familyName!: string;

  @Column('int', { nullable: true })
  yearGroup!: number | null;

  @Column('varchar', { length: 10 })
  photoConsent!: string;

  /** When a yes was given, by which it ends; null for people named before this was kept. */
  @Column('datetime', { precision: 3, nullable: true })
  photoConsentAt!: Date | null;

  @Column('varchar', { length: 20 })
  noticeVersion!: string;

  @Column('text', { nullable: true })
  sealedDayOnly!: string | null;

  /** The one thing of the sealed text that a door may know. */
  @Column('boolean', { default: 0 })
  hasAccessNeed!: boolean;

  @Column('datetime', { precision: 3, nullable: true })
  dayOnlyDeletedOn!: Date | null;

  /** Only where the conference asks for tracking data. */
  @Column('text', { nullable: true })
  sealedBirthDate!: string | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
