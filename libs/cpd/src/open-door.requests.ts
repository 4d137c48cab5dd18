import { YEAR_GROUPS, type YearGroup } from '@lectern/conferences';
import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { REFLECTION_LENGTH, VISITORS_MAX } from './open-door.contract';
import { VISIT_ACTIONS, type VisitAction } from './visit-lifecycle.rules';

/** A lesson that a school lets partner teachers observe. Times are ISO 8601 with offset or Z. */
export class OpenDoorLessonRequest {
  @IsString({ message: 'Enter what the lesson is about.' })
  @Length(3, 120, { message: 'Say what the lesson is about in 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter what the lesson is about.' })
  title!: string;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a topic, or leave it out.' })
  topicId?: string | null;

  @IsIn(YEAR_GROUPS, { message: 'Year groups are 7 to 13.' })
  yearGroup!: YearGroup;

  @IsInstant({ message: 'Enter when the lesson starts, such as 2027-03-09T10:00:00Z.' })
  startsAt!: string;

  @IsInstant({ message: 'Enter when the lesson ends, such as 2027-03-09T11:00:00Z.' })
  endsAt!: string;

  @IsInt({ message: 'Enter how many visitors may come as a whole number.' })
  @Min(1, { message: 'There must be a place for at least one visitor.' })
  @Max(VISITORS_MAX, { message: `A lesson takes ${VISITORS_MAX} visitors at most.` })
  visitorPlaces!: number;

  @IsOptional()
  @IsString({ message: 'Write where visitors report as text.' })
  @MaxLength(500, { message: 'Keep where visitors report to 500 characters.' })
  arrival?: string | null;
}

/** A change to a lesson: any of its fields, by the same rules; a `topicId` of null takes its topic away. */
export class OpenDoorLessonChange extends OpenDoorLessonRequest {}

for (const field of ['title', 'yearGroup', 'startsAt', 'endsAt', 'visitorPlaces'] as const) {
  IsOptional()(OpenDoorLessonChange.prototype, field);
}

/** Calling a lesson off; everybody who asked to come is told why. */
export class OpenDoorCancellation {
  @IsString({ message: 'Say why the lesson cannot be visited.' })
  @Length(1, 500, { message: 'Say why the lesson cannot be visited, in 500 characters or fewer.' })
  @IsNotBlank({ message: 'Say why the lesson cannot be visited.' })
  reason!: string;
}

/** One step of a visit; a reason goes to the other side. */
export class VisitStepRequest {
  @IsIn(VISIT_ACTIONS, { message: `Choose what happens to the visit: ${VISIT_ACTIONS.join(', ')}.` })
  action!: VisitAction;

  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  reason?: string | null;
}

/** What somebody takes away from a visit or a session. */
export class ReflectionRequest {
  @IsString({ message: 'Write what you take away.' })
  @Length(1, REFLECTION_LENGTH, { message: 'Write what you take away in 2,000 characters or fewer.' })
  @IsNotBlank({ message: 'Write what you take away.' })
  text!: string;
}
