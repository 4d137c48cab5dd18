import type { Programme, ProgrammeSlot } from './programme.contract';
import {
  checkSlot,
  isNameTaken,
  slotsOutside,
  suitsYears,
  titlesInWords,
  whatUses,
} from './programme-parts.rules';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;
const day = { startsAt: at('09:30'), endsAt: at('15:00') };
const slot = (change: Partial<ProgrammeSlot> = {}): ProgrammeSlot => ({
  id: 'a',
  name: 'Session 1',
  startsAt: at('10:00'),
  endsAt: at('10:45'),
  grouping: 'placed',
  ...change,
});
const lunch = slot({
  id: 'l',
  name: 'Lunch',
  grouping: 'together',
  startsAt: at('12:00'),
  endsAt: at('12:45'),
});

describe('checkSlot', () => {
  const wrong = (change: Partial<ProgrammeSlot>, ...others: ProgrammeSlot[]) =>
    checkSlot(slot(change), day, others).map(({ field, code }) => `${field} ${code}`);

  it('takes times inside the conference’s day, its first and last minute too', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong(day)).toEqual([]);
  });

  it('refuses an end before the start', () => {
    expect(wrong({ endsAt: at('10:00') })).toEqual(['endsAt before-start']);
  });

  it('refuses times outside the day, and says when the day is', () => {
    expect(wrong({ startsAt: at('09:29') })).toEqual(['startsAt outside-day']);
    expect(wrong({ endsAt: at('15:01') })).toEqual(['endsAt outside-day']);
    expect(checkSlot(slot({ endsAt: at('15:01') }), day, [])[0]?.message).toBe(
      'The conference is from Tuesday 9 March 2027, 9.30am to Tuesday 9 March 2027, 3pm. Choose an end inside that.',
    );
  });

  it('keeps what everybody is in free of anything else', () => {
    expect(checkSlot(slot({ startsAt: at('11:30'), endsAt: at('12:15') }), day, [lunch])).toEqual([
      {
        field: 'startsAt',
        code: 'not-free',
        message: 'Everybody is in ‘Lunch’ from 12pm to 12.45pm. Choose times outside that.',
      },
    ]);
    expect(wrong({ ...lunch, id: 'x', startsAt: at('10:30') }, slot())).toEqual(['startsAt not-free']);
  });

  it('lets slots that groups are placed in run beside each other', () => {
    expect(wrong({ startsAt: at('10:15'), endsAt: at('11:00') }, slot({ id: 'b' }))).toEqual([]);
  });
});

describe('the parts of a programme', () => {
  const programme: Programme = {
    conferenceId: 'c',
    publishedAt: null,
    strands: [],
    rooms: [],
    slots: [slot()],
    speakers: [],
    sessions: [
      {
        id: 's',
        title: 'Codes',
        summary: null,
        strandId: 'strand',
        slotId: 'a',
        roomId: 'room',
        yearGroups: [],
        speakerIds: ['ada'],
      },
    ],
  };

  it('are in use by the sessions that name them', () => {
    for (const id of ['strand', 'a', 'room', 'ada']) expect(whatUses(programme, id)).toHaveLength(1);
    expect(whatUses(programme, 'other')).toEqual([]);
  });

  it('have names of their own, however they are written', () => {
    const rooms = [{ id: 'r', name: 'Lab  2' }];
    expect(isNameTaken('lab 2', rooms, null)).toBe(true);
    expect(isNameTaken('lab 2', rooms, 'r')).toBe(false);
    expect(isNameTaken('Lab 3', rooms, null)).toBe(false);
  });

  it('are told of in words', () => {
    expect(titlesInWords(['Codes'])).toBe('‘Codes’');
    expect(titlesInWords(['Codes', 'Dance', 'Sport'])).toBe('‘Codes’, ‘Dance’ and ‘Sport’');
    expect(titlesInWords(['A', 'B', 'C', 'D', 'E'])).toBe('‘A’, ‘B’ and 3 others');
  });

  it('lie outside the day when the conference was moved', () => {
    expect(slotsOutside([slot(), lunch], { startsAt: at('10:30'), endsAt: at('15:00') })).toEqual([slot()]);
  });
});

describe('suitsYears', () => {
  it('asks for one year in common, and leaves open what is not said', () => {
    expect(suitsYears({ yearGroups: [9, 10] }, [10])).toBe(true);
    expect(suitsYears({ yearGroups: [9] }, [10, 11])).toBe(false);
    expect(suitsYears({ yearGroups: [] }, [10])).toBe(true);
    expect(suitsYears({ yearGroups: [9] }, [])).toBe(true);
  });
});
