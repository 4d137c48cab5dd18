import { IsInstant, IsNotBlank } from '@lectern/core/requests';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

/** What a conference asks of its rosters; what is left out stays as it is. */
export class RosterSettingsChange {
  @IsOptional()
  @IsBoolean({ message: 'Say whether schools may swap people after final numbers: true or false.' })
  swapsAfterFinalNumbers?: boolean;

  @IsOptional()
  @IsBoolean({ message: 'Say whether dates of birth are asked for: true or false.' })
  trackingData?: boolean;

  /** Shown to schools; needed while dates of birth are asked for. */
  @IsOptional()
  @IsString({ message: 'Write as text why dates of birth are asked for.' })
  @MaxLength(500, { message: 'Keep the reason to 500 characters.' })
  trackingReason?: string | null;

  @IsOptional()
  @IsInt({ message: 'Enter the days that dates of birth are kept as a whole number.' })
  @Min(1, { message: 'Keep dates of birth for 1 to 365 days after the conference.' })
  @Max(365, { message: 'Keep dates of birth for 1 to 365 days after the conference.' })
  trackingDays?: number;

  @IsOptional()
  @IsInt({ message: 'Enter the days that day-only data is kept as a whole number.' })
  @Min(1, { message: 'Keep day-only data for 1 to 7 days after the conference.' })
  @Max(7, { message: 'Keep day-only data for 1 to 7 days after the conference.' })
  dayOnlyDays?: number;

  @IsOptional()
  @IsInt({ message: 'Enter the months that photo consent holds as a whole number.' })
  @Min(1, { message: 'Photo consent holds for 1 to 60 months.' })
  @Max(60, { message: 'Photo consent holds for 1 to 60 months.' })
  photoConsentMonths?: number;
}

/** Staff let a school change its list after final numbers, for a reason that is shown with the group. */
export class RosterOpening {
  @IsString({ message: 'Say why the list may change after final numbers.' })
  @Length(1, 500, { message: 'Say why the list may change, in 500 characters or fewer.' })
  @IsNotBlank({ message: 'Say why the list may change after final numbers.' })
  reason!: string;

  /** Until when; a day from now when left out, and never beyond the end of the conference. */
  @IsOptional()
  @IsInstant({
    message: 'Enter until when the list is open as a date and time, such as 2027-03-05T17:00:00Z.',
  })
  until?: string;
}
