import { inject, Injectable } from '@angular/core';
import {
  type Conference,
  type ConferenceChange,
  type ConferenceCopyRequest,
  type ConferenceRequest,
  CONFERENCES_PATH,
  type TransitionRequest,
} from '@lectern/conferences';
import type { Page } from '@lectern/core';
import { Api } from '../platform/api';

/** Conferences over HTTP. */
@Injectable({ providedIn: 'root' })
export class ConferencesApi {
  private readonly api = inject(Api);

  /** The public list; for `staff`, drafts and archived ones too. */
  list(scope: 'public' | 'staff' = 'public', cursor?: string): Promise<Page<Conference>> {
    return this.api.get(CONFERENCES_PATH, {
      limit: 200,
      ...(scope === 'staff' ? { scope } : {}),
      ...(cursor ? { cursor } : {}),
    });
  }

  see(idOrSlug: string): Promise<Conference> {
    return this.api.get(`${CONFERENCES_PATH}/${encodeURIComponent(idOrSlug)}`);
  }

  create(request: ConferenceRequest): Promise<Conference> {
    return this.api.post(CONFERENCES_PATH, request);
  }

  copy(id: string, request: ConferenceCopyRequest): Promise<Conference> {
    return this.api.post(`${CONFERENCES_PATH}/${id}/copies`, request);
  }

  /** A `schoolCap` of null takes the cap away. */
  change(
    id: string,
    change: Partial<Omit<ConferenceChange, 'schoolCap'>> & { schoolCap?: number | null },
  ): Promise<Conference> {
    return this.api.patch(`${CONFERENCES_PATH}/${id}`, change);
  }

  move(id: string, transition: TransitionRequest): Promise<Conference> {
    return this.api.post(`${CONFERENCES_PATH}/${id}/transitions`, transition);
  }

  /** A poster of A4 with the code of the conference's page. */
  posterAddress({ id }: Conference): string {
    return `/api/${CONFERENCES_PATH}/${id}/poster.pdf`;
  }

  /** The code of the conference's page alone, as vectors. */
  codeAddress({ id }: Conference): string {
    return `/api/${CONFERENCES_PATH}/${id}/page-code.svg`;
  }

  calendarAddress(conference: Conference): string {
    return `/api/${CONFERENCES_PATH}/${conference.slug}/calendar.ics`;
  }
}
