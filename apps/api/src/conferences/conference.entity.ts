import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A conference, its counters of places and the keys of its tickets. */
@Entity('conferences')
@Index('uq_conferences_slug', ['slug'], { unique: true })
@Index('uq_conferences_code_tag', ['codeTag'], { unique: true })
@Index('ix_conferences_status_starts_at', ['status', 'startsAt'])
export class ConferenceEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  /** `conference`, or `cpd-session`: an event that is there for a door and for nothing else. */
  @Column('varchar', { length: 20, default: 'conference' })
  kind!: string;

  @Column('varchar', { length: 80 })
  slug!: string;

  @Column('varchar', { length: 30 })
  status!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('text')
  summary!: string;

  @Column('varchar', { length: 120 })
  venueName!: string;

  @Column('varchar', { length: 300 })
  venueAddress!: string;

  @Column('datetime', { precision: 3 })
  startsAt!: Date;

  @Column('datetime', { precision: 3 })
  endsAt!: Date;

  @Column('varchar', { length: 40 })
  yearGroups!: string;

  @Column('int')
  pupilPlaces!: number;

  @Column('int', { nullable: true })
  schoolCap!: number | null;

  @Column('int')
  pupilsPerAdult!: number;

  /** Other numbers for some year groups, as JSON; null for none. */
  @Column('varchar', { length: 600, nullable: true })
  supervisionBands!: string | null;

  @Column('varchar', { length: 20 })
  allocation!: string;

  @Column('datetime', { precision: 3 })
  registrationOpensAt!: Date;

  @Column('datetime', { precision: 3 })
  registrationClosesAt!: Date;

  @Column('datetime', { precision: 3 })
  finalNumbersAt!: Date;

  @Column('int', { default: 0 })
  placesGiven!: number;

  @Column('int', { default: 0 })
  queueLength!: number;

  @Column('int', { default: 0 })
  rosterVersion!: number;

  @Column('int', { default: 0 })
  calendarSequence!: number;

  @Column('varchar', { length: 500, nullable: true })
  cancellationReason!: string | null;

  @Column('varchar', { length: 8, nullable: true })
  codeTag!: string | null;

  @Column('varchar', { length: 60, nullable: true })
  publicKey!: string | null;

  @Column('varchar', { length: 400, nullable: true })
  sealedPrivateKey!: string | null;

  @ForeignKey('AccountEntity', { name: 'fk_conferences_created_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  createdBy!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}
