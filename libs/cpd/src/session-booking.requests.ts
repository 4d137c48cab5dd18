import { IsNotBlank } from '@lectern/core/requests';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  BOOKING_OFFER_ANSWERS,
  BOOKING_PEOPLE_MAX,
  type BookingOfferAnswerWord,
} from './session-booking.contract';

/** Seven digits, spaces forgiven, as `readTrn` reads them. */
const TRN = /^\s*(?:(?:\d\s*){7})?$/;
const TRN_WORDS = 'A teacher reference number has seven digits, such as 1234567. You can leave it out.';
const PERSON = 'Send each colleague as an object with a name and an e-mail address.';

/** A colleague on a booking. */
export class ColleagueRequest {
  @IsString({ message: 'Enter your colleague’s name.' })
  @Length(1, 120, { message: 'Enter your colleague’s name, in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter your colleague’s name.' })
  name!: string;

  @IsEmail({}, { message: 'Enter your colleague’s e-mail address, such as name@example.org.' })
  @MaxLength(254, { message: 'Keep the e-mail address to 254 characters.' })
  email!: string;

  @IsOptional()
  @IsString({ message: TRN_WORDS })
  @MaxLength(20, { message: TRN_WORDS })
  @Matches(TRN, { message: TRN_WORDS })
  trn?: string | null;
}

/** Booking a session or a series, alone or with colleagues of the same school. */
export class SessionBookingRequest {
  /** In the order in which they get places, after the one who books. */
  @IsOptional()
  @IsArray({ message: 'Send your colleagues as a list.' })
  @ArrayMaxSize(BOOKING_PEOPLE_MAX - 1, { message: `A booking has ${BOOKING_PEOPLE_MAX} people at most.` })
  // A list within the list would count as nested, and be empty.
  @IsObject({ each: true, message: PERSON })
  @ValidateNested({ each: true, message: PERSON })
  @Type(() => ColleagueRequest)
  colleagues?: ColleagueRequest[];

  /** The fewest people who would come, the one who books first; all of them when left out. */
  @IsOptional()
  @IsInt({ message: 'Enter the fewest people who would come as a whole number.' })
  @Min(1, { message: 'At least one person must come.' })
  @Max(BOOKING_PEOPLE_MAX, { message: `A booking has ${BOOKING_PEOPLE_MAX} people at most.` })
  fewest?: number;

  /** The teacher reference number of the one who books. */
  @IsOptional()
  @IsString({ message: TRN_WORDS })
  @MaxLength(20, { message: TRN_WORDS })
  @Matches(TRN, { message: TRN_WORDS })
  trn?: string | null;
}

/** Who a person on a booking is, put right: any of their fields, by the same rules; a `trn` of null takes it off. */
export class BookedPersonChange extends ColleagueRequest {}

for (const field of ['name', 'email'] as const) IsOptional()(BookedPersonChange.prototype, field);

/** Giving a booking back; everybody on it is told. */
export class BookingCancellation {
  @IsOptional()
  @IsString({ message: 'Write the reason as text.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  reason?: string | null;
}

/** What is said to an offer of places. */
export class BookingOfferAnswer {
  @IsIn(BOOKING_OFFER_ANSWERS, { message: 'Say accept or decline.' })
  answer!: BookingOfferAnswerWord;
}
