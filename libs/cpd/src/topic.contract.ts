export const TOPICS_PATH = 'cpd/topics';

export const QUALIFICATIONS = ['gcse', 'a-level'] as const;
export type Qualification = (typeof QUALIFICATIONS)[number];

export const QUALIFICATION_NAMES: Readonly<Record<Qualification, string>> = {
  gcse: 'GCSE',
  'a-level': 'A level',
};

/** For whom a topic is hard: pupils of the higher tier only, of both tiers, or of the A level. */
export const TOPIC_TIERS = ['higher', 'both', 'a-level'] as const;
export type TopicTier = (typeof TOPIC_TIERS)[number];

export const TOPIC_TIER_NAMES: Readonly<Record<TopicTier, string>> = {
  higher: 'Higher tier',
  both: 'Foundation and higher tier',
  'a-level': 'A level',
};

/** Topics that one teacher may mark in one academic year. */
export const VOTES_MAX = 5;

/** Where somebody may read on. */
export interface TopicReference {
  readonly title: string;
  readonly url: string;
}

/** A topic that is hard to teach. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly qualification: Qualification;
  readonly tier: TopicTier;
  /** The Department for Education’s codes: `A11` of the GCSE, `H` of the A level. */
  readonly contentCodes: readonly string[];
  readonly references: readonly TopicReference[];
  /** Whether teachers may mark it and sessions may be planned on it; one that is not keeps its sessions. */
  readonly active: boolean;
  /** Whether you marked it this academic year; absent for those who mark none. */
  readonly isMarked?: boolean;
}

/** One teacher finds one topic hard to teach, in one academic year. */
export interface TopicVote {
  readonly id: string;
  readonly topicId: string;
  readonly accountId: string;
  readonly schoolUrn: string;
  readonly academicYear: string;
  readonly votedAt: string;
}

/** How much a topic is wanted beside what is planned on it. Counts only: no school learns what another asked for. */
export interface TopicDemand {
  readonly topicId: string;
  readonly title: string;
  /** Schools of which at least one teacher marked it, each counted once. */
  readonly schools: number;
  readonly teachers: number;
  /** Sessions to come. */
  readonly planned: number;
  readonly delivered: number;
  /** 1 is most wanted; equal demand has an equal place. */
  readonly rank: number;
  readonly isTied: boolean;
  /** Whether somebody wants it and nothing is planned or was delivered. */
  readonly isUnmet: boolean;
}
