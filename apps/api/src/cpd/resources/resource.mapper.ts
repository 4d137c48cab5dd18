import type {
  Resource,
  ResourceAudience,
  ResourceContent,
  ResourceLicence,
  ResourceVersion,
} from '@lectern/cpd';
import type { ResourceEntity, ResourceVersionEntity } from './resource.entity';

const versionView = (row: ResourceVersionEntity): ResourceVersion => ({
  id: row.id,
  version: row.version,
  fileName: row.fileName,
  contentType: row.contentType,
  size: row.size,
  uploadedAt: row.uploadedAt.toISOString(),
});

const contentOf = (
  { id, url }: ResourceEntity,
  versions: readonly ResourceVersionEntity[],
): ResourceContent | null => {
  if (url !== null) return { kind: 'link', url };
  const [current, ...earlier] = versions.filter(({ resourceId }) => resourceId === id).map(versionView);
  return current ? { kind: 'file', current, earlier } : null;
};

/** A resource as one reader sees it, its versions latest first; who shared it is not told. Null for one without content. */
export const resourceView = (
  resource: ResourceEntity,
  versions: readonly ResourceVersionEntity[],
  { mayChange, seesSession }: { readonly mayChange: boolean; readonly seesSession: boolean },
): Resource | null => {
  const content = contentOf(resource, versions);
  return (
    content && {
      id: resource.id,
      title: resource.title,
      summary: resource.summary,
      topicId: resource.topicId,
      sessionId: seesSession ? resource.sessionId : null,
      licence: resource.licence as ResourceLicence,
      attribution: resource.attribution,
      audience: resource.audience as ResourceAudience,
      content,
      sharedAt: resource.sharedAt.toISOString(),
      mayChange,
    }
  );
};
