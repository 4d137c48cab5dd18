import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** Whether a conference's programme is published; there is no row until somebody asks. */
@Entity('programmes')
export class ProgrammeEntity {
  @ForeignKey('ConferenceEntity', { name: 'fk_programmes_conference_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  conferenceId!: string;

  @Column('datetime', { precision: 3, nullable: true })
  publishedAt!: Date | null;
}

/** A theme that runs through several sessions. */
@Entity('programme_strands')
@Index('ix_programme_strands_conference_id', ['conferenceId'])
export class ProgrammeStrandEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_programme_strands_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}

/** A room and how many people it holds. */
@Entity('programme_rooms')
@Index('ix_programme_rooms_conference_id', ['conferenceId'])
export class ProgrammeRoomEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_programme_rooms_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 80 })
  name!: string;

  @Column('int')
  capacity!: number;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}

/** A stretch of the day that sessions stand in. */
@Entity('programme_slots')
@Index('ix_programme_slots_conference_id', ['conferenceId'])
export class ProgrammeSlotEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_programme_slots_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  @Column('datetime', { precision: 3 })
  startsAt!: Date;

  @Column('datetime', { precision: 3 })
  endsAt!: Date;

  @Column('varchar', { length: 10 })
  grouping!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}

/** Somebody who speaks or leads a session. */
@Entity('programme_speakers')
@Index('ix_programme_speakers_conference_id', ['conferenceId'])
export class ProgrammeSpeakerEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_programme_speakers_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 120 })
  name!: string;

  @Column('varchar', { length: 10 })
  kind!: string;

  @Column('varchar', { length: 120, nullable: true })
  affiliation!: string | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
