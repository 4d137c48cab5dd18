import { arrivalBars, niceTop } from './arrivals.rules';
import { countdown } from './countdown.rules';
import { deviceMark } from './device-mark.rules';

const at = (clock: string): string => `2027-03-09T${clock}:00.000Z`;

describe('arrivals over time', () => {
  it('have a bar for every five minutes between the first and the last, also where nobody came', () => {
    const bars = arrivalBars([
      { from: at('09:10'), admitted: 4 },
      { from: at('09:00'), admitted: 2 },
    ]);
    expect(bars).toEqual([
      { from: at('09:00'), admitted: 2, soFar: 2 },
      { from: at('09:05'), admitted: 0, soFar: 2 },
      { from: at('09:10'), admitted: 4, soFar: 6 },
    ]);
    expect(arrivalBars([])).toEqual([]);
  });

  it('lose nobody when a long day makes the bars wider', () => {
    const bars = arrivalBars([
      { from: at('08:00'), admitted: 1 },
      { from: at('08:05'), admitted: 1 },
      { from: at('15:55'), admitted: 5 },
    ]);
    expect(bars.length).toBeLessThanOrEqual(36);
    expect(bars.at(-1)?.soFar).toBe(7);
  });

  it('are drawn to a round number that the tallest bar reaches', () => {
    expect([0, 1, 3, 5, 7, 10, 19, 21, 120].map(niceTop)).toEqual([1, 1, 4, 6, 8, 10, 20, 40, 200]);
  });
});

describe('the time that a pairing code has left', () => {
  const now = Date.parse(at('09:00'));

  it('counts down by the second for the eye and by the minute for the ear', () => {
    expect(countdown(at('09:10'), now)).toEqual({ isOver: false, clock: '10:00', words: '10 minutes' });
    expect(countdown(at('09:10'), now + 1000)).toMatchObject({ clock: '9:59', words: '9 minutes' });
    expect(countdown(at('09:10'), now + 599_000)).toMatchObject({
      clock: '0:01',
      words: 'less than a minute',
    });
  });

  it('is over at its end, and when there is none', () => {
    expect(countdown(at('09:00'), now).isOver).toBe(true);
    expect(countdown(null, now).isOver).toBe(true);
  });
});

describe('a paired phone', () => {
  const now = Date.parse(at('12:00'));

  it.each([
    [at('11:59'), null, 'In touch'],
    [at('11:30'), null, 'Last seen 30 minutes ago'],
    [at('08:05'), null, 'Last seen at 08:05'],
    ['2027-03-08T08:05:00.000Z', null, 'Last seen on 8 Mar 2027'],
    [at('11:59'), at('11:58'), 'Shut out, 11:58'],
  ])('seen at %s, shut out %s: %s', (lastSeenAt, revokedAt, words) => {
    const device = { lastSeenAt, revokedAt, queued: 0, parked: 0 };
    expect(deviceMark(device, now, false).words).toBe(words);
  });
});
