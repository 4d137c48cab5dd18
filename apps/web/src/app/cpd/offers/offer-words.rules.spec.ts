import {
  entryWords,
  isToCome,
  offerMark,
  placeWords,
  sessionWhen,
  tasksOfMentor,
  tasksOfOffers,
  wantedWords,
  whatNext,
} from './offer-words.rules';
import { anOffer, aWantedSession } from './offer.builder';

const NOW = new Date('2027-01-12T09:00:00Z');

describe('offers in words', () => {
  it('say how an offer stands, with its place on standby', () => {
    expect(offerMark(anOffer())).toEqual({ tone: 'wait', words: 'With a mentor' });
    expect(offerMark(anOffer({ status: 'standby', standbyPosition: 3 })).words).toBe('On standby, 3rd');
    expect(offerMark(anOffer({ status: 'changes-requested' })).tone).toBe('needs');
  });

  it('say when and where by London', () => {
    expect(sessionWhen(anOffer().session)).toBe('Tuesday 9 March 2027, 4pm to 5.30pm');
    expect(sessionWhen({ startsAt: '2027-03-09T23:00:00Z', endsAt: '2027-03-10T00:30:00Z' })).toBe(
      'Tuesday 9 March 2027, 11pm, to Wednesday 10 March 2027, 12.30am',
    );
    expect(placeWords({ kind: 'online', name: 'Teams' })).toBe('Online: Teams');
    expect(placeWords({ kind: 'campus', name: 'Arden', site: 'Harbour campus' })).toBe(
      'Arden, Harbour campus',
    );
  });

  it('say what comes next in every state', () => {
    const { session } = anOffer();
    expect(whatNext(anOffer({ status: 'standby', standbyPosition: 2 }))).toContain('2nd in line');
    expect(whatNext(anOffer({ status: 'approved' }))).toContain('you give this session');
    expect(whatNext(anOffer({ status: 'approved', session: { ...session, status: 'draft' } }))).toContain(
      'opens it for booking',
    );
    expect(
      whatNext(anOffer({ status: 'withdrawn', session: { ...session, status: 'cancelled' } })),
    ).toContain('The session was cancelled');
    for (const status of ['offered', 'changes-requested', 'declined', 'delivered', 'no-show'] as const)
      expect(whatNext(anOffer({ status }))).toMatch(/\.$/);
  });

  it('say who did what', () => {
    expect(entryWords(anOffer().thread[0]!)).toBe('Wren Oakley offered to give it');
  });

  it('say how many presenters are wanted', () => {
    expect(wantedWords(aWantedSession())).toEqual({ tone: 'needs', words: '2 presenters wanted' });
    expect(wantedWords(aWantedSession({ presenterPlacesLeft: 1 })).words).toBe('1 presenter wanted');
    expect(wantedWords(aWantedSession({ presenterPlacesLeft: 0, onStandby: 2 })).words).toBe(
      'All places taken, two teams on standby',
    );
  });
});

describe('what is next', () => {
  const { session } = anOffer();

  it('for a trainee: changes first, then what they give; nothing that is over', () => {
    const changes = anOffer({ id: 'a', status: 'changes-requested' });
    const gives = anOffer({ id: 'b', status: 'approved' });
    const past = anOffer({
      id: 'c',
      status: 'approved',
      session: { ...session, endsAt: '2027-01-12T08:00:00Z' },
    });
    expect(isToCome(past, NOW)).toBe(false);
    expect(tasksOfOffers([gives, past, changes, anOffer()], 'wren', NOW).map(({ id }) => id)).toEqual([
      'give-b',
      'change-a',
    ]);
    expect(tasksOfOffers([gives], 'moss', NOW)[0]!.sentence).toContain('Ask your mentor');
  });

  it('for a mentor: what waits for a decision and has not begun', () => {
    const begun = anOffer({ session: { ...session, startsAt: '2027-01-12T08:00:00Z' } });
    const tasks = tasksOfMentor([anOffer(), begun, anOffer({ status: 'standby' })], NOW);
    expect(tasks.map(({ sentence }) => sentence)).toEqual([
      'Wren Oakley and Moss Fenwick offer to give ‘Circle theorems without tears’.',
    ]);
  });
});
