import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** One person’s right to attend. */
@Entity('tickets')
@Index('uq_tickets_conference_id_short_code', ['conferenceId', 'shortCode'], { unique: true })
@Index('uq_tickets_person_id', ['personId'], { unique: true })
@Index('ix_tickets_conference_id_roster_version', ['conferenceId', 'rosterVersion'])
@Index('ix_tickets_group_id', ['groupId'])
export class TicketEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_tickets_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @ForeignKey('GroupEntity', { name: 'fk_tickets_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('varchar', { length: 36, nullable: true })
  personId!: string | null;

  @Column('varchar', { length: 10 })
  kind!: string;

  @Column('varchar', { length: 170 })
  displayName!: string;

  @Column('varchar', { length: 8 })
  shortCode!: string;

  @Column('varchar', { length: 10 })
  status!: string;

  @Column('int')
  rosterVersion!: number;

  @Column('datetime', { precision: 3 })
  issuedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column('varchar', { length: 100, nullable: true })
  revokedReason!: string | null;

  /** Whether the person came on the day without having been on the list. */
  @Column('boolean', { default: 0 })
  walkIn!: boolean;
}
