import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CPD_SESSION_STATUSES,
  type CpdSessionStatus,
  PLACE_KINDS,
  type PlaceKind,
  PRESENTERS_MAX,
  TEACHER_PLACES_MAX,
} from './cpd-session.contract';
import { TEAM_MAX } from './presenter-offer.contract';

/** Where a session is. */
export class CpdPlaceRequest {
  @IsIn(PLACE_KINDS, { message: 'Choose where it is: campus, school or online.' })
  kind!: PlaceKind;

  @IsString({ message: 'Enter the room, the school or what the meeting is held with.' })
  @Length(1, 120, { message: 'Name the place in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the room, the school or what the meeting is held with.' })
  name!: string;

  /** The campus or school that the room is in; left out for the only campus. */
  @IsOptional()
  @IsString({ message: 'Enter the campus or school that the room is in.' })
  @Length(1, 120, { message: 'Name the campus or school in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter the campus or school that the room is in.' })
  site?: string;
}

/** What is common to a session that staff plan and one that trainees propose. Times are ISO 8601 with offset or Z. */
class SessionFacts {
  @IsUUID(undefined, { message: 'Choose a programme.' })
  programmeId!: string;

  @IsUUID(undefined, { message: 'Choose a topic.' })
  topicId!: string;

  @IsString({ message: 'Enter a title for the session.' })
  @Length(3, 120, { message: 'The title of the session needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title for the session.' })
  title!: string;

  @IsInstant({ message: 'Enter when the session starts, such as 2027-03-09T16:00:00Z.' })
  startsAt!: string;

  @IsInstant({ message: 'Enter when the session ends, such as 2027-03-09T17:30:00Z.' })
  endsAt!: string;

  @IsObject({ message: 'Send the place as an object with its kind and name.' })
  @ValidateNested()
  @Type(() => CpdPlaceRequest)
  place!: CpdPlaceRequest;
}

/** A session of a programme; it begins as a draft. */
export class CpdSessionRequest extends SessionFacts {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a series of this programme.' })
  seriesId?: string | null;

  @IsInt({ message: 'Enter the number of teachers as a whole number.' })
  @Min(1, { message: 'There must be a place for at least one teacher.' })
  @Max(TEACHER_PLACES_MAX, { message: `A session has ${TEACHER_PLACES_MAX} places at most.` })
  teacherPlaces!: number;

  @IsInt({ message: 'Enter how many presenters are wanted as a whole number.' })
  @Min(0, { message: 'Enter 0 when staff give the session themselves.' })
  @Max(PRESENTERS_MAX, { message: `A session has ${PRESENTERS_MAX} presenters at most.` })
  presentersWanted!: number;
}

const CHANGEABLE = [
  'programmeId',
  'topicId',
  'title',
  'startsAt',
  'endsAt',
  'place',
  'teacherPlaces',
  'presentersWanted',
] as const;

/** A change to a session: any of its fields, by the same rules; a `seriesId` of null takes it out of its series. */
export class CpdSessionChange extends CpdSessionRequest {}

for (const field of CHANGEABLE) IsOptional()(CpdSessionChange.prototype, field);

/** Moving a session to its next status; cancelling needs a reason. */
export class CpdSessionTransition {
  @IsIn(CPD_SESSION_STATUSES, { message: `Choose a status: ${CPD_SESSION_STATUSES.join(', ')}.` })
  to!: CpdSessionStatus;

  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  reason?: string;
}

/** Offering to deliver a session, alone or as a team. */
export class PresenterOfferRequest {
  /** The others of the team; alone when left out. */
  @IsOptional()
  @IsArray({ message: 'Send the others of the team as a list.' })
  @ArrayMaxSize(TEAM_MAX - 1, { message: `A team has ${TEAM_MAX} people at most.` })
  @ArrayUnique({ message: 'Name each person of the team once.' })
  @IsUUID(undefined, { each: true, message: 'Choose trainees with an account.' })
  withTraineeIds?: string[];

  @IsString({ message: 'Say what you would do in the session.' })
  @Length(20, 4000, { message: 'Say what you would do in the session, in 20 to 4,000 characters.' })
  @IsNotBlank({ message: 'Say what you would do in the session.' })
  outline!: string;
}

/** A session that trainees would like to give and that nobody has planned. */
export class SessionProposalRequest extends SessionFacts {
  @IsObject({ message: 'Send the offer as an object with its outline.' })
  @ValidateNested()
  @Type(() => PresenterOfferRequest)
  offer!: PresenterOfferRequest;
}
