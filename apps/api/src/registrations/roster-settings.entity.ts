import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** What a conference asks of its rosters; without a row the defaults hold. */
@Entity('roster_settings')
export class RosterSettingsEntity {
  @ForeignKey('ConferenceEntity', { name: 'fk_roster_settings_conference_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  conferenceId!: string;

  @Column('boolean')
  swapsAfterFinalNumbers!: boolean;

  @Column('boolean')
  trackingData!: boolean;

  @Column('varchar', { length: 500, nullable: true })
  trackingReason!: string | null;

  @Column('int')
  trackingDays!: number;

  @Column('int')
  dayOnlyDays!: number;

  @Column('int')
  photoConsentMonths!: number;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}
