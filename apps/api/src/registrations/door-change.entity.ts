import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** Somebody who was put on a list on the day itself, and why; the id is the device's own, so that a repeat finds it. */
@Entity('door_changes')
@Index('ix_door_changes_group_id', ['groupId'])
export class DoorChangeEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_door_changes_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @ForeignKey('GroupEntity', { name: 'fk_door_changes_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  /** The ticket that was issued. */
  @Column('varchar', { length: 36 })
  ticketId!: string;

  /** `walk-in` or `substitution`. */
  @Column('varchar', { length: 12 })
  kind!: string;

  @Column('varchar', { length: 300 })
  reason!: string;

  /** Whether there was no place left for this person. */
  @Column('boolean')
  overPlaces!: boolean;

  /** The supervisor's name as paired, or the member of staff's. */
  @Column('varchar', { length: 80 })
  madeBy!: string;

  @Column('datetime', { precision: 3 })
  madeAt!: Date;
}
