import { DomainError, validationFailed } from '@lectern/core';
import { RosterPaste } from '@lectern/registrations/requests';
import type { FastifyRequest } from 'fastify';
import { RequestPipe } from '../platform/request.pipe';
import { readDelimitedRoster } from './roster-files/read-delimited-roster';
import { isWorkbook, readWorkbookRoster } from './roster-files/read-workbook-roster';
import type { RosterFile } from './roster-files/roster-file';

const pipe = new RequestPipe();

/** What a request brings as a roster: a file field called `file` (a workbook or CSV), or `{text}` with pasted cells. */
export const rosterFileOf = async (request: FastifyRequest): Promise<RosterFile> => {
  if (!request.isMultipart()) {
    const { text } = pipe.transform(request.body, { type: 'body', metatype: RosterPaste }) as RosterPaste;
    return { cells: readDelimitedRoster(text), notices: [] };
  }
  const file = await request.file();
  if (file?.fieldname !== 'file') {
    throw validationFailed([
      { field: 'file', code: 'missing', message: 'Choose a file, in the field called file.' },
    ]);
  }
  try {
    const bytes = await file.toBuffer();
    return isWorkbook(bytes)
      ? await readWorkbookRoster(bytes)
      : { cells: readDelimitedRoster(bytes), notices: [] };
  } catch (error) {
    if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new DomainError(
      'too-large',
      'file-too-large',
      'The file is larger than 5 MB. Keep only the list in it.',
    );
  }
};
