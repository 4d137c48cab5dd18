import { TopicVotesService } from '../cpd/planning/topic-votes.service';
import { TopicsService } from '../cpd/planning/topics.service';
import type { DemoCpd } from './demo-cpd-parts';

/** What each teacher of the demo finds hardest to teach this year; whoever signs in has marks left. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  teacher: ['Circle theorems and their proofs', 'Vector proof'],
  'teacher.gita': ['Vector proof', 'Algebraic proof', 'Conditional probability'],
  'teacher.hugo': ['Vector proof', 'Functions: inverse and composite', 'Graph transformations', 'Surds'],
  'teacher.ines': ['Functions: inverse and composite', 'Circle theorems and their proofs'],
  'teacher.joel': ['Functions: inverse and composite', 'Conditional probability', 'Bounds', 'Histograms'],
  'teacher.kasia': ['Graph transformations', 'Vector proof', 'Ratio problem solving'],
  'teacher.leo': ['Conditional probability', 'Iteration', 'Proof by contradiction'],
  'teacher.mina': ['Functions: inverse and composite', 'Hypothesis testing', 'Ratio problem solving'],
  'teacher.nell': ['Forces and moments', 'Integration techniques', 'Graph transformations'],
  coordinator: ['Ratio problem solving', 'Reverse percentages'],
};

const GCSE = {
  title: 'GCSE mathematics: subject content (Department for Education)',
  url: 'https://www.gov.uk/government/publications/gcse-mathematics-subject-content-and-assessment-objectives',
};
const A_LEVEL = {
  title: 'A level mathematics: subject content (Department for Education)',
  url: 'https://www.gov.uk/government/publications/gce-as-and-a-level-mathematics',
};

const SUMMARIES: Readonly<Record<string, string>> = {
  'Circle theorems and their proofs': 'Pupils learn eight facts and can prove none of them.',
  'Vector proof': 'Pupils can add arrows but do not see what “parallel” has to do with multiples.',
  'Functions: inverse and composite': 'The notation comes late, and fg is read from the left.',
};

/** Links and words at the topics, and the marks of this year. */
export const tellPlanning = async ({ app, clock, now, topic, person }: DemoCpd): Promise<void> => {
  clock.goTo(now);
  const topics = app.get(TopicsService);
  for (const { id, title, qualification } of (await topics.list(null)).items) {
    const references = [{ ...(qualification === 'gcse' ? GCSE : A_LEVEL) }];
    await topics.change(id, { references, ...(SUMMARIES[title] ? { summary: SUMMARIES[title] } : {}) });
  }
  const votes = app.get(TopicVotesService);
  for (const [key, titles] of Object.entries(MARKS)) {
    for (const title of titles) await votes.mark(person(key), topic(title).id);
  }
};
