import {
  contentLabel,
  inContentOrder,
  type Qualification,
  QUALIFICATION_NAMES,
  type Topic,
  TOPIC_TIER_NAMES,
  type TopicDemand,
} from '@lectern/cpd';
import { demandWords } from './planning-words.rules';

/** A topic as lists show it. */
export interface TopicRow {
  readonly topic: Topic;
  /** `A4 Algebraic fractions`, in the order of the content. */
  readonly content: readonly { readonly code: string; readonly label: string }[];
  /** `GCSE, higher tier` */
  readonly level: string;
  readonly demand: TopicDemand | null;
  readonly demandWords: string;
}

export interface TopicQuestion {
  readonly text: string;
  readonly qualification: Qualification | '';
  readonly show: 'all' | 'marked' | 'unmet' | 'catalogue' | 'inactive';
  readonly order: 'name' | 'demand';
}

export const EVERY_TOPIC: TopicQuestion = { text: '', qualification: '', show: 'all', order: 'name' };

const levelOf = ({ qualification, tier }: Topic): string =>
  qualification === 'a-level'
    ? QUALIFICATION_NAMES[qualification]
    : `${QUALIFICATION_NAMES[qualification]}, ${TOPIC_TIER_NAMES[tier].toLowerCase()}`;

const SHOWN: Readonly<Record<TopicQuestion['show'], (row: TopicRow) => boolean>> = {
  all: () => true,
  marked: ({ topic }) => topic.isMarked === true,
  unmet: ({ demand }) => demand?.isUnmet === true,
  catalogue: ({ topic }) => topic.active,
  inactive: ({ topic }) => !topic.active,
};

/** The topics that fit a question, by name or the most wanted first. */
export const topicRows = (
  topics: readonly Topic[],
  demand: readonly TopicDemand[],
  { text, qualification, show, order }: TopicQuestion,
): readonly TopicRow[] => {
  const of = new Map(demand.map((one) => [one.topicId, one]));
  const words = text.trim().toLowerCase();
  const rows = topics.map((topic): TopicRow => {
    const wanted = of.get(topic.id) ?? null;
    return {
      topic,
      content: inContentOrder(topic.qualification, topic.contentCodes).map((code) => ({
        code,
        label: contentLabel(topic.qualification, code) ?? '',
      })),
      level: levelOf(topic),
      demand: wanted,
      demandWords: wanted ? demandWords(wanted) : '',
    };
  });
  const rank = (row: TopicRow): number => (order === 'demand' ? (row.demand?.rank ?? Infinity) : 0);
  return rows
    .filter(
      (row) =>
        [row.topic.title, row.topic.summary ?? '', ...row.content.flatMap(({ code, label }) => [code, label])]
          .join(' ')
          .toLowerCase()
          .includes(words) &&
        (qualification === '' || row.topic.qualification === qualification) &&
        SHOWN[show](row),
    )
    .sort((a, b) => rank(a) - rank(b) || a.topic.title.localeCompare(b.topic.title, 'en-GB'));
};
