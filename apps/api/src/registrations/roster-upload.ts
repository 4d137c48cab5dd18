import { DomainError, validationFailed } from '@lectern/core';
import type { RosterCells } from '@lectern/registrations';
import { RosterPaste } from '@lectern/registrations/requests';
import type { FastifyRequest } from 'fastify';
import { RequestPipe } from '../platform/request.pipe';
import { readDelimitedRoster } from './roster-files/read-delimited-roster';

const pipe = new RequestPipe();

/** The cells of a request that brings a roster: a file field called `file`, or `{text}` with pasted cells. */
export const cellsOf = async (request: FastifyRequest): Promise<readonly RosterCells[]> => {
  if (!request.isMultipart()) {
    const { text } = pipe.transform(request.body, { type: 'body', metatype: RosterPaste }) as RosterPaste;
    return readDelimitedRoster(text);
  }
  const file = await request.file();
  if (file?.fieldname !== 'file') {
    throw validationFailed([
      { field: 'file', code: 'missing', message: 'Choose a file, in the field called file.' },
    ]);
  }
  try {
    return readDelimitedRoster(await file.toBuffer());
  } catch (error) {
    if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new DomainError(
      'too-large',
      'file-too-large',
      'The file is larger than 5 MB. Keep only the list in it.',
    );
  }
};
