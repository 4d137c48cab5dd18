import { inject, Injectable } from '@angular/core';
import { GROUPS_PATH, type Roster, type RosterPerson, type RosterPreview } from '@lectern/registrations';
import { Api } from '../platform/api';

/** Who comes with a group, over HTTP. */
@Injectable({ providedIn: 'root' })
export class RostersApi {
  private readonly api = inject(Api);

  see(groupId: string): Promise<Roster> {
    return this.api.get(`${pathOf(groupId)}/roster`);
  }

  /** What pasted cells, or a file, would become; saves nothing. */
  preview(groupId: string, list: string | File): Promise<RosterPreview> {
    return this.api.post(`${pathOf(groupId)}/roster-previews`, bodyOf(list));
  }

  /** Replaces the whole roster. */
  save(groupId: string, people: readonly RosterPerson[]): Promise<Roster> {
    return this.api.put(`${pathOf(groupId)}/roster`, { people });
  }
}

const pathOf = (groupId: string): string => `${GROUPS_PATH}/${encodeURIComponent(groupId)}`;

const bodyOf = (list: string | File): unknown => {
  if (typeof list === 'string') return { text: list };
  const form = new FormData();
  form.append('file', list);
  return form;
};
