import { IsNotBlank } from '@lectern/core/requests';
import { IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { SCHOOL_ROLES, type SchoolRole } from './roles';

const NOTE = 'Write 500 characters or fewer.';
const REASON = 'Say why, in 500 characters or fewer. The person reads it.';

/** Asking for access to a school, from the public page. */
export class AskForAccess {
  @IsString({ message: 'Enter your full name.' })
  @Length(1, 120, { message: 'Enter your full name, in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter your full name.' })
  name!: string;

  @IsEmail({}, { message: 'Enter your work e-mail address, such as a.teacher@school.org.' })
  @MaxLength(254, { message: 'An e-mail address has 254 characters at most.' })
  email!: string;

  @Matches(/^\d{6}$/, { message: 'Choose your school from the list.' })
  schoolUrn!: string;

  @IsIn(SCHOOL_ROLES, { message: `Choose what you will do: ${SCHOOL_ROLES.join(' or ')}.` })
  role!: SchoolRole;

  @IsOptional()
  @IsString({ message: NOTE })
  @MaxLength(500, { message: NOTE })
  note?: string;
}

/** Showing that the address of a request is one's own: the token of the letter. */
export class AddressConfirmation {
  @IsString({ message: 'Open the link in the letter again.' })
  @Matches(/^[\w-]{20,100}$/, { message: 'Open the link in the letter again.' })
  token!: string;
}

/** Declining a request; the reason goes to the person who asked. */
export class AccessRefusal {
  @IsString({ message: REASON })
  @MaxLength(500, { message: REASON })
  @IsNotBlank({ message: REASON })
  reason!: string;
}

/** A school's coordinator asks a colleague in. */
export class ColleagueInvitation {
  @IsEmail({}, { message: 'Enter an e-mail address, such as a.teacher@school.org.' })
  @MaxLength(254, { message: 'An e-mail address has 254 characters at most.' })
  email!: string;

  @IsIn(SCHOOL_ROLES, { message: `Choose what they will do: ${SCHOOL_ROLES.join(' or ')}.` })
  role!: SchoolRole;
}
