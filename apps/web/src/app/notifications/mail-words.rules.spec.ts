import { aMail } from './a-mail.harness';
import { mailMark, mailNumbers, whatFollows } from './mail-words.rules';

describe('how a mail stands, in words', () => {
  it('says how often it was tried', () => {
    expect(mailMark(aMail(), true).words).toBe('Waiting');
    expect(mailMark(aMail({ tries: 1 }), true).words).toBe('Waiting, tried once');
    expect(mailMark(aMail({ tries: 3 }), true).words).toBe('Waiting, tried 3 times');
  });

  it('says that it is kept where there is no mail server, whatever else', () => {
    expect(mailMark(aMail(), false)).toEqual({ tone: 'note', words: 'Kept here' });
    expect(mailMark(aMail({ status: 'sent' }), false).words).toBe('Sent');
    expect(whatFollows(aMail(), false)).toContain('nobody gets it');
  });

  it('says what follows', () => {
    expect(whatFollows(aMail(), true)).toBe('It is sent within a few seconds.');
    expect(whatFollows(aMail({ tries: 1, nextTryAt: '2027-01-12T09:30:00.000Z' }), true)).toBe(
      'It is tried again after Tuesday 12 January 2027, 9.30am.',
    );
    expect(whatFollows(aMail({ status: 'sent', sentAt: '2027-01-12T09:05:00.000Z' }), true)).toBe(
      'The mail server took it on Tuesday 12 January 2027, 9.05am.',
    );
    expect(whatFollows(aMail({ status: 'failed' }), true)).toBe('It is not tried again by itself.');
  });

  it('counts what waits as kept where there is no mail server', () => {
    const summary = { from: 'x', waiting: 4, sent: 0, failed: 1, oldestWaitingAt: null };
    expect(mailNumbers({ ...summary, hasServer: true })[0]).toEqual({ label: 'Waiting', value: 4 });
    expect(mailNumbers({ ...summary, hasServer: false })[0]).toEqual({ label: 'Kept here', value: 4 });
  });
});
