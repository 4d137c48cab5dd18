import { inject, Injectable } from '@angular/core';
import { type GroupSessions, GROUPS_PATH, type SessionChoicesRequest } from '@lectern/registrations';
import { Api } from '../platform/api';

/** What a group has to do with the programme. */
@Injectable({ providedIn: 'root' })
export class GroupSessionsApi {
  private readonly api = inject(Api);

  see(groupId: string): Promise<GroupSessions> {
    return this.api.get(`${GROUPS_PATH}/${encodeURIComponent(groupId)}/sessions`);
  }

  choose(groupId: string, request: SessionChoicesRequest): Promise<GroupSessions> {
    return this.api.put(`${GROUPS_PATH}/${encodeURIComponent(groupId)}/session-choices`, request);
  }
}
