import { REFUSAL_REASONS } from '@lectern/check-in';
import { admitted, alreadyIn, AMIRA } from '../../testing/door';
import type { DoorVerdict } from '../scans/verdicts';
import { announce, viewVerdict } from './verdict-view';

const shown = { scanId: 'a', presented: { code: 'L1' }, direction: 'in' } as const;
const context = {
  checkpoint: null,
  waiting: 1,
  role: 'steward',
  at: '2027-03-09T09:20:00.000Z',
} as const;
const view = (verdict: DoorVerdict, changes = {}) => viewVerdict(verdict, { ...context, ...changes });

describe('how a verdict is shown', () => {
  it('let in: green, the first name large, the school below, and it goes by itself', () => {
    expect(view({ ...shown, kind: 'answered', isOwn: false, result: admitted('a') })).toMatchObject({
      tone: 'go',
      title: 'Amira',
      school: 'St Bede’s High School',
      next: 'May go in',
      passing: true,
    });
  });

  it('let in with a need to act on: it stays until read', () => {
    const result = { ...admitted('a'), ticket: { ...AMIRA, flags: ['access-need' as const] } };
    expect(view({ ...shown, kind: 'answered', isOwn: false, result })).toMatchObject({
      flags: ['Has an access need'],
      passing: false,
    });
  });

  it('let in without photos: it is said, and goes by itself', () => {
    const result = { ...admitted('a'), ticket: { ...AMIRA, flags: ['no-photo' as const] } };
    expect(view({ ...shown, kind: 'answered', isOwn: false, result })).toMatchObject({
      flags: ['No photos'],
      passing: true,
    });
  });

  it('acceptance 14: a repeat is amber with the first time and door', () => {
    expect(view({ ...shown, kind: 'answered', isOwn: false, result: alreadyIn('a') })).toMatchObject({
      tone: 'wait',
      title: 'Already in, 09:12, North door',
      person: 'Amira K.',
      passing: false,
    });
  });

  it('acceptance 8: too early is red with the time at which this checkpoint opens', () => {
    const checkpoint = { opensAt: '2099-03-09T09:30:00Z', closesAt: null };
    const result = { ...admitted('a'), outcome: 'refused', reason: 'too-early' } as const;
    expect(view({ ...shown, kind: 'answered', isOwn: false, result }, { checkpoint })?.title).toBe(
      'Opens at 9.30am on 9 Mar 2099',
    );
  });

  it('every refusal is red and says what to do', () => {
    for (const reason of REFUSAL_REASONS) {
      expect(view({ ...shown, kind: 'refused-here', reason })).toMatchObject({
        tone: 'stop',
        next: expect.stringMatching(/\.$/),
      });
    }
  });

  it('acceptance 11, 18, 28: only a supervisor may let in a repeat or an unconfirmed group, and nothing else', () => {
    const repeat = { ...shown, kind: 'answered', isOwn: false, result: alreadyIn('a') } as const;
    const unconfirmed = { ...shown, kind: 'refused-here', reason: 'not-confirmed' } as const;
    const supervisor = { role: 'supervisor' };
    expect([view(repeat), view(unconfirmed)].map((one) => one?.mayOverride)).toEqual([false, false]);
    expect([view(repeat, supervisor), view(unconfirmed, supervisor)].map((one) => one?.mayOverride)).toEqual([
      true,
      true,
    ]);
    const damaged = { ...shown, kind: 'refused-here', reason: 'damaged-code' } as const;
    expect(view(damaged, supervisor)?.mayOverride).toBe(false);
  });

  it('a verdict of the phone’s own is marked as not sent yet', () => {
    const own = view({ ...shown, kind: 'answered', isOwn: true, result: admitted('a') });
    expect(own).toMatchObject({ tone: 'go', title: 'Amira', mark: 'Not sent yet' });
    expect(own && announce(own)).toContain('Not sent yet');
  });

  it('a genuine badge that the list does not hold is the steward’s to decide; a typed code is not', () => {
    expect(view({ ...shown, kind: 'unlisted', genuine: true })).toMatchObject({
      tone: 'wait',
      mayLetIn: true,
    });
    expect(view({ ...shown, kind: 'unlisted', genuine: false })).toMatchObject({
      tone: 'stop',
      mayLetIn: false,
    });
  });

  it('where the phone cannot check badges by itself it says so, and that the scan is kept', () => {
    expect(view({ ...shown, kind: 'kept' })).toMatchObject({
      tone: 'note',
      title: 'No connection',
      next: expect.stringContaining('Scan kept, 1 waiting to send.'),
    });
  });

  it('is one plain sentence after another for a screen reader', () => {
    const repeat = view({ ...shown, kind: 'answered', isOwn: false, result: alreadyIn('a') });
    expect(repeat && announce(repeat)).toBe(
      'Already in, 09:12, North door. Amira K. St Bede’s High School. Check that the badge is their own. A supervisor may let them in again',
    );
  });
});
