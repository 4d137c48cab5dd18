import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A place or moment where tickets are scanned. */
@Entity('checkpoints')
@Index('ix_checkpoints_conference_id', ['conferenceId'])
@Index('uq_checkpoints_session_id', ['sessionId'], { unique: true })
export class CheckpointEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_checkpoints_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 80 })
  name!: string;

  @Column('varchar', { length: 10 })
  admits!: string;

  @Column('boolean')
  isMainDoor!: boolean;

  @Column('datetime', { precision: 3, nullable: true })
  opensAt!: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  closesAt!: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  /** The session of the programme that it stands at. */
  @Column('varchar', { length: 36, nullable: true })
  sessionId!: string | null;
}
