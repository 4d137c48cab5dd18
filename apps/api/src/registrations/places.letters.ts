import { count, londonDate, londonDateTime, sentence } from '@lectern/core';
import type { Letter, LetterPart } from '../notifications/letter';

/** What a letter about places says of the conference and the group. */
export interface PlacesLetterFacts {
  readonly title: string;
  readonly startsAt: Date;
  readonly venueName: string;
  readonly finalNumbersAt: Date;
  readonly wanted: number;
  /** Places that the letter is about: offered, given or accepted. */
  readonly places: number;
  /** All places that the group has now. */
  readonly placesInAll: number;
  readonly groupUrl: string;
}

export interface OfferLetterFacts extends PlacesLetterFacts {
  readonly expiresAt: Date;
  /** The page where it is answered. */
  readonly offerUrl: string;
}

const words = (text: string): LetterPart => ({ kind: 'words', text });

const theDay = (facts: PlacesLetterFacts, more: readonly (readonly [string, string])[]): LetterPart => ({
  kind: 'facts',
  facts: [
    ['Conference', facts.title],
    ['When', londonDateTime(facts.startsAt)],
    ['Where', facts.venueName],
    ...more,
  ],
});

const placesOf = (facts: PlacesLetterFacts): string =>
  facts.places < facts.wanted ? `${facts.places} of the ${facts.wanted} you asked for` : String(facts.places);

const nameBy = (facts: PlacesLetterFacts): string =>
  `Name your pupils by ${londonDate(facts.finalNumbersAt)}. Their tickets are then ready to print.`;

const seeGroup = (facts: PlacesLetterFacts): LetterPart => ({
  kind: 'button',
  label: 'See your group',
  url: facts.groupUrl,
});

export const offerLetter = (facts: OfferLetterFacts): Letter => ({
  subject: `${sentence(count(facts.places, 'place'))} for you at ${facts.title}: answer by ${londonDateTime(facts.expiresAt)}`,
  parts: [
    words(
      'Places have come free, and your group is the next that they are enough for. We hold them for you.',
    ),
    theDay(facts, [
      ['Places held', placesOf(facts)],
      ['Answer by', londonDateTime(facts.expiresAt)],
    ]),
    { kind: 'button', label: 'Accept or decline', url: facts.offerUrl },
    words('You need not sign in. Opening the page answers nothing: you choose there.'),
    words(
      'If we have no answer by then, the places go to the next school and your group comes off the waiting list until you ask again.',
    ),
  ],
});

export const grownOfferLetter = (facts: OfferLetterFacts): Letter => ({
  subject: `We now hold ${count(facts.places, 'place')} for you at ${facts.title}`,
  parts: [
    words('More places have come free before you answered our offer, so we hold more for you.'),
    theDay(facts, [
      ['Places held', placesOf(facts)],
      ['Answer by', londonDateTime(facts.expiresAt)],
    ]),
    words('The link in our first letter still works, and you can answer on the page of your group.'),
    seeGroup(facts),
  ],
});

export const expiredOfferLetter = (facts: PlacesLetterFacts): Letter => ({
  subject: `Our offer of places at ${facts.title} has ended`,
  parts: [
    words(
      `We held ${count(facts.places, 'place')} for your group and had no answer in time. They have gone to the next school.`,
    ),
    words(
      'Your group is off the waiting list. If you still want to come, go to your group and choose “Go back on the waiting list”. It then stands at the end.',
    ),
    seeGroup(facts),
  ],
});

export const declinedOfferLetter = (facts: PlacesLetterFacts): Letter => ({
  subject: `You declined the places at ${facts.title}`,
  parts: [
    words(`The ${count(facts.places, 'place')} that we held for your group went to the next school.`),
    words(
      'Your group is off the waiting list. If that was a mistake, go to your group and choose “Go back on the waiting list”. It then stands at the end.',
    ),
    seeGroup(facts),
  ],
});

export const acceptedOfferLetter = (facts: PlacesLetterFacts): Letter => ({
  subject: `Confirmed: ${count(facts.placesInAll, 'place')} at ${facts.title}`,
  parts: [
    words('Thank you. Your group is confirmed.'),
    theDay(facts, [['Places', placesOf({ ...facts, places: facts.placesInAll })]]),
    words(
      facts.placesInAll < facts.wanted
        ? `Your group stays on the waiting list for the other ${facts.wanted - facts.placesInAll}. If some come free, they are added to your places at once.`
        : 'That is all you asked for.',
    ),
    words(nameBy(facts)),
    seeGroup(facts),
  ],
});

export const morePlacesLetter = (facts: PlacesLetterFacts): Letter => ({
  subject: `${sentence(count(facts.places, 'more place'))} for you at ${facts.title}`,
  parts: [
    words(
      `Places have come free, and your confirmed group was next. You have ${facts.placesInAll} of the ${facts.wanted} you asked for.`,
    ),
    theDay(facts, [['Places', String(facts.placesInAll)]]),
    words(
      'If you cannot use them any more, change your group to fewer pupils. They then go to another school.',
    ),
    words(nameBy(facts)),
    seeGroup(facts),
  ],
});

export const allocatedLetter = (facts: PlacesLetterFacts, reason: string): Letter => ({
  subject: `You have ${count(facts.places, 'place')} at ${facts.title}`,
  parts: [
    words('The places have been shared out, and your group is confirmed.'),
    theDay(facts, [['Places', placesOf(facts)]]),
    words(`How it was decided: ${reason}`),
    ...(facts.places < facts.wanted
      ? [
          words(
            `Your group waits for the other ${facts.wanted - facts.places}. If some come free, they are added to your places at once.`,
          ),
        ]
      : []),
    words(nameBy(facts)),
    seeGroup(facts),
  ],
});

export const notAllocatedLetter = (facts: PlacesLetterFacts, reason: string): Letter => ({
  subject: `Your group is on the waiting list for ${facts.title}`,
  parts: [
    words('The places have been shared out. There were not enough for your group, and we are sorry.'),
    words(`How it was decided: ${reason}`),
    words(
      'Your group is on the waiting list. When places come free that are enough for it, we offer them to you by mail.',
    ),
    seeGroup(facts),
  ],
});
