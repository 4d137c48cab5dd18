import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../audit/actor-names';
import { SchoolsService } from '../../schools/schools.service';
import type { OpenDoorLessonEntity } from './open-door-lesson.entity';
import type { LessonNames } from './open-door.mapper';

/** What the people and schools of lessons and visits are called. */
@Injectable()
export class OpenDoorNames {
  constructor(
    private readonly people: ActorNames,
    private readonly schools: SchoolsService,
  ) {}

  /** Names of accounts; one that is gone has none. */
  async ofPeople(ids: readonly string[]): Promise<(id: string) => string> {
    const names = await this.people.names('account', [...new Set(ids)]);
    return (id) => names.get(id) ?? 'A teacher';
  }

  async ofSchools(urns: readonly string[]): Promise<(urn: string) => LessonNames['school']> {
    const schools = await this.schools.findAll([...new Set(urns)]);
    return (urn) => schools.get(urn) ?? { name: `School ${urn}`, town: '' };
  }

  async ofLessons(
    lessons: readonly OpenDoorLessonEntity[],
  ): Promise<(lesson: OpenDoorLessonEntity) => LessonNames> {
    const [person, school] = await Promise.all([
      this.ofPeople(lessons.map(({ hostId }) => hostId)),
      this.ofSchools(lessons.map(({ schoolUrn }) => schoolUrn)),
    ]);
    return ({ hostId, schoolUrn }) => ({ host: person(hostId), school: school(schoolUrn) });
  }
}
