import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** What a trainee and a mentor wrote about a session that the trainee delivered; the record itself is what happened. */
@Entity('cpd_evidence')
export class EvidenceEntity {
  @ForeignKey('OfferPresenterEntity', { name: 'fk_cpd_evidence_presenter_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  presenterId!: string;

  /** Teachers’ Standards, spaces between them. */
  @Column('varchar', { length: 60 })
  standards!: string;

  @Column('text', { nullable: true })
  reflection!: string | null;

  @Column('text', { nullable: true })
  mentorNote!: string | null;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_evidence_mentor_id', ...RESTRICTED })
  @Column('varchar', { length: 36, nullable: true })
  mentorId!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  notedAt!: Date | null;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}
