import { IsNotBlank } from '@lectern/core/requests';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PACK_FILE_KINDS, type PackFileKind } from './visit-pack.contract';

const TITLE = 'Enter a title, in 120 characters or fewer.';

/** What is said of a file that is uploaded: the fields beside it in the form. */
export class PackFileRequest {
  @IsIn(PACK_FILE_KINDS, { message: `Choose what it is: ${PACK_FILE_KINDS.join(', ')}.` })
  kind!: PackFileKind;

  /** The name of its kind when left out. */
  @IsOptional()
  @IsString({ message: TITLE })
  @Length(1, 120, { message: TITLE })
  @IsNotBlank({ message: TITLE })
  title?: string;

  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'Say yes or no to showing it to everybody.' })
  isPublic?: 'yes' | 'no';
}

/** A change to what is said of a file; the file itself gets a new version instead. */
export class PackFileChange {
  @IsOptional()
  @IsString({ message: TITLE })
  @Length(1, 120, { message: TITLE })
  @IsNotBlank({ message: TITLE })
  title?: string;

  @IsOptional()
  @IsBoolean({ message: 'Say true or false to showing it to everybody.' })
  isPublic?: boolean;
}
