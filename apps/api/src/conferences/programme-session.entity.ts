import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** What happens in one slot, usually in one room. */
@Entity('programme_sessions')
@Index('ix_programme_sessions_conference_id', ['conferenceId'])
export class ProgrammeSessionEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_programme_sessions_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('text', { nullable: true })
  summary!: string | null;

  @ForeignKey('ProgrammeStrandEntity', { name: 'fk_programme_sessions_strand_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  strandId!: string | null;

  @ForeignKey('ProgrammeSlotEntity', { name: 'fk_programme_sessions_slot_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  slotId!: string;

  @ForeignKey('ProgrammeRoomEntity', { name: 'fk_programme_sessions_room_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  roomId!: string | null;

  @Column('varchar', { length: 40 })
  yearGroups!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}

/** One speaker of one session, in the order in which they are named. */
@Entity('programme_session_speakers')
@Index('uq_programme_session_speakers_session_id_speaker_id', ['sessionId', 'speakerId'], { unique: true })
export class SessionSpeakerEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ProgrammeSessionEntity', {
    name: 'fk_programme_session_speakers_session_id',
    ...RESTRICTED,
  })
  @Column('varchar', { length: 36 })
  sessionId!: string;

  @ForeignKey('ProgrammeSpeakerEntity', {
    name: 'fk_programme_session_speakers_speaker_id',
    ...RESTRICTED,
  })
  @Column('varchar', { length: 36 })
  speakerId!: string;

  @Column('int')
  placeInList!: number;
}
