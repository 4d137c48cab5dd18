import { londonDay, startOfDay, weekdayFrom } from '@lectern/core';
import type { OfferDecision } from '@lectern/cpd';
import { OfferMakingService } from '../cpd/offers/offer-making.service';
import { OfferStepsService } from '../cpd/offers/offer-steps.service';
import { PlacementDaysService } from '../cpd/offers/placement-days.service';
import { SuitabilityService } from '../cpd/offers/suitability.service';
import type { DemoCpd } from './demo-cpd-parts';
import { after, daysAfter } from './demo-clock';

interface DemoOffer {
  readonly session: string;
  readonly team: readonly [lead: string, ...others: string[]];
  readonly outline: string;
  readonly decision?: readonly [decision: OfferDecision, note?: string];
}

const CONFIRMED = ['trainee', 'trainee.amal', 'trainee.bryn', 'trainee.carys', 'trainee.dev'];
/** The day on which everybody but one was confirmed. */
const CONFIRMED_DAYS_AGO = 148;

const APPROVED = ['approve', 'A good plan. Bring enough printed sheets for twenty.'] as const;

/** What was offered in the autumn for sessions that have been given since. */
const GIVEN: readonly DemoOffer[] = [
  {
    session: 'surds',
    team: ['trainee', 'trainee.amal'],
    outline:
      'We begin with squares whose sides nobody can measure, and let the rules for surds come out of the areas. Teachers then sort pupils’ mistakes by what the pupil must have believed.',
    decision: APPROVED,
  },
  {
    session: 'ratio-1',
    team: ['trainee.bryn'],
    outline:
      'Bar models before any calculation. We look at six answers of real pupils and say what each of them drew in their head.',
    decision: APPROVED,
  },
  {
    session: 'proof',
    team: ['trainee.carys', 'trainee.dev'],
    outline:
      'Pupils write proofs when they have something to say. We start from number tricks, and build the sentences that turn a trick into a proof.',
    decision: APPROVED,
  },
  {
    session: 'histograms',
    team: ['trainee.amal'],
    outline:
      'Area instead of height: one data set drawn with three choices of class widths, and the questions that this raises.',
    decision: APPROVED,
  },
  {
    session: 'bounds',
    team: ['trainee', 'trainee.bryn'],
    outline:
      'We measure a table with three rulers and ask what we know for certain. Error intervals come first, upper and lower bounds of a calculation at the end.',
    decision: APPROVED,
  },
];

/** What is offered for sessions to come, in every state. */
const TO_COME: readonly DemoOffer[] = [
  {
    session: 'ratio-2',
    team: ['trainee.amal'],
    outline:
      'From tables to equations: double number lines that grow into a graph, with two tasks to try in class.',
    decision: APPROVED,
  },
  {
    session: 'circles',
    team: ['trainee.carys', 'trainee.dev'],
    outline:
      'Every theorem begins with a circle of string and three pegs. Teachers guess, measure, then prove, in that order.',
    decision: APPROVED,
  },
  {
    session: 'probability',
    team: ['trainee'],
    outline: 'Frequency trees with whole numbers of people, and then the same trees with fractions.',
    decision: [
      'request-changes',
      'I like the whole numbers. Say how you would find out what the teachers know already, and which questions of past papers you would use.',
    ],
  },
  {
    session: 'vectors',
    team: ['trainee.bryn', 'trainee.elsie'],
    outline:
      'One arrow at a time: routes through a grid, then routes with letters, then a proof that two routes are parallel.',
  },
  {
    session: 'ratio-3',
    team: ['trainee.dev'],
    outline: 'Direct and inverse proportion from one table of bicycle gears, with the equations at the end.',
  },
  {
    session: 'ratio-3',
    team: ['trainee'],
    outline:
      'Direct and inverse proportion by experiment: a spring, a tank of water and a torch, each with its own graph.',
  },
  {
    session: 'iteration',
    team: ['trainee.elsie'],
    outline:
      'Iteration with the answer key of the calculators that pupils have, and why it sometimes runs away.',
  },
];

/** Trainees offer and mentors decide: what was given in the autumn, and what is still to come. */
export const tellOffers = async (cpd: DemoCpd): Promise<void> => {
  const { app, clock, now, person, session } = cpd;
  const mentor = person('mentor');
  const confirmed = daysAfter(now, -CONFIRMED_DAYS_AGO);
  clock.goTo(after(confirmed, 60));
  for (const key of CONFIRMED) {
    await app.get(SuitabilityService).record(mentor, person(key).accountId, {
      confirmedBy: mentor.name,
      confirmedOn: londonDay(confirmed),
    });
  }
  const offer = async ({ session: key, team, outline, decision }: DemoOffer): Promise<void> => {
    const [lead, ...others] = team;
    const { id } = await app.get(OfferMakingService).make(person(lead), session(key).id, {
      outline,
      withTraineeIds: others.map((other) => person(other).accountId),
    });
    clock.goTo(after(clock.now(), 26 * 60));
    if (!decision) return;
    const [decided, note] = decision;
    await app.get(OfferStepsService).decide(mentor, id, { decision: decided, ...(note ? { note } : {}) });
  };
  for (const one of GIVEN) await offer(one);
  clock.goTo(daysAfter(now, -12));
  for (const one of TO_COME) await offer(one);
  await propose(cpd);
  const mondays = [1, 8, 15, 22, 29].map((days) => weekdayFrom(londonDay(daysAfter(now, days)), 1));
  await app
    .get(PlacementDaysService)
    .add(person('trainee'), { schoolName: 'Larkfield Academy', days: mondays });
  clock.goTo(now);
};

/** A session that nobody has planned, a week after another on the same weekday. */
const propose = async ({ app, person, programme, session, topic }: DemoCpd): Promise<void> => {
  const starts = after(startOfDay(londonDay(daysAfter(new Date(session('vectors').startsAt), 7))), 16 * 60);
  await app.get(OfferMakingService).propose(person('trainee.carys'), {
    programmeId: programme.id,
    topicId: topic('Bounds').id,
    title: 'Bounds with what is in the kitchen drawer',
    startsAt: starts.toISOString(),
    endsAt: after(starts, 60).toISOString(),
    place: { kind: 'online', name: 'Teams' },
    offer: {
      outline:
        'Teachers bring kitchen scales and a jug. We weigh, pour and argue about what the last digit means, and end with two examination questions.',
    },
  });
};
