import { aTopic, someDemand } from './planning.builder';
import { EVERY_TOPIC, topicRows } from './topic-list.rules';

const TOPICS = [
  aTopic({ isMarked: true }),
  aTopic({ id: 'topic-bounds', title: 'Bounds', contentCodes: ['N16', 'N15'] }),
  aTopic({
    id: 'topic-forces',
    title: 'Forces',
    qualification: 'a-level',
    tier: 'a-level',
    contentCodes: ['R'],
  }),
  aTopic({ id: 'topic-old', title: 'Old one', active: false }),
];
const DEMAND = [
  someDemand(),
  someDemand({ topicId: 'topic-forces', rank: 2, teachers: 1, schools: 1, isUnmet: false }),
];
const ids = (question: object) =>
  topicRows(TOPICS, DEMAND, { ...EVERY_TOPIC, ...question }).map(({ topic }) => topic.id.slice(6));

describe('the list of topics', () => {
  it('is by name, or the most wanted first and then by name', () => {
    expect(ids({})).toEqual(['bounds', 'forces', 'old', 'surds']);
    expect(ids({ order: 'demand' })).toEqual(['surds', 'forces', 'bounds', 'old']);
  });

  it('is found by words of the title, by code and by what the code stands for', () => {
    expect(ids({ text: 'surd' })).toEqual(['old', 'surds']);
    expect(ids({ text: 'n16' })).toEqual(['bounds']);
    expect(ids({ text: 'bounds' })).toEqual(['bounds']);
  });

  it('narrows to a qualification, to one’s own marks, to what is wanted and not planned, and to the catalogue', () => {
    expect(ids({ qualification: 'a-level' })).toEqual(['forces']);
    expect(ids({ show: 'marked' })).toEqual(['surds']);
    expect(ids({ show: 'unmet' })).toEqual(['surds']);
    expect(ids({ show: 'catalogue' })).toEqual(['bounds', 'forces', 'surds']);
    expect(ids({ show: 'inactive' })).toEqual(['old']);
  });

  it('says the codes in the order of the content, the level, and how many marked it', () => {
    const rows = topicRows(TOPICS, DEMAND, EVERY_TOPIC);
    expect(rows[0]?.content.map(({ code }) => code)).toEqual(['N15', 'N16']);
    expect(rows.map(({ level }) => level)).toEqual([
      'GCSE, higher tier',
      'A level',
      'GCSE, higher tier',
      'GCSE, higher tier',
    ]);
    expect(rows.map(({ demandWords }) => demandWords)).toEqual([
      '',
      '1 teacher of 1 school',
      '',
      '3 teachers of 2 schools',
    ]);
  });
});
