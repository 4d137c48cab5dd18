import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { ROLES, type Role } from './roles';

/** Changing what an account may do, or which school it belongs to; null takes the school away. */
export class AccountChange {
  @IsOptional()
  @IsArray({ message: 'Choose at least one role.' })
  @ArrayMinSize(1, { message: 'Choose at least one role.' })
  @ArrayMaxSize(ROLES.length, { message: 'Choose each role once.' })
  @ArrayUnique({ message: 'Choose each role once.' })
  @IsIn(ROLES, { each: true, message: `A role is one of: ${ROLES.join(', ')}.` })
  roles?: Role[] | null;

  @IsOptional()
  @Matches(/^\d{6}$/, { message: 'Choose the school from the list.' })
  schoolUrn?: string | null;
}
