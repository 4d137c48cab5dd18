import type { SessionPlan } from '@lectern/registrations';
import { boardRows, planInWords, planRows } from './session-board.rules';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;
const slot = { slotId: 's', name: 'Session 1', startsAt: at('10:00'), endsAt: at('10:45') };
const plan: SessionPlan = {
  seed: 'one',
  digest: 'd',
  counts: { firstChoice: 3, otherChoice: 1, withoutChoice: 0, split: 1, pupilsWithout: 4 },
  slots: [
    {
      ...slot,
      groups: [
        {
          groupId: 'a',
          school: 'Alder Academy',
          parts: [{ sessionId: 'c', title: 'Codes', pupils: 30, adults: 2 }],
          choice: 1,
          reason: 'First choice.',
          pupilsWithout: 0,
        },
        { groupId: 'b', school: 'Zeal High', parts: [], choice: null, reason: 'No seat.', pupilsWithout: 4 },
      ],
    },
  ],
};

describe('a dry run in words', () => {
  it('says how many got what they wanted, who is split and who has no seat', () => {
    expect(planInWords(plan)).toEqual([
      'A group gets its first choice 3 times and a later choice 1 time.',
      'A group is split between sessions 1 time: the reason says how.',
      'There is no seat for 4 pupils. Add a session or a larger room.',
    ]);
  });

  it('has a line for each group, with where and why', () => {
    expect(planRows(plan)).toEqual([
      {
        slotId: 's',
        heading: 'Session 1, 10am to 10.45am',
        rows: [
          { groupId: 'a', school: 'Alder Academy', where: 'Codes', reason: 'First choice.', isShort: false },
          { groupId: 'b', school: 'Zeal High', where: 'No session', reason: 'No seat.', isShort: true },
        ],
      },
    ]);
  });
});

describe('the board of a slot', () => {
  it('says how full each session is, what a group chose and where it is', () => {
    const board = boardRows({
      ...slot,
      grouping: 'choose',
      sessions: [{ sessionId: 'c', title: 'Codes', room: 'Lab 2', seats: 32, taken: 32 }],
      groups: [
        {
          groupId: 'a',
          school: 'Alder Academy',
          pupils: 30,
          adults: 2,
          chosen: ['c'],
          placements: [
            { id: 'p', groupId: 'a', sessionId: 'c', pupils: 30, adults: 2, byHand: true, reason: null },
          ],
          pupilsWithout: 0,
        },
      ],
    });
    expect(board.sessions[0]).toMatchObject({ seatsWords: 'Lab 2: 32 of 32 seats taken', isFull: true });
    expect(board.groups[0]).toMatchObject({
      chosenWords: 'Codes',
      people: '30 pupils and 2 adults',
      placed: [{ title: 'Codes', people: '30 pupils and 2 adults' }],
    });
  });
});
