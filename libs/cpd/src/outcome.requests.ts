import { IsNotBlank } from '@lectern/core/requests';
import { IsString, Length, MaxLength } from 'class-validator';

/** Declaring a certificate no longer good. */
export class CertificateWithdrawal {
  @IsString({ message: 'Say why the certificate is withdrawn.' })
  @Length(1, 500, { message: 'Say why the certificate is withdrawn, in 500 characters or fewer.' })
  @IsNotBlank({ message: 'Say why the certificate is withdrawn.' })
  reason!: string;
}

/** What a mentor writes beside a trainee’s evidence; an empty text takes the note away. */
export class MentorNoteRequest {
  @IsString({ message: 'Write the note as text.' })
  @MaxLength(2000, { message: 'Keep the note to 2,000 characters.' })
  text!: string;
}
