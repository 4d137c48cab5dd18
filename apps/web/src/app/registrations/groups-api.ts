import { inject, Injectable } from '@angular/core';
import { CONFERENCES_PATH } from '@lectern/conferences';
import type { Page } from '@lectern/core';
import {
  type Group,
  type GroupCancellation,
  type GroupChange,
  type GroupRequest,
  GROUPS_PATH,
  type GroupVisitPack,
  type Ticket,
  type TicketLayout,
} from '@lectern/registrations';
import { Api } from '../platform/api';

/** School groups and their tickets over HTTP. */
@Injectable({ providedIn: 'root' })
export class GroupsApi {
  private readonly api = inject(Api);

  register(conferenceId: string, request: GroupRequest): Promise<Group> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/groups`, request);
  }

  /** The groups of the school of whoever is signed in (staff: of every school), latest registration first. */
  list(cursor?: string): Promise<Page<Group>> {
    return this.api.get(GROUPS_PATH, { limit: 200, ...(cursor ? { cursor } : {}) });
  }

  /** The group that a school has for a conference now; undefined when it has none. */
  async live(conferenceId: string, schoolUrn: string): Promise<Group | undefined> {
    const { items } = await this.list();
    return items.find(
      ({ conference, school, status }) =>
        conference.id === conferenceId && school.urn === schoolUrn && status !== 'cancelled',
    );
  }

  see(id: string): Promise<Group> {
    return this.api.get(pathOf(id));
  }

  change(id: string, change: GroupChange): Promise<Group> {
    return this.api.patch(pathOf(id), change);
  }

  cancel(id: string, request: GroupCancellation): Promise<Group> {
    return this.api.post(`${pathOf(id)}/cancellation`, request);
  }

  tickets(id: string): Promise<Page<Ticket>> {
    return this.api.get(`${pathOf(id)}/tickets`);
  }

  visitPack(id: string): Promise<GroupVisitPack> {
    return this.api.get(`${pathOf(id)}/visit-pack`);
  }

  /** Says that this version of the visit pack was read. */
  acknowledgePack(id: string, version: number): Promise<GroupVisitPack> {
    return this.api.post(`${pathOf(id)}/visit-pack/acknowledgement`, { version });
  }

  ticketsAddress(id: string, layout: TicketLayout): string {
    return `${this.printAddress(id)}?layout=${layout}`;
  }

  /** Where a group's tickets are printed; what is to be printed is the question after it. */
  printAddress(id: string): string {
    return `/api/${pathOf(id)}/tickets.pdf`;
  }

  /** One person's badge alone. */
  badgeAddress(id: string, ticketId: string): string {
    return `${this.ticketsAddress(id, 'badges')}&ticketId=${encodeURIComponent(ticketId)}`;
  }
}

const pathOf = (id: string): string => `${GROUPS_PATH}/${encodeURIComponent(id)}`;
