import {
  offeredSessionChangedLetter,
  offerMadeLetter,
  offersWaitingLetter,
  type OfferTold,
} from './offer.letters';

const TOLD: OfferTold = {
  session: {
    title: 'Circle theorems',
    startsAt: new Date('2027-03-09T16:00:00Z'),
    endsAt: new Date('2027-03-09T17:30:00Z'),
    place: { kind: 'campus', name: 'Arden 2.04', site: 'Harbour campus' },
  },
  team: ['Wren Oakley', 'Moss Fenwick'],
  url: 'https://lectern.example/my-offers/1',
};

describe('letters about offers', () => {
  it('say which session, when, where and with whom', () => {
    const { subject, parts } = offerMadeLetter(TOLD, null);
    expect(subject).toBe('Your offer: Circle theorems, 9 Mar 2027');
    expect(parts).toContainEqual({
      kind: 'facts',
      facts: [
        ['Session', 'Circle theorems'],
        ['When', 'Tuesday 9 March 2027, 4pm to 5.30pm'],
        ['Where', 'Arden 2.04, Harbour campus'],
        ['Presenters', 'Wren Oakley and Moss Fenwick'],
      ],
    });
  });

  it('say where an offer on standby stands', () => {
    expect(JSON.stringify(offerMadeLetter(TOLD, 3))).toContain('3rd in line');
  });

  it('name one offer to mentors, and count many', () => {
    expect(offersWaitingLetter([TOLD], 'u').subject).toBe('To decide: Circle theorems, 9 Mar 2027');
    expect(offersWaitingLetter([TOLD, TOLD], 'u')).toMatchObject({
      subject: '2 offers wait for a mentor',
      parts: [{ text: expect.stringContaining('two sessions') }, { kind: 'facts' }, { kind: 'button' }],
    });
  });

  it('name of a session only what has changed', () => {
    const before = { ...TOLD.session, startsAt: new Date('2027-03-09T15:30:00Z') };
    expect(offeredSessionChangedLetter(TOLD, before).parts[1]).toEqual({
      kind: 'facts',
      facts: [
        ['When now', 'Tuesday 9 March 2027, 4pm to 5.30pm'],
        ['When before', 'Tuesday 9 March 2027, 3.30pm to 5.30pm'],
      ],
    });
  });
});
