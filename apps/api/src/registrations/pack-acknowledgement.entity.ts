import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** That somebody of a group's school has read one version of the visit pack; never changed. */
@Entity('pack_acknowledgements')
@Index('uq_pack_acknowledgements_group_id_pack_version', ['groupId', 'packVersion'], { unique: true })
export class PackAcknowledgementEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('GroupEntity', { name: 'fk_pack_acknowledgements_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('int')
  packVersion!: number;

  @ForeignKey('AccountEntity', { name: 'fk_pack_acknowledgements_acknowledged_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  acknowledgedBy!: string;

  @Column('datetime', { precision: 3 })
  acknowledgedAt!: Date;
}
