import type { AnswerOption, ChoiceItem, InstrumentFile } from './instrument.contract';

/** Strongly disagree 1 to strongly agree 5. */
export const AGREEMENT: readonly AnswerOption[] = [
  { value: 1, label: 'Strongly disagree' },
  { value: 2, label: 'Disagree' },
  { value: 3, label: 'Neither agree nor disagree' },
  { value: 4, label: 'Agree' },
  { value: 5, label: 'Strongly agree' },
];

/** Very unlikely 1 to very likely 5; somebody who studies it already has no likelihood. */
const LIKELIHOOD: readonly AnswerOption[] = [
  { value: 1, label: 'Very unlikely' },
  { value: 2, label: 'Unlikely' },
  { value: 3, label: 'Not sure' },
  { value: 4, label: 'Likely' },
  { value: 5, label: 'Very likely' },
  { value: 6, label: 'I already study it', unscored: true },
];

const agree = (id: string, prompt: string): ChoiceItem => ({
  kind: 'choice',
  id,
  prompt,
  waves: ['before', 'after'],
  options: AGREEMENT,
});

/** The questions that Lectern brings along. Nobody has validated them, and every report that uses them says so. */
export const OUR_INSTRUMENT: InstrumentFile = {
  format: 'lectern-instrument-1',
  title: 'Maths and what comes next',
  source: 'Written for Lectern',
  licence: 'Free to use and to change',
  validated: false,
  introduction:
    'There are no right or wrong answers. You can skip any question. Nobody at your school sees what you answer.',
  items: [
    agree('unseen-problems', 'I feel confident tackling maths problems I have not seen before.'),
    agree('enjoy-maths', 'I enjoy working on maths.'),
    agree('maths-useful', 'Maths will be useful for what I want to do after school.'),
    agree('see-myself', 'I can see myself studying at a university.'),
    agree('know-what-to-do', 'I know what I would need to do to get a place at university.'),
    agree('know-whom-to-ask', 'I would know who to ask about studying maths after GCSE.'),
    {
      kind: 'choice',
      id: 'choose-a-level',
      prompt: 'How likely are you to choose A level Maths?',
      waves: ['before', 'after'],
      options: LIKELIHOOD,
    },
    {
      kind: 'free-text',
      id: 'changed-mind',
      prompt: 'What changed your mind, if anything did? Please do not write names.',
      waves: ['after'],
    },
  ],
  scales: [
    {
      id: 'maths',
      title: 'Confidence and interest in maths',
      itemIds: ['unseen-problems', 'enjoy-maths', 'maths-useful'],
    },
    {
      id: 'university',
      title: 'Seeing a way to university',
      itemIds: ['see-myself', 'know-what-to-do', 'know-whom-to-ask'],
    },
  ],
};
