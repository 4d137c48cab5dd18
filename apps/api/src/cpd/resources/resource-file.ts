import { type FileType, isZip } from '@lectern/conferences';
import { DomainError, isStorableText } from '@lectern/core';
import { decideResourceFile } from '@lectern/cpd';
import { checkOfficeFile } from './office-file';
import { pdfFault, pictureFault } from './plain-file';
import { refuseFile } from './resource.errors';

/** A file that may stand on the shelf: what it is, and what it is called there. */
export interface ResourceFile {
  readonly type: FileType;
  readonly fileName: string;
  readonly content: Buffer;
}

const NAME_MAX = 255;

/** What a file is by its content, looked at down to what is packed in it; refused with the reason in words. */
export const resourceFileOf = async (name: string, content: Buffer): Promise<ResourceFile> => {
  if (!isStorableText(name) || name.length > NAME_MAX) {
    throw refuseFile(
      'file-name',
      'The name of the file is very long or holds control characters. Rename it and try again.',
    );
  }
  const decision = decideResourceFile(name, content);
  if (decision.kind === 'refused') {
    if (decision.code !== 'file-too-large') throw refuseFile(decision.code, decision.words);
    throw new DomainError('too-large', 'file-too-large', decision.words);
  }
  const { type, fileName } = decision;
  const fault = type.extension === 'pdf' ? pdfFault(content) : pictureFault(content);
  if (fault !== null) throw refuseFile(fault.code, fault.words);
  if (isZip(content)) await checkOfficeFile(content, type);
  return { type, fileName, content };
};
