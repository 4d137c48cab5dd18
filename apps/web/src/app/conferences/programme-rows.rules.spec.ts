import { aProgramme, aSession, aSlot } from './programme.builder';
import { programmeGrid, programmeRows } from './programme-rows.rules';

describe('the rows of a programme', () => {
  it('say when, what, where, by whom and for whom', () => {
    const [first, lunch] = programmeRows(aProgramme());
    expect(first).toMatchObject({
      time: '10am to 10.45am',
      day: null,
      sessions: [
        {
          title: 'Codes and ciphers',
          room: 'The Arden Theatre',
          strand: 'Secrets',
          speakers: ['Dr Ada Quill, Vale Codes Ltd'],
          years: null,
        },
        { room: 'Lab 2', speakers: ['Sam Vale, trainee teacher'], years: 'Years 9 and 10' },
      ],
    });
    expect(lunch).toMatchObject({ slot: { name: 'Lunch' }, sessions: [] });
  });

  it('name the day where there are several', () => {
    const tomorrow = { startsAt: '2027-03-10T10:00:00Z', endsAt: '2027-03-10T11:00:00Z' };
    const slots = [aSlot(), aSlot({ id: 'b' }), aSlot({ id: 'c', ...tomorrow })];
    expect(programmeRows(aProgramme({ slots })).map(({ day }) => day)).toEqual([
      'Tuesday 9 March 2027',
      null,
      'Wednesday 10 March 2027',
    ]);
  });

  it('of one room leave out the times when nothing happens there', () => {
    expect(
      programmeRows(aProgramme(), 'room-2').map(({ sessions }) => sessions.map(({ title }) => title)),
    ).toEqual([['The mathematics of dance']]);
  });
});

describe('the grid of a programme', () => {
  it('has a column for each room, and one for what has none only while there is something', () => {
    expect(programmeGrid(aProgramme()).columns).toEqual(['The Arden Theatre', 'Lab 2']);
    const { columns, rows } = programmeGrid(aProgramme({ sessions: [aSession({ roomId: null })] }));
    expect(columns).toEqual(['The Arden Theatre', 'Lab 2', 'No room yet']);
    expect(rows[0]?.cells.map(({ sessions }) => sessions.length)).toEqual([0, 0, 1]);
    expect(programmeGrid(aProgramme({ rooms: [], sessions: [] })).columns).toEqual(['No room yet']);
  });
});
