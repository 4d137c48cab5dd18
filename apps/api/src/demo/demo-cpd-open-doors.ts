import { startOfDay } from '@lectern/core';
import type { YearGroup } from '@lectern/conferences';
import type { VisitAction } from '@lectern/cpd';
import { OpenDoorLessonsService } from '../cpd/open-doors/open-door-lessons.service';
import { OpenDoorVisitsService } from '../cpd/open-doors/open-door-visits.service';
import { after, daysAfter } from './demo-clock';
import type { DemoCpd } from './demo-cpd-parts';
import { schoolDayNear } from './demo-school-day';

interface DemoLesson {
  readonly host: string;
  readonly title: string;
  readonly topic: string;
  readonly yearGroup: YearGroup;
  /** From now; a lesson that is over was visited. */
  readonly days: number;
  readonly places: number;
  readonly visitors: readonly (readonly [who: string, step?: VisitAction])[];
}

const LESSONS: readonly DemoLesson[] = [
  {
    host: 'teacher.joel',
    title: 'Year 10 meet surds without a calculator',
    topic: 'Surds',
    yearGroup: 10,
    days: -17,
    places: 2,
    visitors: [
      ['teacher', 'confirm'],
      ['teacher.nell', 'confirm'],
    ],
  },
  {
    host: 'teacher.hugo',
    title: 'Functions as machines, backwards too',
    topic: 'Functions: inverse and composite',
    yearGroup: 11,
    days: 9,
    places: 2,
    visitors: [['teacher', 'confirm'], ['teacher.leo']],
  },
  {
    host: 'teacher',
    title: 'Conditional probability with two coloured bags',
    topic: 'Conditional probability',
    yearGroup: 10,
    days: 16,
    places: 3,
    visitors: [['teacher.ines'], ['teacher.mina', 'confirm']],
  },
  {
    host: 'teacher.kasia',
    title: 'Ratio tables in a mixed Year 8',
    topic: 'Ratio problem solving',
    yearGroup: 8,
    days: 23,
    places: 1,
    visitors: [['teacher.joel', 'confirm']],
  },
  {
    host: 'teacher.mina',
    title: 'Hypothesis tests that Year 12 argue about',
    topic: 'Hypothesis testing',
    yearGroup: 12,
    days: 31,
    places: 4,
    visitors: [],
  },
];

const REFLECTIONS = {
  visitor:
    'Nobody was told a rule for the first twenty minutes, and the class asked for one. I will begin with the squares too.',
  host: 'With two colleagues in the room I listened to the pairs for longer than I usually dare.',
} as const;

/** Schools let partner teachers watch a lesson: one that was visited, and some to come. */
export const tellOpenDoors = async ({ app, clock, now, person, topic }: DemoCpd): Promise<void> => {
  const lessons = app.get(OpenDoorLessonsService);
  const visits = app.get(OpenDoorVisitsService);
  for (const { days, host, places, topic: about, visitors, ...lesson } of LESSONS) {
    const starts = after(startOfDay(schoolDayNear(now, days, [])), 10 * 60 + 15);
    const asked = new Date(Math.min(daysAfter(now, -5).getTime(), daysAfter(starts, -12).getTime()));
    clock.goTo(asked);
    const { id } = await lessons.offer(person(host), {
      ...lesson,
      topicId: topic(about).id,
      startsAt: starts.toISOString(),
      endsAt: after(starts, 60).toISOString(),
      visitorPlaces: places,
      arrival: 'Please sign in at reception ten minutes before, and ask for the maths office.',
    });
    for (const [who, step] of visitors) {
      const visit = await visits.ask(person(who), id);
      if (step) await visits.step(person(host), visit.id, { action: step });
      if (days > 0) continue;
      clock.goTo(after(starts, 90));
      await visits.step(person(host), visit.id, { action: 'attend' });
      await visits.reflect(person(host), visit.id, { text: REFLECTIONS.host });
      if (who !== 'teacher') await visits.reflect(person(who), visit.id, { text: REFLECTIONS.visitor });
      clock.goTo(asked);
    }
  }
  clock.goTo(now);
};
