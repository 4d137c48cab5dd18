import { aCertificate } from './outcomes.builder';
import { certificateWhen } from './certificate-words.rules';

describe('when a certificate’s session was, and how long', () => {
  it('is the day and the hours of one session', () => {
    expect(certificateWhen(aCertificate())).toBe('Tuesday 9 March 2027, 1 hour 30 minutes');
  });

  it('is first and last day, the sessions attended and their hours in all for a series', () => {
    const series = aCertificate({
      kind: 'attended-series',
      heldUntil: '2027-05-11T16:00:00.000Z',
      sessions: 3,
      minutes: 240,
    });
    expect(certificateWhen(series)).toBe('Tuesday 9 March 2027 to Tuesday 11 May 2027, 3 sessions, 4 hours');
  });
});
