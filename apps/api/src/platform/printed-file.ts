import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** A PDF on its way, and the name that a browser saves it under. */
export interface PrintedFile {
  readonly file: Readable;
  readonly name: string;
}

/** Print as the browser saves it. */
export const asFile = ({ file, name }: PrintedFile): StreamableFile =>
  new StreamableFile(file, { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
