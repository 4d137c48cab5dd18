import { IsNotBlank } from '@lectern/core/requests';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { QUALIFICATIONS, type Qualification, TOPIC_TIERS, type TopicTier } from './topic.contract';

const NESTED = 'Send each reference as an object with its title and url.';

/** Where somebody may read on about a topic. */
export class TopicReferenceRequest {
  @IsString({ message: 'Enter what the link leads to.' })
  @Length(1, 120, { message: 'Enter what the link leads to, in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter what the link leads to.' })
  title!: string;

  @IsString({ message: 'Enter a link that begins with https://.' })
  @MaxLength(2000, { message: 'Keep the link to 2,000 characters.' })
  @Matches(/^\s*https:\/\//, { message: 'Enter a link that begins with https://.' })
  url!: string;
}

/** A topic of the catalogue; its codes are those of its qualification. */
export class TopicRequest {
  @IsString({ message: 'Enter a title.' })
  @Length(3, 120, { message: 'The title needs 3 to 120 characters.' })
  @IsNotBlank({ message: 'Enter a title.' })
  title!: string;

  @IsOptional()
  @IsString({ message: 'Write the summary as text.' })
  @MaxLength(1000, { message: 'Keep the summary to 1,000 characters.' })
  summary?: string | null;

  @IsIn(QUALIFICATIONS, { message: 'Choose a qualification: gcse or a-level.' })
  qualification!: Qualification;

  @IsIn(TOPIC_TIERS, { message: 'Choose for whom it is: higher, both or a-level.' })
  tier!: TopicTier;

  @IsArray({ message: 'Choose at least one content code.' })
  @ArrayMinSize(1, { message: 'Choose at least one content code.' })
  @ArrayMaxSize(20, { message: 'A topic has 20 content codes at most.' })
  @ArrayUnique({ message: 'Name each content code once.' })
  @IsString({ each: true, message: 'A content code looks like A11 for the GCSE, H for the A level.' })
  contentCodes!: string[];

  @IsOptional()
  @IsArray({ message: 'Send the references as a list.' })
  @ArrayMaxSize(20, { message: 'A topic has 20 references at most.' })
  // A list within the list would count as nested, and be empty.
  @IsObject({ each: true, message: NESTED })
  @ValidateNested({ each: true, message: NESTED })
  @Type(() => TopicReferenceRequest)
  references?: TopicReferenceRequest[];

  @IsOptional()
  @IsBoolean({ message: 'Say whether the topic is in the catalogue: true or false.' })
  active?: boolean;
}

/** A change to a topic: any of its fields, by the same rules. */
export class TopicChange extends TopicRequest {}

for (const field of ['title', 'qualification', 'tier', 'contentCodes'] as const) {
  IsOptional()(TopicChange.prototype, field);
}
