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

/** One step of a visit. */
export class VisitStepRequest {
  @IsIn(VISIT_ACTIONS, { message: `Choose what happens to the visit: ${VISIT_ACTIONS.join(', ')}.` })
  action!: VisitAction;
}

/** What somebody takes away from a visit or a session. */
export class ReflectionRequest {
  @IsString({ message: 'Write what you take away.' })
  @Length(1, REFLECTION_LENGTH, { message: 'Write what you take away in 2,000 characters or fewer.' })
  @IsNotBlank({ message: 'Write what you take away.' })
  text!: string;
}
