import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/** A topic that is hard to teach. */
@Entity('cpd_topics')
export class CpdTopicEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 120 })
  title!: string;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('varchar', { length: 10 })
  qualification!: string;

  @Column('varchar', { length: 10 })
  tier!: string;

  @Column('varchar', { length: 200 })
  contentCodes!: string;

  @Column('text')
  topicReferences!: string;

  @Column('boolean')
  active!: boolean;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  updatedAt!: Date;
}

/** One teacher finds one topic hard to teach, in one academic year. */
@Entity('cpd_topic_votes')
@Index('uq_cpd_topic_votes_account_id_academic_year_topic_id', ['accountId', 'academicYear', 'topicId'], {
  unique: true,
})
@Index('ix_cpd_topic_votes_academic_year_topic_id', ['academicYear', 'topicId'])
export class TopicVoteEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('CpdTopicEntity', { name: 'fk_cpd_topic_votes_topic_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  topicId!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_topic_votes_account_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  accountId!: string;

  @ForeignKey('SchoolEntity', { name: 'fk_cpd_topic_votes_school_urn', ...RESTRICTED })
  @Column('varchar', { length: 6 })
  schoolUrn!: string;

  @Column('varchar', { length: 7 })
  academicYear!: string;

  @Column('datetime', { precision: 3 })
  votedAt!: Date;
}
