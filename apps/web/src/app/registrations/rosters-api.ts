import { inject, Injectable } from '@angular/core';
import { CONFERENCES_PATH } from '@lectern/conferences';
import {
  GROUPS_PATH,
  type NeedsChange,
  type Person,
  type Roster,
  type RosterOpening,
  type RosterPerson,
  type RosterPreview,
  type RosterSettings,
  type RosterSettingsChange,
  type RosterTerms,
  type Substitution,
  type SubstitutionRequest,
} from '@lectern/registrations';
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

  /** How the roster stands now: locked or open, whom to ask, what is deleted when. */
  terms(groupId: string): Promise<RosterTerms> {
    return this.api.get(`${pathOf(groupId)}/roster-terms`);
  }

  /** Lets the school change its list after final numbers; staff only. */
  open(groupId: string, opening: RosterOpening): Promise<RosterTerms> {
    return this.api.post(`${pathOf(groupId)}/roster-openings`, opening);
  }

  swap(groupId: string, personId: string, request: SubstitutionRequest): Promise<Substitution> {
    return this.api.post(`${personPath(groupId, personId)}/substitution`, request);
  }

  takeOff(groupId: string, personId: string): Promise<void> {
    return this.api.post(`${personPath(groupId, personId)}/cancellation`, {});
  }

  tellNeeds(groupId: string, personId: string, change: NeedsChange): Promise<Person> {
    return this.api.patch(personPath(groupId, personId), change);
  }

  /** The badge of one ticket alone, as a PDF. */
  badgeAddress(groupId: string, ticketId: string): string {
    return `/api/${pathOf(groupId)}/tickets.pdf?layout=badges&ticketId=${encodeURIComponent(ticketId)}`;
  }

  settings(conferenceId: string): Promise<RosterSettings> {
    return this.api.get(settingsPath(conferenceId));
  }

  changeSettings(conferenceId: string, change: RosterSettingsChange): Promise<RosterSettings> {
    return this.api.patch(settingsPath(conferenceId), change);
  }
}

const pathOf = (groupId: string): string => `${GROUPS_PATH}/${encodeURIComponent(groupId)}`;

const personPath = (groupId: string, personId: string): string =>
  `${pathOf(groupId)}/people/${encodeURIComponent(personId)}`;

const settingsPath = (conferenceId: string): string =>
  `${CONFERENCES_PATH}/${encodeURIComponent(conferenceId)}/roster-settings`;

const bodyOf = (list: string | File): unknown => {
  if (typeof list === 'string') return { text: list };
  const form = new FormData();
  form.append('file', list);
  return form;
};
