import { inject, Injectable } from '@angular/core';
import { type Page, PAGE_LIMIT_MAX } from '@lectern/core';
import {
  CPD_SESSIONS_PATH,
  type CpdSession,
  type Resource,
  type ResourceChange,
  type ResourceRequest,
  RESOURCES_PATH,
  type Topic,
  TOPICS_PATH,
} from '@lectern/cpd';
import { Api } from '../../platform/api';

/** What is asked of the shelf; an empty text asks nothing. */
export interface ShelfQuestion {
  readonly q: string;
  readonly topicId: string;
  readonly of: '' | 'own';
}

const one = (id: string): string => `${RESOURCES_PATH}/${encodeURIComponent(id)}`;

/** The shelf over HTTP. */
@Injectable({ providedIn: 'root' })
export class ResourcesApi {
  private readonly api = inject(Api);

  list(question: ShelfQuestion, cursor: string | null): Promise<Page<Resource>> {
    const asked = Object.entries(question).filter(([, value]) => value !== '') as [string, string][];
    return this.api.get(RESOURCES_PATH, { ...Object.fromEntries(asked), ...(cursor ? { cursor } : {}) });
  }

  ofSession(sessionId: string): Promise<Page<Resource>> {
    return this.api.get(RESOURCES_PATH, { sessionId, limit: PAGE_LIMIT_MAX });
  }

  see(id: string): Promise<Resource> {
    return this.api.get(one(id));
  }

  /** A file goes as a form, a link as JSON. */
  share(request: ResourceRequest, file: File | null): Promise<Resource> {
    return this.api.post(RESOURCES_PATH, file ? formOf(request, file) : request);
  }

  addVersion(id: string, file: File): Promise<Resource> {
    return this.api.post(`${one(id)}/versions`, formOf({}, file));
  }

  change(id: string, change: ResourceChange): Promise<Resource> {
    return this.api.patch(one(id), change);
  }

  withdraw(id: string): Promise<void> {
    return this.api.post(`${one(id)}/withdrawal`, {});
  }

  async topics(): Promise<readonly Topic[]> {
    return (await this.api.get<Page<Topic>>(TOPICS_PATH)).items;
  }

  session(id: string): Promise<CpdSession> {
    return this.api.get(`${CPD_SESSIONS_PATH}/${encodeURIComponent(id)}`);
  }
}

const formOf = (fields: object, file: File): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields as Record<string, string | null | undefined>)) {
    if (value) form.append(name, value);
  }
  // After the fields, so that they are there when the file is read.
  form.append('file', file);
  return form;
};
