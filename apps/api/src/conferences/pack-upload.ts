import { fileTypeOf, type FileType, safeFileName } from '@lectern/conferences';
import { DomainError, validationFailed } from '@lectern/core';
import type { FastifyRequest } from 'fastify';

/** A file as it came, known by its content, with the words beside it. */
export interface PackUpload {
  readonly type: FileType;
  readonly fileName: string;
  readonly content: Buffer;
  readonly fields: Readonly<Record<string, unknown>>;
}

const refuse = (code: string, message: string) => validationFailed([{ field: 'file', code, message }]);

/** Reads a form with one file in it. What the file is, its content says; its name and its sender's word do not count. */
export const uploadOf = async (request: FastifyRequest): Promise<PackUpload> => {
  if (!request.isMultipart()) throw refuse('missing', 'Choose a file, in the field called file.');
  const fields: Record<string, unknown> = {};
  let file: { name: string; content: Buffer } | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const content = await part.toBuffer();
        if (part.fieldname === 'file') file = { name: part.filename, content };
      } else fields[part.fieldname] = part.value;
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new DomainError(
      'too-large',
      'file-too-large',
      'The file is larger than 5 MB. Save it with smaller pictures, or as two files.',
    );
  }
  if (!file || file.content.length === 0) throw refuse('missing', 'Choose a file, in the field called file.');
  const type = fileTypeOf(file.content);
  if (!type) {
    throw refuse('wrong-type', 'Choose a PDF, a Word document without macros (DOCX), a PNG or a JPEG.');
  }
  return { type, fileName: safeFileName(file.name, type), content: file.content, fields };
};
