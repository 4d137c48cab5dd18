import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LONG_TEXT, RESTRICTED } from '../persistence/columns';

/** A read list that waits to be confirmed, sealed. */
@Entity('roster_previews')
@Index('ix_roster_previews_group_id', ['groupId'])
@Index('ix_roster_previews_expires_at', ['expiresAt'])
export class RosterPreviewEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('GroupEntity', { name: 'fk_roster_previews_group_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column(LONG_TEXT)
  sealedPreview!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  expiresAt!: Date;
}
