import {
  type CommitmentClash,
  commitmentClashWords,
  findCommitmentClashes,
  type Promised,
} from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../audit/actor-names';
import type { OpenDoorLessonEntity } from './open-door-lesson.entity';
import { OpenDoorNames } from './open-door-names';
import { OpenDoorVisitsRepository } from './open-door-visits.repository';

const DAY = 24 * 3_600_000;

/** Says what of a teacher’s own stands in the way of a visit: sessions they booked, lessons they teach or visit. */
@Injectable()
export class VisitorClashes {
  constructor(
    private readonly visits: OpenDoorVisitsRepository,
    private readonly names: OpenDoorNames,
    private readonly people: ActorNames,
  ) {}

  /** In words, each a sentence; none when nothing does. */
  async of(accountId: string, lesson: OpenDoorLessonEntity): Promise<readonly string[]> {
    // A day on either side holds every way there could be.
    const from = new Date(lesson.startsAt.getTime() - DAY);
    const until = new Date(lesson.endsAt.getTime() + DAY);
    const [sessions, lessons] = [
      await this.visits.bookedSessions(accountId, from, until),
      await this.visits.promisedLessons(accountId, from, until),
    ];
    const school = await this.names.ofSchools([lesson, ...lessons].map(({ schoolUrn }) => schoolUrn));
    const placeOf = (schoolUrn: string) => ({ kind: 'school' as const, name: school(schoolUrn).name });
    const stretch = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    });
    const promised: Promised[] = [
      ...sessions.map((one) => ({
        kind: 'booking' as const,
        sessionId: one.sessionId,
        accountId,
        title: one.title,
        place: one.place,
        isCancelled: false,
        ...stretch(one),
      })),
      ...lessons.map((one) => ({
        kind: one.isHosted ? ('offer' as const) : ('booking' as const),
        sessionId: one.lessonId,
        accountId,
        title: one.title,
        place: placeOf(one.schoolUrn),
        isCancelled: false,
        ...stretch(one),
      })),
    ];
    const name = (await this.people.names('account', [accountId])).get(accountId) ?? 'You';
    const clashes: readonly CommitmentClash[] = findCommitmentClashes(
      {
        id: lesson.id,
        place: placeOf(lesson.schoolUrn),
        people: [{ accountId, name }],
        ...stretch(lesson),
      },
      { promised, placementDays: [], takenPlaces: [] },
    );
    return clashes.map((clash) => commitmentClashWords(clash, school(lesson.schoolUrn).name));
  }
}
