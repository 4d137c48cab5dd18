import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** Trainees offer to deliver a session, as one team or alone. */
@Entity('cpd_offers')
@Index('uq_cpd_offers_live_key', ['liveKey'], { unique: true })
@Index('ix_cpd_offers_session_id', ['sessionId'])
export class PresenterOfferEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_offers_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  sessionId!: string;

  @Column('varchar', { length: 80, nullable: true })
  liveKey!: string | null;

  @Column('varchar', { length: 20 })
  status!: string;

  @Column('text')
  outline!: string;

  @Column('datetime', { precision: 3 })
  offeredAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;

  /** When the mentors were told that it waits for them; null while the next digest is still to name it. */
  @Column('datetime', { precision: 3, nullable: true })
  mentorsToldAt!: Date | null;
}

/** Somebody of the team that offers. */
@Entity('cpd_offer_presenters')
@Index('uq_cpd_offer_presenters_offer_id_account_id', ['offerId', 'accountId'], { unique: true })
@Index('ix_cpd_offer_presenters_account_id', ['accountId'])
export class OfferPresenterEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('PresenterOfferEntity', { name: 'fk_cpd_offer_presenters_offer_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  offerId!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_offer_presenters_account_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  accountId!: string;

  @Column('int')
  placeInList!: number;

  @Column('boolean')
  isLead!: boolean;
}
