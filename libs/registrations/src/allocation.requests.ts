import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ALLOCATION_METHODS,
  type AllocationMethod,
  CRITERION_KINDS,
  type CriterionKind,
  DISTANCE_FAVOURS,
  type DistanceFavours,
} from './allocation.contract';
import { OFFER_HOURS_MAX } from './offer.contract';

const NESTED = 'Send each criterion as an object with its own fields.';
const GRID = 'Enter the grid reference of the university in whole metres, such as 340562.';
const BANDS = 'Enter where each band ends in whole kilometres, 1 to 1,000.';

/** One criterion of a fair allocation; the last four fields belong to distance. */
export class AllocationCriterion {
  @IsIn(CRITERION_KINDS, { message: `Choose a criterion: ${CRITERION_KINDS.join(', ')}.` })
  kind!: CriterionKind;

  @IsInt({ message: 'Enter the points as a whole number.' })
  @Min(1, { message: 'A criterion gives at least one point. Leave it out if it should not count.' })
  @Max(100, { message: 'A criterion gives 100 points at most.' })
  weight!: number;

  @IsOptional()
  @IsIn(DISTANCE_FAVOURS, { message: 'Say whether near or far schools come first.' })
  favours?: DistanceFavours;

  @IsOptional()
  @IsArray({ message: BANDS })
  @ArrayMinSize(1, { message: BANDS })
  @ArrayMaxSize(6, { message: 'Six bands are enough.' })
  @IsInt({ each: true, message: BANDS })
  @Min(1, { each: true, message: BANDS })
  @Max(1000, { each: true, message: BANDS })
  bandsKm?: number[];

  @IsOptional()
  @IsInt({ message: GRID })
  @Min(0, { message: GRID })
  @Max(9_999_999, { message: GRID })
  easting?: number;

  @IsOptional()
  @IsInt({ message: GRID })
  @Min(0, { message: GRID })
  @Max(9_999_999, { message: GRID })
  northing?: number;
}

/** The criteria to try an allocation with; nothing is stored. */
export class AllocationTrialRequest {
  @IsIn(ALLOCATION_METHODS, { message: 'Choose how criteria count: weights or in-order.' })
  method!: AllocationMethod;

  @IsArray({ message: 'Choose at least one criterion.' })
  @ArrayMinSize(1, { message: 'Choose at least one criterion.' })
  @ArrayMaxSize(5, { message: 'There are five criteria.' })
  @IsObject({ each: true, message: NESTED })
  @ValidateNested({ each: true, message: NESTED })
  @Type(() => AllocationCriterion)
  criteria!: AllocationCriterion[];
}

/** How a conference gives its places: published on its page. */
export class PlaceRulesChange extends AllocationTrialRequest {
  @IsInt({ message: 'Enter the hours as a whole number.' })
  @Min(1, { message: 'Give schools at least one hour to answer.' })
  @Max(OFFER_HOURS_MAX, { message: 'An offer stands for 336 hours (two weeks) at most.' })
  offerHours!: number;
}

/** Publishes an allocation that was tried: the same criteria, and the name of the result that was seen. */
export class AllocationPublication extends AllocationTrialRequest {
  @Matches(/^[0-9a-f]{8}$/, { message: 'Send the fingerprint of the trial that is to be published.' })
  fingerprint!: string;
}

/** What staff say of a school. */
export class SchoolFactsChange {
  @IsBoolean({ message: 'Say whether it is a project school: true or false.' })
  projectSchool!: boolean;

  @IsBoolean({ message: 'Say whether it has a priority measure: true or false.' })
  priorityMeasure!: boolean;
}
