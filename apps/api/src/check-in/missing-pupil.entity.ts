import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A pupil who is being looked for, or was. */
@Entity('missing_pupils')
@Index('uq_missing_pupils_open_key', ['openKey'], { unique: true })
@Index('ix_missing_pupils_conference_id_opened_at', ['conferenceId', 'openedAt'])
export class MissingPupilEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_missing_pupils_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @ForeignKey('TicketEntity', { name: 'fk_missing_pupils_ticket_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  ticketId!: string;

  /** The ticket while the record is open: one pupil has one open record, whoever opens it. */
  @Column('varchar', { length: 36, nullable: true })
  openKey!: string | null;

  @Column('text')
  sealedLastSeen!: string;

  @Column('datetime', { precision: 3 })
  openedAt!: Date;

  @Column('varchar', { length: 36 })
  openedBy!: string;

  @Column('varchar', { length: 200 })
  openedByName!: string;

  @Column('datetime', { precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column('varchar', { length: 36, nullable: true })
  closedBy!: string | null;

  @Column('varchar', { length: 200, nullable: true })
  closedByName!: string | null;

  @Column('varchar', { length: 20, nullable: true })
  outcome!: string | null;
}

/** One thing that was done to find them; never changed. */
@Entity('missing_pupil_steps')
@Index('ix_missing_pupil_steps_missing_pupil_id_at', ['missingPupilId', 'at'])
export class MissingPupilStepEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('MissingPupilEntity', { name: 'fk_missing_pupil_steps_missing_pupil_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  missingPupilId!: string;

  @Column('datetime', { precision: 3 })
  at!: Date;

  @Column('varchar', { length: 36 })
  doneBy!: string;

  @Column('varchar', { length: 200 })
  doneByName!: string;

  @Column('text')
  sealedText!: string;
}
