import type { Qualification, Topic, TopicReference, TopicTier } from '@lectern/cpd';
import type { CpdTopicEntity } from './topic.entity';

export const topicView = (topic: CpdTopicEntity): Topic => ({
  id: topic.id,
  title: topic.title,
  summary: topic.summary,
  qualification: topic.qualification as Qualification,
  tier: topic.tier as TopicTier,
  contentCodes: topic.contentCodes === '' ? [] : topic.contentCodes.split(' '),
  references: JSON.parse(topic.topicReferences) as TopicReference[],
  active: Boolean(topic.active),
});
