import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** A teacher’s booking, alone or with colleagues, of one session or of a whole series. */
@Entity('cpd_bookings')
@Index('uq_cpd_bookings_live_key', ['liveKey'], { unique: true })
@Index('ix_cpd_bookings_session_id', ['sessionId'])
@Index('ix_cpd_bookings_series_id', ['seriesId'])
@Index('ix_cpd_bookings_booked_by', ['bookedBy'])
@Index('ix_cpd_bookings_school_urn', ['schoolUrn'])
@Index('ix_cpd_bookings_sequence', ['sequence'])
export class SessionBookingEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 10 })
  kind!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_bookings_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  sessionId!: string | null;

  @ForeignKey('CpdSeriesEntity', { name: 'fk_cpd_bookings_series_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  seriesId!: string | null;

  @Column('varchar', { length: 80, nullable: true })
  liveKey!: string | null;

  @ForeignKey('SchoolEntity', { name: 'fk_cpd_bookings_school_urn', ...RESTRICTED })
  @Column('varchar', { length: 6 })
  schoolUrn!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_bookings_booked_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  bookedBy!: string;

  @Column('varchar', { length: 12 })
  status!: string;

  @Column('int')
  people!: number;

  @Column('int')
  fewest!: number;

  @Column('int')
  places!: number;

  @Column('int', { default: 0 })
  held!: number;

  @Column('int')
  sequence!: number;

  @Column('datetime', { precision: 3 })
  bookedAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  cancelledAt!: Date | null;

  @Column('varchar', { length: 500, nullable: true })
  cancellationReason!: string | null;
}

/** A session that a booking is of: one, or those of its series that were still to come. */
@Entity('cpd_booking_sessions')
@Index('ix_cpd_booking_sessions_session_id', ['sessionId'])
export class BookingSessionEntity {
  @ForeignKey('SessionBookingEntity', { name: 'fk_cpd_booking_sessions_booking_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  bookingId!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_booking_sessions_session_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  sessionId!: string;
}

/** One person on a booking; places go to them in the order of the list. */
@Entity('cpd_booked_people')
@Index('ix_cpd_booked_people_booking_id_place_in_list', ['bookingId', 'placeInList'])
@Index('ix_cpd_booked_people_account_id', ['accountId'])
@Index('ix_cpd_booked_people_email_key', ['emailKey'])
export class BookedPersonEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('SessionBookingEntity', { name: 'fk_cpd_booked_people_booking_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  bookingId!: string;

  @Column('int')
  placeInList!: number;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_booked_people_account_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  accountId!: string | null;

  @Column('varchar', { length: 120 })
  name!: string;

  @Column('varchar', { length: 254 })
  email!: string;

  @Column('varchar', { length: 254 })
  emailKey!: string;

  @Column('varchar', { length: 7, nullable: true })
  trn!: string | null;

  @Column('boolean')
  hasPlace!: boolean;

  /** Since when they are on the booking; a session of the series that had begun by then is not theirs. */
  @Column('datetime', { precision: 3, nullable: true })
  joinedAt!: Date | null;

  /** Since when they have a place. */
  @Column('datetime', { precision: 3, nullable: true })
  placedAt!: Date | null;

  /** Since when they are on the booking no more; who had a place keeps it in the sessions that had begun by then. */
  @Column('datetime', { precision: 3, nullable: true })
  leftAt!: Date | null;
}
