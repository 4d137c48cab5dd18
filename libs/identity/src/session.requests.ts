import { IsNotBlank } from '@lectern/core/requests';
import { IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { INVITABLE_ROLES, type InvitableRole } from './roles';

/** Signing in with e-mail address and password. */
export class SignIn {
  @IsString({ message: 'Enter your e-mail address.' })
  @MaxLength(254, { message: 'An e-mail address has 254 characters at most.' })
  email!: string;

  @IsString({ message: 'Enter your password.' })
  @MaxLength(1024, { message: 'Your password is shorter than that.' })
  password!: string;

  @IsOptional()
  @IsString({ message: 'Enter the six digits from your authenticator app.' })
  @MaxLength(10, { message: 'Enter the six digits from your authenticator app.' })
  totp?: string;
}

/** Asking somebody in: staff invite, the link goes to the person. */
export class InvitationRequest {
  @IsEmail({}, { message: 'Enter an e-mail address, such as a.teacher@school.org.' })
  @MaxLength(254, { message: 'An e-mail address has 254 characters at most.' })
  email!: string;

  @IsIn(INVITABLE_ROLES, { message: `Choose a role: ${INVITABLE_ROLES.join(', ')}.` })
  role!: InvitableRole;

  @IsOptional()
  @Matches(/^\d{6}$/, { message: 'A school number (URN) has six digits.' })
  schoolUrn?: string;
}

/** Accepting an invitation: it makes the account and signs in. */
export class InvitationAcceptance {
  @IsString({ message: 'Enter your full name.' })
  @Length(1, 120, { message: 'Enter your full name, in 120 characters or fewer.' })
  @IsNotBlank({ message: 'Enter your full name.' })
  name!: string;

  @IsString({ message: 'Choose a password.' })
  @MaxLength(1024, { message: 'Use 128 characters or fewer.' })
  password!: string;
}
