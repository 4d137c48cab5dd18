import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** Places offered to a waiting booking, held while the offer is open; `openKey` lets a booking have one open offer. */
@Entity('cpd_place_offers')
@Index('uq_cpd_place_offers_token_hash', ['tokenHash'], { unique: true })
@Index('uq_cpd_place_offers_open_key', ['openKey'], { unique: true })
@Index('ix_cpd_place_offers_booking_id', ['bookingId'])
@Index('ix_cpd_place_offers_status_expires_at', ['status', 'expiresAt'])
export class BookingOfferEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('SessionBookingEntity', { name: 'fk_cpd_place_offers_booking_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  bookingId!: string;

  /** In each session of the booking. */
  @Column('int')
  places!: number;

  @Column('varchar', { length: 64 })
  tokenHash!: string;

  @Column('varchar', { length: 12 })
  status!: string;

  @Column('varchar', { length: 36, nullable: true })
  openKey!: string | null;

  @Column('datetime', { precision: 3 })
  madeAt!: Date;

  @Column('datetime', { precision: 3 })
  expiresAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  settledAt!: Date | null;

  /** The account that answered; null when it was answered by the link, or by time. */
  @ForeignKey('AccountEntity', { name: 'fk_cpd_place_offers_settled_by', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  settledBy!: string | null;
}

/** The people of a booking were reminded of a session: once a week before it and once a day before. */
@Entity('cpd_booking_reminders')
export class BookingReminderEntity {
  @ForeignKey('SessionBookingEntity', { name: 'fk_cpd_booking_reminders_booking_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  bookingId!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_booking_reminders_session_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  sessionId!: string;

  @PrimaryColumn('varchar', { length: 6 })
  kind!: string;

  @Column('datetime', { precision: 3 })
  sentAt!: Date;
}
