import { inject, Injectable } from '@angular/core';
import type { Page } from '@lectern/core';
import {
  ACCESS_REQUESTS_PATH,
  type AccessRequest,
  type AccessRequestConfirmed,
  type AccessRequestList,
  type AccessRequestSent,
  type AccountChange,
  ACCOUNTS_PATH,
  type AskForAccess,
  type ColleagueInvitation,
  type ManagedAccount,
  type OpenInvitation,
  type SchoolPeople,
} from '@lectern/identity';
import { Api } from '../platform/api';

/** Which accounts a list shows; what is empty does not narrow. */
export interface AccountQuestion {
  readonly q: string;
  readonly role: string;
  readonly state: string;
  readonly schoolUrn: string;
}

const AT_ONCE = 50;

/** Accounts, requests for access and the people of a school. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly api = inject(Api);

  ask(request: AskForAccess): Promise<AccessRequestSent> {
    return this.api.post(ACCESS_REQUESTS_PATH, request);
  }

  confirm(token: string): Promise<AccessRequestConfirmed> {
    return this.api.post(`${ACCESS_REQUESTS_PATH}/confirmations`, { token });
  }

  requests(list: AccessRequestList, cursor: string | null): Promise<Page<AccessRequest>> {
    return this.api.get(ACCESS_REQUESTS_PATH, { list, limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
  }

  approve(id: string): Promise<AccessRequest> {
    return this.api.post(`${ACCESS_REQUESTS_PATH}/${id}/approval`, {});
  }

  decline(id: string, reason: string): Promise<AccessRequest> {
    return this.api.post(`${ACCESS_REQUESTS_PATH}/${id}/refusal`, { reason });
  }

  accounts(question: AccountQuestion, cursor: string | null): Promise<Page<ManagedAccount>> {
    const asked = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== '')) as Record<
      string,
      string
    >;
    return this.api.get(ACCOUNTS_PATH, { ...asked, limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
  }

  account(id: string): Promise<ManagedAccount> {
    return this.api.get(`${ACCOUNTS_PATH}/${id}`);
  }

  change(id: string, change: AccountChange): Promise<ManagedAccount> {
    return this.api.patch(`${ACCOUNTS_PATH}/${id}`, change);
  }

  disable(id: string): Promise<ManagedAccount> {
    return this.api.post(`${ACCOUNTS_PATH}/${id}/disabling`, {});
  }

  enable(id: string): Promise<ManagedAccount> {
    return this.api.post(`${ACCOUNTS_PATH}/${id}/enabling`, {});
  }

  peopleOf(urn: string): Promise<SchoolPeople> {
    return this.api.get(`schools/${urn}/people`);
  }

  inviteColleague(urn: string, invitation: ColleagueInvitation): Promise<OpenInvitation> {
    return this.api.post(`schools/${urn}/invitations`, invitation);
  }

  endAccess(urn: string, accountId: string): Promise<void> {
    return this.api.delete(`schools/${urn}/people/${accountId}`);
  }
}
