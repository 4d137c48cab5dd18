import { aSession } from './planning.builder';
import { dayIn, EMPTY_SESSION, missingIn, sessionFormOf, sessionRequestOf } from './session-form.rules';

const form = sessionFormOf(
  aSession({ startsAt: '2027-05-04T15:00:00.000Z', endsAt: '2027-05-04T16:30:00.000Z' }),
);

describe('the form of a session', () => {
  it('shows London’s clock in summer too, and gives the same session back', () => {
    expect(form).toMatchObject({ date: '2027-05-04', from: '16:00', to: '17:30' });
    expect(sessionRequestOf(form)).toEqual({
      programmeId: 'programme-1',
      seriesId: null,
      topicId: 'topic-surds',
      title: 'Surds: from rules to reasons',
      startsAt: '2027-05-04T15:00:00Z',
      endsAt: '2027-05-04T16:30:00Z',
      place: { kind: 'campus', name: 'Arden 2.04' },
      teacherPlaces: 16,
      presentersWanted: 2,
    });
  });

  it('sends a campus only for a place that is one can travel to', () => {
    const place = (change: object) =>
      sessionRequestOf({ ...form, site: ' Harbour campus ', ...change }).place;
    expect(place({})).toMatchObject({ site: 'Harbour campus' });
    expect(place({ kind: 'online', name: 'Teams' })).toEqual({ kind: 'online', name: 'Teams' });
  });

  it('passes on what is no number, for the server to refuse', () => {
    expect(sessionRequestOf({ ...form, teacherPlaces: 'many' }).teacherPlaces).toBe('many');
  });

  it('names what is missing in the order of the page, and a session that ends before it starts', () => {
    expect(missingIn(EMPTY_SESSION).map(({ field }) => field)).toEqual([
      'programmeId',
      'topicId',
      'title',
      'date',
      'place.name',
    ]);
    expect(missingIn({ ...form, to: '15:30' }).map(({ message }) => message)).toEqual([
      'The session must end after it starts.',
    ]);
    expect(missingIn(form)).toEqual([]);
  });
});

describe('a day to begin with', () => {
  const half = { startsOn: '2027-02-22', endsOn: '2027-03-19' };
  const day = (now: string) => dayIn(half, new Date(`${now}T09:00:00Z`));

  it('is the first Tuesday of a half-term to come, the next one in a running one, and none in a past one', () => {
    expect(day('2027-01-12')).toBe('2027-02-23');
    expect(day('2027-03-01')).toBe('2027-03-02');
    expect(day('2027-03-02')).toBe('2027-03-09');
    expect(day('2027-03-18')).toBe('');
    expect(day('2027-04-18')).toBe('');
  });
});
