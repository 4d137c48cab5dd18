import { decidedSessions, groupSessions } from './group-sessions.harness';
import { choiceMark, choicesOf, dayLines, slotsUnchosen, toggleChoice } from './group-sessions.rules';

describe('choosing sessions', () => {
  const chosen = ['codes', 'dance', 'sport'].reduce(
    (choices, id) => toggleChoice(choices, 'slot', id),
    choicesOf(groupSessions()),
  );

  it('ranks sessions in the order in which they are chosen', () => {
    expect(['codes', 'dance', 'sport'].map((id) => choiceMark(chosen, 'slot', id))).toEqual([
      'First choice',
      'Second choice',
      'Third choice',
    ]);
  });

  it('moves the later ones up when one is taken back', () => {
    const fewer = toggleChoice(chosen, 'slot', 'codes');
    expect(choiceMark(fewer, 'slot', 'codes')).toBeNull();
    expect(choiceMark(fewer, 'slot', 'dance')).toBe('First choice');
  });

  it('knows where nothing is chosen yet', () => {
    const { slots } = groupSessions().choosing;
    expect(slotsUnchosen(slots, {})).toBe(1);
    expect(slotsUnchosen(slots, chosen)).toBe(0);
  });
});

describe('a group’s day', () => {
  it('says what is not decided yet, and what everybody does', () => {
    expect(dayLines(groupSessions())).toMatchObject([
      { time: '10am to 10.45am', title: 'Not decided yet', slot: 'Session 1', isOpen: true },
      { time: '12pm to 12.45pm', title: 'Lunch', slot: null, isOpen: false },
    ]);
  });

  it('names each part of a group that is split', () => {
    expect(dayLines(decidedSessions()).map(({ title, part }) => [title, part])).toEqual([
      ['Codes', '18 pupils and 1 adult'],
      ['Dance', '12 pupils and 1 adult'],
      ['Lunch', null],
    ]);
  });
});
