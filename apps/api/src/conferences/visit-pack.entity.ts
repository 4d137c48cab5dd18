import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LONG_BYTES, RESTRICTED } from '../persistence/columns';

/** The visit pack of a conference: its version, which is what schools acknowledge. */
@Entity('visit_packs')
export class VisitPackEntity {
  @ForeignKey('ConferenceEntity', { name: 'fk_visit_packs_conference_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  conferenceId!: string;

  @Column('int', { default: 0 })
  version!: number;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;
}

/** A file of a visit pack; what it holds is in its versions. */
@Entity('pack_files')
@Index('ix_pack_files_conference_id', ['conferenceId'])
export class PackFileEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('ConferenceEntity', { name: 'fk_pack_files_conference_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  conferenceId!: string;

  @Column('varchar', { length: 30 })
  kind!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('boolean')
  isPublic!: boolean;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  withdrawnAt!: Date | null;
}

/** One version of a file; never changed, so that what was acknowledged can be read again. */
@Entity('pack_versions')
@Index('uq_pack_versions_file_id_version', ['fileId', 'version'], { unique: true })
export class PackVersionEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('PackFileEntity', { name: 'fk_pack_versions_file_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  fileId!: string;

  @Column('int')
  version!: number;

  @Column('int')
  packVersion!: number;

  @ForeignKey('PackContentEntity', { name: 'fk_pack_versions_content_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  contentId!: string;

  @Column('varchar', { length: 120 })
  fileName!: string;

  @Column('varchar', { length: 100 })
  contentType!: string;

  @Column('int')
  size!: number;

  @ForeignKey('AccountEntity', { name: 'fk_pack_versions_uploaded_by', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  uploadedBy!: string;

  @Column('datetime', { precision: 3 })
  uploadedAt!: Date;
}

/** The bytes of a file, apart from what is said of it; conferences that were copied share them. */
@Entity('pack_contents')
export class PackContentEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 64 })
  sha256!: string;

  @Column(LONG_BYTES)
  content!: Buffer;
}
