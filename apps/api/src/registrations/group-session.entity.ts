import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A session that a group would like, and how much. */
@Entity('session_preferences')
@Index('uq_session_preferences_group_id_session_id', ['groupId', 'sessionId'], { unique: true })
export class SessionPreferenceEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('GroupEntity', { name: 'fk_session_preferences_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @ForeignKey('ProgrammeSessionEntity', { name: 'fk_session_preferences_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  sessionId!: string;

  @Column('int')
  placeInList!: number;
}

/** Seats of a session that a group, or a part of it, has. */
@Entity('session_placements')
@Index('ix_session_placements_conference_id', ['conferenceId'])
@Index('ix_session_placements_group_id', ['groupId'])
export class SessionPlacementEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_session_placements_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @ForeignKey('GroupEntity', { name: 'fk_session_placements_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @ForeignKey('ProgrammeSessionEntity', { name: 'fk_session_placements_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  sessionId!: string;

  @Column('int')
  pupils!: number;

  @Column('int')
  adults!: number;

  /** `by-hand` by staff, or `worked-out`. */
  @Column('varchar', { length: 10 })
  made!: string;

  @Column('varchar', { length: 500, nullable: true })
  reason!: string | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}

/** That the sessions of a conference's groups are published, and with which seed they were worked out. */
@Entity('session_plans')
export class SessionPlanEntity {
  @ForeignKey('ConferenceEntity', { name: 'fk_session_plans_conference_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 40 })
  seed!: string;

  @Column('datetime', { precision: 3 })
  publishedAt!: Date;
}
