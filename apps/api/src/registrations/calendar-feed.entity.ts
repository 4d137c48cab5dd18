import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** A school's calendar link: found by the hash of its token, shown again from the sealed one. */
@Entity('calendar_feeds')
@Index('uq_calendar_feeds_token_hash', ['tokenHash'], { unique: true })
export class CalendarFeedEntity {
  @ForeignKey('SchoolEntity', 'urn', { name: 'fk_calendar_feeds_school_urn', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 6 })
  schoolUrn!: string;

  @Column('varchar', { length: 64 })
  tokenHash!: string;

  @Column('varchar', { length: 400 })
  sealedToken!: string;

  @ForeignKey('AccountEntity', { name: 'fk_calendar_feeds_renewed_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  renewedBy!: string;

  @Column('datetime', { precision: 3 })
  renewedAt!: Date;
}
