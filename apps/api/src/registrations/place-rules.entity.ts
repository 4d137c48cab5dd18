import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** How one conference gives its places: how long an offer stands, the criteria of a fair allocation, and when it was made. */
@Entity('place_rules')
export class PlaceRulesEntity {
  @ForeignKey('ConferenceEntity', { name: 'fk_place_rules_conference_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  conferenceId!: string;

  @Column('int')
  offerHours!: number;

  @Column('varchar', { length: 10 })
  method!: string;

  /** The criteria as JSON, checked when they were saved. */
  @Column('text')
  criteria!: string;

  @Column('datetime', { precision: 3, nullable: true })
  allocatedAt!: Date | null;

  @Column('varchar', { length: 36, nullable: true })
  allocatedBy!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  seed!: string | null;

  @Column('varchar', { length: 36 })
  changedBy!: string;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;
}
