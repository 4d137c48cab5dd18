import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../persistence/columns';

/** Which version of the visit pack a group's school was last written to about. */
@Entity('pack_letters')
export class PackLetterEntity {
  @ForeignKey('GroupEntity', { name: 'fk_pack_letters_group_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  groupId!: string;

  @Column('int')
  packVersion!: number;

  @Column('datetime', { precision: 3 })
  toldAt!: Date;
}
