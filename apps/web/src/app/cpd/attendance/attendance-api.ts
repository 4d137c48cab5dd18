import { inject, Injectable } from '@angular/core';
import {
  type AttendanceCorrection,
  CPD_HOURS_PATH,
  CPD_SERIES_PATH,
  CPD_SESSIONS_PATH,
  type CpdHours,
  type CpdSession,
  type SeriesAttendance,
  type SessionAttendance,
  type SessionDoor,
  type SessionTicket,
} from '@lectern/cpd';
import { Api } from '../../platform/api';

/** Who came to sessions: their doors, tickets, lists and hours. */
@Injectable({ providedIn: 'root' })
export class AttendanceApi {
  private readonly api = inject(Api);

  of(sessionId: string): Promise<SessionAttendance> {
    return this.api.get(`${CPD_SESSIONS_PATH}/${sessionId}/attendance`);
  }

  correct(sessionId: string, correction: AttendanceCorrection): Promise<SessionAttendance> {
    return this.api.post(`${CPD_SESSIONS_PATH}/${sessionId}/attendance/corrections`, correction);
  }

  takeBack(sessionId: string, personId: string): Promise<void> {
    return this.api.delete(`${CPD_SESSIONS_PATH}/${sessionId}/attendance/corrections/${personId}`);
  }

  openDoor(sessionId: string): Promise<SessionDoor> {
    return this.api.post(`${CPD_SESSIONS_PATH}/${sessionId}/door`, {});
  }

  deliver(sessionId: string): Promise<CpdSession> {
    return this.api.post(`${CPD_SESSIONS_PATH}/${sessionId}/transitions`, { to: 'delivered' });
  }

  ticket(sessionId: string): Promise<SessionTicket> {
    return this.api.get(`${CPD_SESSIONS_PATH}/${sessionId}/my-ticket`);
  }

  series(seriesId: string): Promise<SeriesAttendance> {
    return this.api.get(`${CPD_SERIES_PATH}/${seriesId}/attendance`);
  }

  /** Somebody’s hours; one’s own when nobody is named. */
  hours(accountId?: string): Promise<CpdHours> {
    return this.api.get(CPD_HOURS_PATH, accountId === undefined ? {} : { accountId });
  }
}
