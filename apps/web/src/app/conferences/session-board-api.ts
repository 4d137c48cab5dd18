import { inject, Injectable } from '@angular/core';
import { CONFERENCES_PATH } from '@lectern/conferences';
import type {
  SessionBoard,
  SessionPlacement,
  SessionPlacementRequest,
  SessionPlan,
} from '@lectern/registrations';
import { Api } from '../platform/api';

/** Which group goes to which session, for staff. */
@Injectable({ providedIn: 'root' })
export class SessionBoardApi {
  private readonly api = inject(Api);

  see(conferenceId: string): Promise<SessionBoard> {
    return this.api.get(`${CONFERENCES_PATH}/${conferenceId}/session-board`);
  }

  /** A dry run: it keeps nothing. */
  workOut(conferenceId: string, seed: string | null): Promise<SessionPlan> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/session-plans`, seed === null ? {} : { seed });
  }

  publish(conferenceId: string, { seed, digest }: SessionPlan): Promise<SessionBoard> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/session-plans/publication`, { seed, digest });
  }

  place(conferenceId: string, request: SessionPlacementRequest): Promise<SessionPlacement> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/session-placements`, request);
  }

  takeOut(conferenceId: string, placementId: string): Promise<void> {
    return this.api.delete(`${CONFERENCES_PATH}/${conferenceId}/session-placements/${placementId}`);
  }
}
