import { count, londonDate, londonShortDate, londonTime } from '@lectern/core';
import type { Letter, LetterCalendar, LetterKind, LetterPart } from '../../notifications/letter';

/** What a letter about a lesson says. */
export interface LessonLetterFacts {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly schoolName: string;
  readonly town: string;
  readonly hostName: string;
  readonly arrival: string | null;
  /** The page of the lesson. */
  readonly url: string;
}

/** Who visits, as the host reads it. */
export interface VisitorFacts {
  readonly name: string;
  readonly schoolName: string;
}

const words = (text: string): LetterPart => ({ kind: 'words', text });

const when = ({ startsAt, endsAt }: Pick<LessonLetterFacts, 'startsAt' | 'endsAt'>): string =>
  `${londonDate(startsAt)}, ${londonTime(startsAt)} to ${londonTime(endsAt)}`;

const theLesson = (
  facts: LessonLetterFacts,
  more: readonly (readonly [string, string])[] = [],
): LetterPart => ({
  kind: 'facts',
  facts: [
    ['Lesson', facts.title],
    ['When', when(facts)],
    ['Where', [facts.schoolName, facts.town].filter(Boolean).join(', ')],
    ['Teacher', facts.hostName],
    ...more,
  ],
});

const arriving = ({ arrival }: LessonLetterFacts): readonly (readonly [string, string])[] =>
  arrival === null ? [] : [['On arrival', arrival]];

const open = (facts: LessonLetterFacts, label = 'Open the lesson'): LetterPart => ({
  kind: 'button',
  label,
  url: facts.url,
});

const saying = (reason: string | null): readonly LetterPart[] =>
  reason === null ? [] : [words(`Reason: ${reason}`)];

const on = ({ title, startsAt }: LessonLetterFacts): string => `${title}, ${londonShortDate(startsAt)}`;

export const askedLetter = (facts: LessonLetterFacts, visitor: VisitorFacts): Letter => ({
  subject: `${visitor.name} asks to visit your lesson: ${on(facts)}`,
  parts: [
    words(`${visitor.name} of ${visitor.schoolName} would like to come to your open-door lesson.`),
    theLesson(facts),
    words('Their place is kept until you answer. Confirm the visit, or decline it.'),
    open(facts, 'Answer'),
  ],
});

export const confirmedLetter = (facts: LessonLetterFacts, calendar: LetterCalendar): Letter => ({
  subject: `Your visit is confirmed: ${on(facts)}`,
  parts: [
    words(`${facts.schoolName} expects you.`),
    theLesson(facts, arriving(facts)),
    words('If you cannot come, withdraw on the page of the lesson, so that somebody else can.'),
    open(facts),
  ],
  calendar,
});

export const declinedLetter = (facts: LessonLetterFacts, reason: string | null): Letter => ({
  subject: `Your visit cannot take place: ${on(facts)}`,
  parts: [
    words(`${facts.schoolName} cannot take you as a visitor this time.`),
    ...saying(reason),
    theLesson(facts),
  ],
});

export const withdrawnLetter = (
  facts: LessonLetterFacts,
  visitor: VisitorFacts,
  reason: string | null,
): Letter => ({
  subject: `${visitor.name} no longer visits your lesson: ${on(facts)}`,
  parts: [
    words(`The visit of ${visitor.name} of ${visitor.schoolName} is called off. Their place is free again.`),
    ...saying(reason),
    theLesson(facts),
    open(facts),
  ],
});

export const calledOffLetter = (
  facts: LessonLetterFacts,
  reason: string | null,
  calendar: LetterCalendar | null,
): Letter => ({
  subject: `Your visit is called off: ${on(facts)}`,
  parts: [
    words(`Your visit to ${facts.schoolName} does not take place. We are sorry.`),
    ...saying(reason),
    theLesson(facts),
  ],
  ...(calendar ? { calendar } : {}),
});

