import { IsNotBlank } from '@lectern/core/requests';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateIf } from 'class-validator';
import {
  RESOURCE_AUDIENCES,
  RESOURCE_LICENCES,
  type ResourceAudience,
  type ResourceLicence,
} from './resource.contract';

/** Something for the shelf of a topic, a session or both; the file itself travels beside it. */
export class ResourceRequest {
  @IsString({ message: 'Enter a title for the resource.' })
  @Length(3, 120, { message: 'The title of the resource needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title for the resource.' })
  title!: string;

  @IsOptional()
  @IsString({ message: 'Write as text what it is for.' })
  @MaxLength(1000, { message: 'Keep what it is for to 1,000 characters.' })
  summary?: string | null;

  @ValidateIf((request: ResourceRequest) => request.sessionId == null || request.topicId != null)
  @IsUUID(undefined, { message: 'Choose a topic or a session.' })
  topicId?: string | null;

  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a session.' })
  sessionId?: string | null;

  @IsIn(RESOURCE_LICENCES, { message: `Choose a licence: ${RESOURCE_LICENCES.join(', ')}.` })
  licence!: ResourceLicence;

  @IsOptional()
  @IsString({ message: 'Write as text who made it.' })
  @MaxLength(200, { message: 'Keep who made it to 200 characters.' })
  attribution?: string | null;

  @IsIn(RESOURCE_AUDIENCES, { message: 'Choose who may open it: session or partnership.' })
  audience!: ResourceAudience;

  /** A link instead of a file. */
  @IsOptional()
  @IsString({ message: 'Enter a link that begins with https://.' })
  @MaxLength(2000, { message: 'Keep the link to 2,000 characters.' })
  url?: string | null;
}

/** A change to what is said of a resource: any of it, by the same rules; where it stands stays, and a file is replaced by its next version. */
export class ResourceChange {
  @IsOptional()
  @IsString({ message: 'Enter a title for the resource.' })
  @Length(3, 120, { message: 'The title of the resource needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title for the resource.' })
  title?: string;

  @IsOptional()
  @IsString({ message: 'Write as text what it is for.' })
  @MaxLength(1000, { message: 'Keep what it is for to 1,000 characters.' })
  summary?: string | null;

  @IsOptional()
  @IsIn(RESOURCE_LICENCES, { message: `Choose a licence: ${RESOURCE_LICENCES.join(', ')}.` })
  licence?: ResourceLicence;

  @IsOptional()
  @IsString({ message: 'Write as text who made it.' })
  @MaxLength(200, { message: 'Keep who made it to 200 characters.' })
  attribution?: string | null;

  @IsOptional()
  @IsIn(RESOURCE_AUDIENCES, { message: 'Choose who may open it: session or partnership.' })
  audience?: ResourceAudience;

  /** For a link only. */
  @IsOptional()
  @IsString({ message: 'Enter a link that begins with https://.' })
  @MaxLength(2000, { message: 'Keep the link to 2,000 characters.' })
  url?: string;
}
