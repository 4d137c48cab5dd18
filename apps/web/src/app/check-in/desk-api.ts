import { inject, Injectable } from '@angular/core';
import type {
  Conflict,
  DoorResults,
  MissingProcedure,
  MissingProcedureRequest,
  MissingPupil,
  MissingPupilClosureRequest,
  MissingPupilRequest,
  RefusedScan,
  Roll,
} from '@lectern/check-in';
import { CONFERENCES_PATH } from '@lectern/conferences';
import type { Page } from '@lectern/core';
import type { WalkIn, WalkInRequest } from '@lectern/registrations';
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

  /** What the host does when a pupil is missing. */
  missingProcedure(): Promise<MissingProcedure> {
    return this.api.get('missing-procedure');
  }

  changeProcedure(request: MissingProcedureRequest): Promise<MissingProcedure> {
    return this.api.put('missing-procedure', request);
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

  /** What the doors turned away, newest first, a page at a time. */
  refused(conferenceId: string, cursor: string | null): Promise<Page<RefusedScan>> {
    const params: Record<string, string | number> = { limit: 20, ...(cursor === null ? {} : { cursor }) };
    return this.api.get(`${CONFERENCES_PATH}/${conferenceId}/refused-scans`, params);
  }

  /** Puts somebody who came without being on a list on the one of their group. */
  walkIn(conferenceId: string, request: WalkInRequest): Promise<WalkIn> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/walk-ins`, request);
  }

  async conflicts(conferenceId: string): Promise<readonly Conflict[]> {
    return (await this.api.get<Items<Conflict>>(`${CONFERENCES_PATH}/${conferenceId}/conflicts`)).items;
  }

  settle(conflictId: string, reason: string): Promise<Conflict> {
    return this.api.post(`conflicts/${conflictId}/settlement`, { reason });
  }

  /** Checks out everybody who is still inside. */
  endDay(conferenceId: string): Promise<DoorResults> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/day-end`, {});
  }
}

/** The roll as a page of text that a bad phone loads in a second. */
export const plainListAddress = (conferenceId: string, by: 'school' | 'room' = 'school'): string =>
  `/api/${CONFERENCES_PATH}/${conferenceId}/roll.html?by=${by}`;

/** Everybody who is expected on paper, with boxes to tick: what the desk falls back on. */
export const paperListAddress = (conferenceId: string): string =>
  `/api/${CONFERENCES_PATH}/${conferenceId}/paper-list.pdf`;

/** One person's badge, to be printed again or for the first time. */
export const badgeAddress = (conferenceId: string, ticketId: string): string =>
  `/api/${CONFERENCES_PATH}/${encodeURIComponent(conferenceId)}/tickets.pdf?layout=badges&ticketId=${encodeURIComponent(ticketId)}`;