export const lessonChangedLetter = (
  facts: LessonLetterFacts,
  before: Pick<LessonLetterFacts, 'startsAt' | 'endsAt'>,
  calendar: LetterCalendar | null,
): Letter => {
  const hasMoved = when(facts) !== when(before);
  return {
    subject: `The lesson that you visit has changed: ${on(facts)}`,
    parts: [
      words(
        hasMoved
          ? `${facts.schoolName} has moved the lesson. It was on ${when(before)}.`
          : `${facts.schoolName} has changed what it says of the lesson.`,
      ),
      // Whoever only asks learns where to report once the visit is confirmed.
      theLesson(facts, calendar ? arriving(facts) : []),
      words('If you can no longer come, withdraw on the page of the lesson.'),
      open(facts),
    ],
    ...(calendar ? { calendar } : {}),
  };
};

export const visitorReminder = (facts: LessonLetterFacts): Letter => ({
  subject: `Your visit is soon: ${on(facts)}`,
  parts: [
    words(`${facts.schoolName} expects you.`),
    theLesson(facts, arriving(facts)),
    words('If you cannot come, withdraw on the page of the lesson.'),
    open(facts),
  ],
});

export const hostReminder = (facts: LessonLetterFacts, visitors: readonly VisitorFacts[]): Letter => ({
  subject: `${visitors.length === 1 ? 'A visitor comes' : 'Visitors come'} to your lesson: ${on(facts)}`,
  parts: [
    words(
      `${count(visitors.length, 'teacher')} will visit your lesson. Tell your reception.`.replace(/^./, (c) =>
        c.toUpperCase(),
      ),
    ),
    theLesson(facts, [
      ['Visitors', visitors.map(({ name, schoolName }) => `${name}, ${schoolName}`).join('; ')],
    ]),
    words('After the lesson, say on its page who came, and what you take away.'),
    open(facts),
  ],
});

const EXAMPLE: LessonLetterFacts = {
  title: 'Completing the square with algebra tiles',
  startsAt: new Date('2027-03-09T10:00:00Z'),
  endsAt: new Date('2027-03-09T11:00:00Z'),
  schoolName: 'Harrowmere High School',
  town: 'Skelbrook',
  hostName: 'Amara Obi',
  arrival: 'Report to reception by 9.45am and ask for Amara Obi.',
  url: 'https://lectern.example/open-doors/example',
};
const VISITOR: VisitorFacts = { name: 'Ben Marsh', schoolName: 'Thornleigh Academy' };
const ENTRY: LetterCalendar = { method: 'request', ics: '' };
const WITHOUT_ENTRY = ({ calendar: _, ...letter }: Letter): Letter => letter;

const HOST = 'You get this mail because you offered an open-door lesson.';
const GUEST = 'You get this mail because you asked to visit an open-door lesson.';

const kind = (name: string, title: string, why: string, letter: Letter): LetterKind => ({
  kind: `open-door.${name}`,
  title,
  why,
  example: () => letter,
});

/** Every kind of letter about open-door lessons, with an invented example. */
export const OPEN_DOOR_LETTER_KINDS: readonly LetterKind[] = [
  kind('asked', 'A teacher asks to visit an open-door lesson', HOST, askedLetter(EXAMPLE, VISITOR)),
  kind('confirmed', 'A school confirms a visit', GUEST, WITHOUT_ENTRY(confirmedLetter(EXAMPLE, ENTRY))),
  kind('declined', 'A school declines a visit', GUEST, declinedLetter(EXAMPLE, 'We have an inspection.')),
  kind('withdrawn', 'A visit is called off: the host is told', HOST, withdrawnLetter(EXAMPLE, VISITOR, null)),
  kind(
    'called-off',
    'A visit or its lesson is called off: the visitor is told',
    GUEST,
    calledOffLetter(EXAMPLE, 'The class is on a trip.', null),
  ),
  kind(
    'changed',
    'A lesson with visitors changes',
    GUEST,
    lessonChangedLetter(
      EXAMPLE,
      { startsAt: new Date('2027-03-08T10:00:00Z'), endsAt: new Date('2027-03-08T11:00:00Z') },
      null,
    ),
  ),
  kind('reminder', 'The day before a visit: the visitor', GUEST, visitorReminder(EXAMPLE)),
  kind('host-reminder', 'The day before a visit: the host', HOST, hostReminder(EXAMPLE, [VISITOR])),
];
