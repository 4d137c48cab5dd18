import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** The door of a session: the event that its phones, tickets and scans belong to. */
@Entity('cpd_session_doors')
@Index('uq_cpd_session_doors_event_id', ['eventId'], { unique: true })
export class SessionDoorEntity {
  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_session_doors_session_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  sessionId!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_cpd_session_doors_event_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  eventId!: string;

  @Column('datetime', { precision: 3 })
  openedAt!: Date;
}

/** Whose ticket it is: of one session, and of a booked person or a presenter. */
@Entity('cpd_door_tickets')
@Index('uq_cpd_door_tickets_session_id_person_id', ['sessionId', 'personId'], { unique: true })
export class SessionTicketEntity {
  @ForeignKey('TicketEntity', { name: 'fk_cpd_door_tickets_ticket_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  ticketId!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_door_tickets_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  sessionId!: string;

  @Column('varchar', { length: 36 })
  personId!: string;
}
