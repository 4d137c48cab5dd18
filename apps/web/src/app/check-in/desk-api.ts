import { inject, Injectable } from '@angular/core';
import type { Roll } from '@lectern/check-in';
import { CONFERENCES_PATH } from '@lectern/conferences';
import { Api } from '../platform/api';

/** What the registration desk sees and does on the day. */
@Injectable({ providedIn: 'root' })
export class DeskApi {
  private readonly api = inject(Api);

  roll(conferenceId: string): Promise<Roll> {
    return this.api.get(`${CONFERENCES_PATH}/${conferenceId}/roll`);
  }
}

/** The roll as a page of text that a bad phone loads in a second. */
export const plainListAddress = (conferenceId: string, by: 'school' | 'room' = 'school'): string =>
  `/api/${CONFERENCES_PATH}/${conferenceId}/roll.html?by=${by}`;

/** Everybody who is expected on paper, with boxes to tick: what the desk falls back on. */
export const paperListAddress = (conferenceId: string): string =>
  `/api/${CONFERENCES_PATH}/${conferenceId}/tickets.pdf?layout=door-list`;
