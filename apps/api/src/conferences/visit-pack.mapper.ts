import type { PackFile, PackFileKind, PackVersion } from '@lectern/conferences';
import type { PackFileEntity, PackVersionEntity } from './visit-pack.entity';

const versionView = (row: PackVersionEntity): PackVersion => ({
  id: row.id,
  version: row.version,
  packVersion: row.packVersion,
  fileName: row.fileName,
  contentType: row.contentType,
  size: row.size,
  uploadedAt: row.uploadedAt.toISOString(),
});

/** A file with its versions, latest first; null for one that has none. */
export const packFileView = (
  file: PackFileEntity,
  versions: readonly PackVersionEntity[],
): PackFile | null => {
  const [current, ...earlier] = versions.filter(({ fileId }) => fileId === file.id).map(versionView);
  if (!current) return null;
  return {
    id: file.id,
    kind: file.kind as PackFileKind,
    title: file.title,
    isPublic: Boolean(file.isPublic),
    current,
    earlier,
  };
};
