import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** One line of what passed between trainees and mentor; never changed. */
@Entity('cpd_offer_entries')
@Index('ix_cpd_offer_entries_offer_id', ['offerId'])
export class OfferEntryEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('PresenterOfferEntity', { name: 'fk_cpd_offer_entries_offer_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  offerId!: string;

  /** A step of the offer, `offer` or `note`. */
  @Column('varchar', { length: 20 })
  action!: string;

  @Column('varchar', { length: 10 })
  party!: string;

  /** Null for what happened by itself, and for what staff did to the whole session. */
  @ForeignKey('AccountEntity', { name: 'fk_cpd_offer_entries_written_by', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  writtenBy!: string | null;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('datetime', { precision: 3 })
  writtenAt!: Date;
}
