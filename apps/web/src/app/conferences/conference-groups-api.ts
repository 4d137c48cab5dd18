import { inject, Injectable } from '@angular/core';
import { CONFERENCES_PATH } from '@lectern/conferences';
import type { Page } from '@lectern/core';
import type { Group, GroupNeeds, GroupPackState } from '@lectern/registrations';
import { Api } from '../platform/api';

/** The groups of one conference, for staff. */
@Injectable({ providedIn: 'root' })
export class ConferenceGroupsApi {
  private readonly api = inject(Api);

  /** What the groups of the conferences ahead still lack. */
  needs(): Promise<Page<GroupNeeds>> {
    return this.api.get('group-needs');
  }

  /** Which groups have read the visit pack; those that have not come first. */
  packStates(conferenceId: string): Promise<Page<GroupPackState>> {
    return this.api.get(`${CONFERENCES_PATH}/${conferenceId}/visit-pack/acknowledgements`);
  }

  /** Where a whole conference's badges are printed. */
  printAddress(conferenceId: string): string {
    return `/api/${CONFERENCES_PATH}/${encodeURIComponent(conferenceId)}/tickets.pdf`;
  }

  /** All of them, page after page: staff sort and search the whole list. */
  async all(conferenceId: string): Promise<readonly Group[]> {
    const groups: Group[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Group> = await this.api.get(`${CONFERENCES_PATH}/${conferenceId}/groups`, {
        limit: 200,
        ...(cursor ? { cursor } : {}),
      });
      groups.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return groups;
  }
}
