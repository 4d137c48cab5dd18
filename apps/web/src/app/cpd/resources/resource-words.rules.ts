import { type FieldError, londonShortDate } from '@lectern/core';
import {
  decideResourceFile,
  type Resource,
  RESOURCE_BYTES_MAX,
  RESOURCE_LICENCE_NAMES,
  type ResourceChange,
  type ResourceRequest,
  RESOURCES_PATH,
  type ResourceVersion,
} from '@lectern/cpd';
import type { ResourceAudience, ResourceLicence } from '@lectern/cpd';
import { fileWords } from '../../conferences/file-words';

/** Where a version of a file is downloaded. */
export const resourceAddress = (id: string, { version }: Pick<ResourceVersion, 'version'>): string =>
  `/api/${RESOURCES_PATH}/${encodeURIComponent(id)}/versions/${version}`;

const siteOf = (url: string): string => {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return 'another site';
  }
};

/** A resource as lists show it. */
export interface ResourceLine {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  /** `PDF, 1.2 MB`, `Link to example.org`. */
  readonly kind: string;
  readonly topic: string;
  readonly licence: string;
  readonly isLink: boolean;
  /** Where it is opened or downloaded. */
  readonly address: string;
  readonly isForSession: boolean;
  readonly shared: string;
}

export const resourceLine = (resource: Resource, topic: string | undefined): ResourceLine => {
  const { id, title, summary, licence, content, audience, sharedAt } = resource;
  return {
    id,
    title,
    summary,
    kind: content.kind === 'file' ? fileWords(content.current) : `Link to ${siteOf(content.url)}`,
    topic: topic ?? '',
    licence: RESOURCE_LICENCE_NAMES[licence],
    isLink: content.kind === 'link',
    address: content.kind === 'file' ? resourceAddress(id, content.current) : content.url,
    isForSession: audience === 'session',
    shared: londonShortDate(sharedAt),
  };
};

/** What somebody says of a resource, as the form holds it. */
export interface ResourceFormValue {
  readonly kind: 'file' | 'link';
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly topicId: string;
  readonly licence: ResourceLicence | '';
  readonly attribution: string;
  readonly audience: ResourceAudience;
}

export const EMPTY_RESOURCE: ResourceFormValue = {
  kind: 'file',
  url: '',
  title: '',
  summary: '',
  topicId: '',
  licence: '',
  attribution: '',
  audience: 'partnership',
};

export const resourceFormOf = (resource: Resource): ResourceFormValue => ({
  kind: resource.content.kind,
  url: resource.content.kind === 'link' ? resource.content.url : '',
  title: resource.title,
  summary: resource.summary ?? '',
  topicId: resource.topicId ?? '',
  licence: resource.licence,
  attribution: resource.attribution ?? '',
  audience: resource.audience,
});

/** A resource to share from what was typed; a licence that nobody chose goes as it is, for the server to refuse. */
export const resourceRequestOf = (form: ResourceFormValue, sessionId: string | null): ResourceRequest => ({
  title: form.title.trim(),
  summary: form.summary.trim() || null,
  topicId: form.topicId || null,
  sessionId,
  licence: form.licence as ResourceLicence,
  attribution: form.attribution.trim() || null,
  audience: sessionId === null ? 'partnership' : form.audience,
  url: form.kind === 'link' ? form.url.trim() : null,
});

export const resourceChangeOf = (form: ResourceFormValue): ResourceChange => ({
  title: form.title.trim(),
  summary: form.summary.trim() || null,
  licence: form.licence as ResourceLicence,
  attribution: form.attribution.trim() || null,
  audience: form.audience,
  ...(form.kind === 'link' ? { url: form.url.trim() } : {}),
});

/** What the page itself can see to be missing, before anything is sent. */
export const missingInResource = (
  form: ResourceFormValue,
  { hasFile, needsTopic }: { readonly hasFile: boolean; readonly needsTopic: boolean },
): readonly FieldError[] => {
  const asked: readonly (readonly [field: string, isThere: boolean, message: string])[] = [
    ['file', form.kind === 'link' || hasFile, 'Choose a file.'],
    ['url', form.kind === 'file' || form.url.trim() !== '', 'Enter a link that begins with https://.'],
    ['title', form.title.trim() !== '', 'Enter a title for the resource.'],
    ['topicId', !needsTopic || form.topicId !== '', 'Choose a topic.'],
    ['licence', form.licence !== '', 'Choose a licence.'],
  ];
  return asked
    .filter(([, isThere]) => !isThere)
    .map(([field, , message]) => ({ field, code: 'missing', message }));
};

/** What is wrong with a file, said before it travels: the server looks again, and further into it. */
export const wrongWithFile = async (file: File): Promise<readonly FieldError[]> => {
  if (file.size > RESOURCE_BYTES_MAX) {
    const most = RESOURCE_BYTES_MAX / 1024 / 1024;
    const message = `The file is larger than ${most} MB, the most that any file here may have. Make it smaller, or share a link to it.`;
    return [{ field: 'file', code: 'file-too-large', message }];
  }
  const decision = decideResourceFile(file.name, new Uint8Array(await file.arrayBuffer()));
  return decision.kind === 'taken' ? [] : [{ field: 'file', code: decision.code, message: decision.words }];
};

/** A title to begin with, from the name of the file: `Circle_theorems-2.pptx` is `Circle theorems 2`. */
export const titleFrom = (fileName: string): string =>
  fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .slice(0, 120);
