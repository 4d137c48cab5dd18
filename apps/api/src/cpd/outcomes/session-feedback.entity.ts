import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTED } from '../../persistence/columns';

/**
 * What somebody answered about a session, beside no name. Its id is drawn at random and its rows are kept in the order
 * of their ids, so that nothing tells when it came but the five that it came among.
 */
@Entity('cpd_feedback', { withoutRowid: true })
@Index('ix_cpd_feedback_session_id', ['sessionId'])
export class FeedbackEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_feedback_session_id', ...RESTRICTED })
  @Column('varchar', { length: 36 })
  sessionId!: string;

  @Column('int')
  batch!: number;

  @Column('varchar', { length: 200 })
  answers!: string;

  @Column('text', { nullable: true })
  comment!: string | null;

  /** When the session ended, the same for all of it: from then on its retention counts. */
  @Column('datetime', { precision: 3 })
  heldOn!: Date;
}

/** That somebody has given feedback on a session, beside no answer and no moment. */
@Entity('cpd_feedback_givers', { withoutRowid: true })
export class FeedbackGiverEntity {
  @ForeignKey('CpdSessionEntity', { name: 'fk_cpd_feedback_givers_session_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  sessionId!: string;

  @ForeignKey('AccountEntity', { name: 'fk_cpd_feedback_givers_account_id', ...RESTRICTED })
  @PrimaryColumn('varchar', { length: 36 })
  accountId!: string;

  @Column('datetime', { precision: 3 })
  heldOn!: Date;
}
