import fc from 'fast-check';
import { decideNextTry, judgeDelivery, MOST_TRIES } from './delivery.rules';

const now = new Date('2027-01-12T09:00:00.000Z');
const seconds = (tries: number, chance: number): number => {
  const next = decideNextTry('later', tries, now, chance);
  return next.step === 'try-again' ? (next.at.getTime() - now.getTime()) / 1000 : NaN;
};

describe('a failed try to send a mail', () => {
  it.each([
    ['an unknown recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused'],
    [
      'a message that the server refuses',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554 },
      'refused',
    ],
    ['an address that mail cannot be sent to', { code: 'EMAILADDRESS' }, 'refused'],
    ['a full or grey-listed mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'later'],
    ['a server too busy for the message', { code: 'EMESSAGE', command: 'DATA', responseCode: 452 }, 'later'],
    ['a connection lost within the message', { code: 'ECONNECTION', command: 'DATA' }, 'later'],
    ['a server that closes down', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 }, 'away'],
    ['nobody at the address', { code: 'ESOCKET', command: 'CONN' }, 'away'],
    ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'away'],
    ['a sender that the server does not take', { command: 'MAIL FROM', responseCode: 550 }, 'away'],
    ['a letter that does not open', { code: 'EUNREADABLE' }, 'refused'],
    ['something unheard of', {}, 'later'],
  ])('by %s is %j → %s', (_, problem, verdict) => expect(judgeDelivery(problem)).toBe(verdict));

  it('is made good after 30 seconds, then after twice as long each time, up to two hours', () => {
    expect([1, 2, 3, 4, 8, 9, 10, 23].map((tries) => seconds(tries, 0.5))).toEqual([
      30, 60, 120, 240, 3840, 7200, 7200, 7200,
    ]);
  });

  it('comes back a quarter earlier or later by chance', () => {
    expect([seconds(1, 0), seconds(1, 1)]).toEqual([22.5, 37.5]);
  });

  it('is given up when it was refused, and after 24 tries', () => {
    expect(decideNextTry('refused', 1, now, 0)).toEqual({ step: 'give-up' });
    expect(decideNextTry('later', MOST_TRIES, now, 0)).toEqual({ step: 'give-up' });
    expect(decideNextTry('away', MOST_TRIES - 1, now, 0).step).toBe('try-again');
  });

  it('is never tried again at once, nor later than two and a half hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MOST_TRIES - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, chance) => {
          const pause = seconds(tries, chance);
          return pause >= 22 && pause <= 9000;
        },
      ),
    );
  });
});
