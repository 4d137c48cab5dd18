import type { Topic } from './topic.contract';
import { TOPIC_SEED } from './topics.data';

/** The topics that a new catalogue begins with, ready to be stored; staff edit them from then on. */
export const readTopicSeed = (): readonly Omit<Topic, 'id'>[] =>
  TOPIC_SEED.map(([title, qualification, tier, codes]) => ({
    title,
    summary: null,
    qualification,
    tier,
    contentCodes: codes.split(' '),
    references: [],
    active: true,
  }));
