import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** Places offered to a waiting group, held while the offer is open; `openKey` lets a group have one open offer. */
@Entity('place_offers')
@Index('uq_place_offers_token_hash', ['tokenHash'], { unique: true })
@Index('uq_place_offers_open_key', ['openKey'], { unique: true })
@Index('ix_place_offers_conference_id_status', ['conferenceId', 'status'])
@Index('ix_place_offers_group_id_made_at', ['groupId', 'madeAt'])
export class PlaceOfferEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_place_offers_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @ForeignKey('GroupEntity', { name: 'fk_place_offers_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('int')
  places!: number;

  @Column('varchar', { length: 64 })
  tokenHash!: string;

  @Column('varchar', { length: 10 })
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
  @Column('varchar', { length: 36, nullable: true })
  settledBy!: string | null;
}
