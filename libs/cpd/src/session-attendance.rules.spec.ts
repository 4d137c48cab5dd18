import { type AttendanceFacts, decideAttendance, stayMinutes } from './session-attendance.rules';

const at = (time: string): Date => new Date(`2027-03-09T${time}:00Z`);
const session = { startsAt: at('16:00'), endsAt: at('17:30') };
const after = at('20:00');
const stay = (arrived: string | null, left: string | null) => ({
  arrivedAt: arrived === null ? null : at(arrived),
  leftAt: left === null ? null : at(left),
});
const decide = (facts: Partial<AttendanceFacts>) =>
  decideAttendance({ session, door: null, isDoorUsed: true, hand: null, now: after, ...facts });

describe('stayMinutes: of a session from 4pm to 5.30pm', () => {
  it.each([
    ['came early, stayed', '15:40', null, 90],
    ['came early, left late', '15:40', '18:00', 90],
    ['came at ten past', '16:10', null, 80],
    ['left at five', '15:55', '17:00', 60],
    ['came late and left early', '16:20', '17:10', 50],
    ['left before it began', '15:30', '15:50', 0],
    ['came after its end', '17:40', null, 0],
    ['came as it ended', '17:30', null, 0],
  ])('%s', (_what, arrived, left, minutes) => {
    expect(stayMinutes(session, stay(arrived, left), after)).toBe(minutes);
  });

  it('counts until now while it runs', () => {
    expect(stayMinutes(session, stay('15:50', null), at('16:30'))).toBe(30);
    expect(stayMinutes(session, stay('15:50', null), at('15:55'))).toBe(0);
  });

  it('counts part of a minute as one', () => {
    expect(stayMinutes(session, { arrivedAt: new Date('2027-03-09T17:29:50Z'), leftAt: null }, after)).toBe(
      1,
    );
  });
});

describe('decideAttendance', () => {
  it('expects everybody until the end, then knows who did not come', () => {
    expect(decide({ now: at('17:29') })).toMatchObject({ state: 'expected', attended: false, source: null });
    expect(decide({ now: at('17:30') })).toMatchObject({ state: 'no-show', attended: false, source: 'door' });
  });

  it('calls nobody a no-show where no door was kept', () => {
    expect(decide({ isDoorUsed: false })).toMatchObject({ state: 'not-recorded', source: null });
  });

  it('sees by the door who is here, who left and who attended', () => {
    expect(decide({ door: stay('15:50', null), now: at('16:30') })).toMatchObject({
      state: 'here',
      minutes: 30,
    });
    expect(decide({ door: stay('15:50', '16:20'), now: at('16:30') })).toMatchObject({
      state: 'left',
      minutes: 20,
    });
    expect(decide({ door: stay('15:50', '16:20') })).toMatchObject({ state: 'attended', minutes: 20 });
  });

  it('counts as absent who left before it began', () => {
    expect(decide({ door: stay('15:30', '15:45') })).toMatchObject({ state: 'no-show', attended: false });
  });

  it('believes staff over the door', () => {
    const absent = { ...stay(null, null), attended: false };
    expect(decide({ door: stay('15:50', null), hand: absent })).toEqual({
      state: 'no-show',
      attended: false,
      arrivedAt: null,
      leftAt: null,
      minutes: 0,
      source: 'staff',
    });
    const there = { ...stay(null, null), attended: true };
    expect(decide({ hand: there })).toMatchObject({ state: 'attended', minutes: 90, source: 'staff' });
    const late = { ...stay('16:30', null), attended: true };
    expect(decide({ hand: late, isDoorUsed: false })).toMatchObject({ state: 'attended', minutes: 60 });
    expect(decide({ hand: late, now: at('16:45') })).toMatchObject({ state: 'here', minutes: 15 });
  });
});
