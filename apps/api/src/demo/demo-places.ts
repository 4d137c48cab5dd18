import type { Conference } from '@lectern/conferences';
import type { Actor } from '@lectern/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { ConferencesService } from '../conferences/conferences.service';
import { GroupsService } from '../registrations/groups.service';
import { SchoolFactsService } from '../registrations/school-facts.service';
import { after, daysAfter, type DemoClock, morningOf } from './demo-clock';
import type { DemoStory } from './demo-story';

export interface DemoPlaces {
  readonly app: INestApplicationContext;
  readonly story: DemoStory;
  readonly clock: DemoClock;
  readonly staff: Actor;
  readonly now: Date;
  readonly venue: Conference['venue'];
  /** The fair conference, with its first groups. */
  readonly shared: Conference;
}

const group = (urn: string, pupils: number, minimum = pupils) => ({
  urn,
  pupils,
  minimum,
  adults: 2,
  named: 0,
});

/** A waiting group with an offer to answer, and a fair conference whose places wait to be shared out. */
export const tellPlaces = async (demo: DemoPlaces): Promise<void> => {
  const { app, clock, now, shared, staff, story, venue } = demo;
  const full = await story.open({
    title: 'Codes and ciphers',
    summary: 'Year 8 and 9 pupils make and break codes with our students, from Caesar to the present day.',
    venue: { ...venue },
    yearGroups: [8, 9],
    pupilPlaces: 40,
    schoolCap: 30,
    startsAt: morningOf(daysAfter(now, 31)),
    hours: 5,
  });
  const waiting = [group('900001', 24, 16), group('900010', 20, 12), group('900012', 28)];
  await story.register(full, [group('900003', 30), group('900009', 10), ...waiting], now);
  clock.goTo(after(now, -300));
  const groups = app.get(GroupsService);
  const { items } = await groups.list(staff, full.id, 200, undefined);
  const holder = items.find(({ school }) => school.urn === '900003');
  if (holder) await groups.cancel(staff, holder.id, { reason: 'The date clashes with mock exams.' });

  await story.register(shared, [group('900006', 20, 12), group('900012', 18), group('900002', 20, 10)], now);
  const facts = app.get(SchoolFactsService);
  await facts.change(staff, '900012', { projectSchool: true, priorityMeasure: false });
  await facts.change(staff, '900002', { projectSchool: true, priorityMeasure: true });
  clock.goTo(after(now, -60));
  await app.get(ConferencesService).move(shared.id, { to: 'registration-closed' });
};
