import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LONG_BYTES, RESTRICTED } from '../../persistence/columns';

/** What is said of a file or a link to teach with; `withdrawnAt` takes it off the shelf and keeps it on record. */
@Entity('cpd_resources')
@Index('ix_cpd_resources_topic_id', ['topicId'])
@Index('ix_cpd_resources_session_id', ['sessionId'])
@Index('ix_cpd_resources_shared_by', ['sharedBy'])
@Index('ix_cpd_resources_shared_at', ['sharedAt'])
export class ResourceEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('varchar', { length: 1000, nullable: true })
  summary!: string | null;

  @ForeignKey('CpdTopicEntity', { name: 'fk_cpd_resources_topic_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  topicId!: string | null;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_resources_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  sessionId!: string | null;

  @Column('varchar', { length: 20 })
  licence!: string;

  @Column('varchar', { length: 200, nullable: true })
  attribution!: string | null;

  @Column('varchar', { length: 12 })
  audience!: string;

  /** `file` or `link`. */
  @Column('varchar', { length: 5 })
  kind!: string;

  @Column('varchar', { length: 2000, nullable: true })
  url!: string | null;

  /** Title, summary and who made it, folded as people search. */
  @Column('text')
  searchText!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_resources_shared_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  sharedBy!: string;

  @Column('datetime', { precision: 3 })
  sharedAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  withdrawnAt!: Date | null;
}

/** One version of a file; never changed. */
@Entity('cpd_resource_versions')
@Index('uq_cpd_resource_versions_resource_id_version', ['resourceId', 'version'], { unique: true })
@Index('ix_cpd_resource_versions_content_id', ['contentId'])
@Index('ix_cpd_resource_versions_uploaded_by', ['uploadedBy'])
export class ResourceVersionEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ResourceEntity', { name: 'fk_cpd_resource_versions_resource_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  resourceId!: string;

  @Column('int')
  version!: number;

  @ForeignKey('ResourceContentEntity', { name: 'fk_cpd_resource_versions_content_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  contentId!: string;

  @Column('varchar', { length: 120 })
  fileName!: string;

  @Column('varchar', { length: 100 })
  contentType!: string;

  @Column('int')
  size!: number;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_resource_versions_uploaded_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  uploadedBy!: string;

  @Column('datetime', { precision: 3 })
  uploadedAt!: Date;
}

/** The bytes of a version, of which this row says what they are. */
@Entity('cpd_resource_contents')
export class ResourceContentEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 64 })
  sha256!: string;

  @Column('int')
  size!: number;

  @Column('datetime', { precision: 3 })
  storedAt!: Date;
}

/** A piece of a file: one that fits into a packet of any database. */
@Entity('cpd_resource_pieces')
export class ResourcePieceEntity {
  @ForeignKey('ResourceContentEntity', { name: 'fk_cpd_resource_pieces_content_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  contentId!: string;

  @PrimaryColumn('int')
  place!: number;

  @Column(LONG_BYTES)
  bytes!: Buffer;
}
