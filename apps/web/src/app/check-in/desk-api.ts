import { inject, Injectable } from '@angular/core';
import type { MissingPupil, MissingPupilClosureRequest, MissingPupilRequest, Roll } from '@lectern/check-in';
import { CONFERENCES_PATH } from '@lectern/conferences';
import { Api } from '../platform/api';

interface Items<T> {
  readonly items: readonly T[];
}

/** What the registration desk sees and does on the day. */
@Injectable({ providedIn: 'root' })
export class DeskApi {
  private readonly api = inject(Api);

  roll(conferenceId: string): Promise<Roll> {
    return this.api.get(`${CONFERENCES_PATH}/${conferenceId}/roll`);
  }

  /** Every record of a missing pupil, the open ones first. */
  async missing(conferenceId: string): Promise<readonly MissingPupil[]> {
    const path = `${CONFERENCES_PATH}/${conferenceId}/missing-pupils`;
    return (await this.api.get<Items<MissingPupil>>(path)).items;
  }

  reportMissing(conferenceId: string, request: MissingPupilRequest): Promise<MissingPupil> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/missing-pupils`, request);
  }

  addStep(recordId: string, text: string): Promise<MissingPupil> {
    return this.api.post(`missing-pupils/${recordId}/steps`, { text });
  }

  closeMissing(recordId: string, request: MissingPupilClosureRequest): Promise<MissingPupil> {
    return this.api.post(`missing-pupils/${recordId}/closure`, request);
  }
}

/** The roll as a page of text that a bad phone loads in a second. */
export const plainListAddress = (conferenceId: string, by: 'school' | 'room' = 'school'): string =>
  `/api/${CONFERENCES_PATH}/${conferenceId}/roll.html?by=${by}`;

/** Everybody who is expected on paper, with boxes to tick: what the desk falls back on. */
export const paperListAddress = (conferenceId: string): string =>
  `/api/${CONFERENCES_PATH}/${conferenceId}/tickets.pdf?layout=door-list`;
