import type { CpdSessionStatus } from './cpd-session.contract';
import type { Topic, TopicDemand, TopicVote } from './topic.contract';
import { VOTES_MAX } from './topic.contract';

export interface DemandFacts {
  readonly academicYear: string;
  readonly topics: readonly Pick<Topic, 'id' | 'title' | 'active'>[];
  readonly votes: readonly Pick<TopicVote, 'topicId' | 'accountId' | 'schoolUrn' | 'academicYear'>[];
  /** The sessions of the same academic year. */
  readonly sessions: readonly { readonly topicId: string; readonly status: CpdSessionStatus }[];
}

const distinct = (values: readonly string[]): number => new Set(values).size;

type Wanted = Pick<TopicDemand, 'schools' | 'teachers'>;
const sameDemand = (a: Wanted, b: Wanted): boolean => a.schools === b.schools && a.teachers === b.teachers;

/**
 * How much each topic is wanted in one academic year beside what is planned on it, most wanted first: by schools, each
 * counted once however many of its teachers marked it, then by teachers, then by title. Equal demand has an equal rank,
 * and the next rank is left out. Only counts leave: no school learns what another asked for. A topic that is not active
 * is left out unless somebody marked it or a session stands on it.
 */
export const topicDemand = ({
  academicYear,
  topics,
  votes,
  sessions,
}: DemandFacts): readonly TopicDemand[] => {
  const rows = topics
    .map(({ id, title, active }) => {
      const marks = votes.filter((vote) => vote.topicId === id && vote.academicYear === academicYear);
      const standing = sessions.filter(({ topicId }) => topicId === id).map(({ status }) => status);
      const planned = standing.filter((status) => status === 'draft' || status === 'published').length;
      const delivered = standing.filter((status) => status === 'delivered').length;
      const schools = distinct(marks.map(({ schoolUrn }) => schoolUrn));
      const teachers = distinct(marks.map(({ accountId }) => accountId));
      return { topicId: id, title, active, schools, teachers, planned, delivered };
    })
    .filter(({ active, teachers, planned, delivered }) => active || teachers + planned + delivered > 0)
    .sort(
      (a, b) => b.schools - a.schools || b.teachers - a.teachers || a.title.localeCompare(b.title, 'en-GB'),
    );
  return rows.map(({ active: _, ...row }) => ({
    ...row,
    rank: rows.findIndex((other) => sameDemand(other, row)) + 1,
    isTied: rows.filter((other) => sameDemand(other, row)).length > 1,
    isUnmet: row.teachers > 0 && row.planned + row.delivered === 0,
  }));
};

export type VoteDecision =
  | { readonly kind: 'taken' }
  /** The teacher had marked it already; nothing changes. */
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly code: 'topic-not-active' | 'votes-used-up'; readonly words: string };

/**
 * Decides whether a teacher may mark a topic: each topic once in an academic year, and five topics at most, so that a
 * mark means “hardest” and not “hard”. A mark is the teacher’s own and is taken back by the same teacher.
 */
export const decideVote = (
  topic: Pick<Topic, 'id' | 'active'>,
  votesThisYear: readonly Pick<TopicVote, 'topicId'>[],
): VoteDecision => {
  if (votesThisYear.some(({ topicId }) => topicId === topic.id)) return { kind: 'already' };
  if (!topic.active) {
    return {
      kind: 'refused',
      code: 'topic-not-active',
      words: 'This topic is no longer in the catalogue. Choose another.',
    };
  }
  if (distinct(votesThisYear.map(({ topicId }) => topicId)) >= VOTES_MAX) {
    return {
      kind: 'refused',
      code: 'votes-used-up',
      words: `You have marked ${VOTES_MAX} topics this year. Take one back before you mark another.`,
    };
  }
  return { kind: 'taken' };
};
