import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service';
import type { Letter, LetterCalendar } from '../../notifications/letter';
import { LetterKinds } from '../../notifications/letter-kinds';
import { Outbox } from '../../notifications/outbox';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import { visitCalendar } from './open-door-calendar';
import type { OpenDoorLessonEntity, OpenDoorVisitEntity } from './open-door-lesson.entity';
import { OpenDoorLessonsRepository } from './open-door-lessons.repository';
import { OpenDoorNames } from './open-door-names';
import {
  askedLetter,
  calledOffLetter,
  confirmedLetter,
  declinedLetter,
  hostReminder,
  lessonChangedLetter,
  type LessonLetterFacts,
  OPEN_DOOR_LETTER_KINDS,
  type VisitorFacts,
  visitorReminder,
  withdrawnLetter,
} from './open-door.letters';

/** Writes to hosts and visitors, inside the unit of work of what the letter tells of and under the lesson’s lock. */
@Injectable()
export class OpenDoorPost implements OnModuleInit {
  constructor(
    private readonly lessons: OpenDoorLessonsRepository,
    private readonly names: OpenDoorNames,
    private readonly accounts: AccountsService,
    private readonly outbox: Outbox,
    private readonly kinds: LetterKinds,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  onModuleInit(): void {
    this.kinds.add(...OPEN_DOOR_LETTER_KINDS);
  }

  async asked(lesson: OpenDoorLessonEntity, visit: OpenDoorVisitEntity): Promise<void> {
    const [facts, visitor] = await Promise.all([this.factsOf(lesson), this.visitorOf(visit)]);
    await this.tell(lesson.hostId, 'asked', lesson.id, askedLetter(facts, visitor));
  }

  async confirmed(lesson: OpenDoorLessonEntity, visit: OpenDoorVisitEntity): Promise<void> {
    const facts = await this.factsOf(lesson);
    const calendar = await this.entry(lesson, facts, 'request');
    await this.tell(visit.visitorId, 'confirmed', lesson.id, confirmedLetter(facts, calendar));
  }

  async declined(
    lesson: OpenDoorLessonEntity,
    visit: OpenDoorVisitEntity,
    reason: string | null,
  ): Promise<void> {
    const letter = declinedLetter(await this.factsOf(lesson), reason);
    await this.tell(visit.visitorId, 'declined', lesson.id, letter);
  }

  /** Tells the host that somebody no longer comes. */
  async withdrawn(
    lesson: OpenDoorLessonEntity,
    visit: OpenDoorVisitEntity,
    reason: string | null,
  ): Promise<void> {
    const [facts, visitor] = await Promise.all([this.factsOf(lesson), this.visitorOf(visit)]);
    await this.tell(lesson.hostId, 'withdrawn', lesson.id, withdrawnLetter(facts, visitor, reason));
  }

  /** Tells a visitor that their visit, which stood as given, does not take place. */
  async calledOff(
    lesson: OpenDoorLessonEntity,
    visit: OpenDoorVisitEntity,
    reason: string | null,
  ): Promise<void> {
    const facts = await this.factsOf(lesson);
    const calendar = visit.status === 'confirmed' ? await this.entry(lesson, facts, 'cancel') : null;
    await this.tell(visit.visitorId, 'called-off', lesson.id, calledOffLetter(facts, reason, calendar));
  }

  async changed(
    lesson: OpenDoorLessonEntity,
    before: OpenDoorLessonEntity,
    visits: readonly OpenDoorVisitEntity[],
  ): Promise<void> {
    const facts = await this.factsOf(lesson);
    for (const visit of visits) {
      const calendar = visit.status === 'confirmed' ? await this.entry(lesson, facts, 'request') : null;
      await this.tell(visit.visitorId, 'changed', lesson.id, lessonChangedLetter(facts, before, calendar));
    }
  }

  /** The day before: to everybody who comes, and to the host. */
  async remind(lesson: OpenDoorLessonEntity, visits: readonly OpenDoorVisitEntity[]): Promise<void> {
    const facts = await this.factsOf(lesson);
    for (const visit of visits)
      await this.tell(visit.visitorId, 'reminder', lesson.id, visitorReminder(facts));
    const visitors: VisitorFacts[] = [];
    for (const visit of visits) visitors.push(await this.visitorOf(visit));
    await this.tell(lesson.hostId, 'host-reminder', lesson.id, hostReminder(facts, visitors));
  }

  /** A visitor’s own copy of the entry, as it stands. */
  async calendarOf(lesson: OpenDoorLessonEntity): Promise<string> {
    const facts = await this.factsOf(lesson);
    return visitCalendar(
      { ...facts, lessonId: lesson.id, sequence: lesson.calendarSequence },
      lesson.status === 'cancelled' ? 'cancel' : 'publish',
    );
  }

  private async entry(
    lesson: OpenDoorLessonEntity,
    facts: LessonLetterFacts,
    method: LetterCalendar['method'],
  ): Promise<LetterCalendar> {
    const sequence = await this.lessons.nextCalendarSequence(lesson.id);
    return { method, ics: visitCalendar({ ...facts, lessonId: lesson.id, sequence }, method) };
  }

  private async factsOf(lesson: OpenDoorLessonEntity): Promise<LessonLetterFacts> {
    const { host, school } = (await this.names.ofLessons([lesson]))(lesson);
    return {
      title: lesson.title,
      startsAt: lesson.startsAt,
      endsAt: lesson.endsAt,
      schoolName: school.name,
      town: school.town,
      hostName: host,
      arrival: lesson.arrival,
      url: `${this.config.url}/open-doors/${lesson.id}`,
    };
  }

  private async visitorOf({ visitorId, schoolUrn }: OpenDoorVisitEntity): Promise<VisitorFacts> {
    const [person, school] = await Promise.all([
      this.names.ofPeople([visitorId]),
      this.names.ofSchools([schoolUrn]),
    ]);
    return { name: person(visitorId), schoolName: school(schoolUrn).name };
  }

  private async tell(accountId: string, kind: string, lessonId: string, letter: Letter): Promise<void> {
    const account = await this.accounts.find(accountId);
    // Whoever has left reads no letters about work.
    if (!account || account.disabledAt !== null) return;
    await this.outbox.post({
      kind: `open-door.${kind}`,
      to: { name: account.name, email: account.email },
      letter,
      about: { kind: 'open-door-lesson', id: lessonId },
    });
  }
}
