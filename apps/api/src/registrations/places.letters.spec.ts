import type { Letter } from '../notifications/letter';
import {
  acceptedOfferLetter,
  allocatedLetter,
  declinedOfferLetter,
  expiredOfferLetter,
  grownOfferLetter,
  morePlacesLetter,
  notAllocatedLetter,
  offerLetter,
  type OfferLetterFacts,
} from './places.letters';

const facts: OfferLetterFacts = {
  title: 'Proof day',
  startsAt: new Date('2027-03-09T09:30:00Z'),
  venueName: 'The Arden Building',
  finalNumbersAt: new Date('2027-03-02T17:00:00Z'),
  wanted: 30,
  places: 20,
  placesInAll: 20,
  groupUrl: 'https://lectern.example/groups/g',
  expiresAt: new Date('2027-02-03T09:00:00Z'),
  offerUrl: 'https://lectern.example/offer/t',
};

const read = ({ parts }: Letter): string =>
  parts
    .map((part) => {
      if (part.kind === 'words') return part.text;
      return part.kind === 'facts' ? part.facts.map((fact) => fact.join(': ')).join('\n') : part.url;
    })
    .join('\n');

describe('letters about places', () => {
  it('an offer says what is held, until when, where to answer, and that opening the page answers nothing', () => {
    const letter = offerLetter(facts);
    expect(letter.subject).toBe('20 places for you at Proof day: answer by Wednesday 3 February 2027, 9am');
    expect(read(letter)).toContain('Places held: 20 of the 30 you asked for');
    expect(read(letter)).toContain('Answer by: Wednesday 3 February 2027, 9am');
    expect(read(letter)).toContain('https://lectern.example/offer/t');
    expect(read(letter)).toContain('Opening the page answers nothing: you choose there.');
    expect(read(letter)).toContain('the places go to the next school');
  });

  it('a confirmation says how many places, what is still waited for, and by when to name pupils', () => {
    const letter = acceptedOfferLetter(facts);
    expect(letter.subject).toBe('Confirmed: 20 places at Proof day');
    expect(read(letter)).toContain('stays on the waiting list for the other 10');
    expect(read(letter)).toContain('Name your pupils by Tuesday 2 March 2027.');
    expect(read(acceptedOfferLetter({ ...facts, places: 30, placesInAll: 30 }))).toContain(
      'That is all you asked for.',
    );
  });

  it('places given at once say how many there are now, and how to hand them on', () => {
    const letter = morePlacesLetter({ ...facts, places: 1, placesInAll: 21 });
    expect(letter.subject).toBe('One more place for you at Proof day');
    expect(read(letter)).toContain('You have 21 of the 30 you asked for.');
    expect(read(letter)).toContain('change your group to fewer pupils');
  });

  it.each([expiredOfferLetter(facts), declinedOfferLetter(facts)])(
    'an offer that is over says how to go back on the list ($subject)',
    (letter) => {
      expect(read(letter)).toContain('choose “Go back on the waiting list”');
      expect(read(letter)).toContain(facts.groupUrl);
    },
  );

  it('an allocation gives its reason, whether there are places or not', () => {
    const reason = 'First visit (30 of 30): 30 points, 1st of 9.';
    for (const letter of [allocatedLetter(facts, reason), notAllocatedLetter(facts, reason)])
      expect(read(letter)).toContain(`How it was decided: ${reason}`);
  });

  it('never carry the link that answers, but for the offer itself', () => {
    const others = [
      grownOfferLetter,
      expiredOfferLetter,
      declinedOfferLetter,
      acceptedOfferLetter,
      morePlacesLetter,
    ];
    for (const letter of others) expect(read(letter(facts))).not.toContain(facts.offerUrl);
  });
});
