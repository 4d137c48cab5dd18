import type { InvitableRole, Role, SchoolRole } from './roles';

export const ACCESS_REQUESTS_PATH = 'access-requests';

/** Where a request stands; one whose address is not confirmed yet is shown to nobody. */
export const ACCESS_REQUEST_STATUSES = [
  'unconfirmed',
  'waiting',
  'approved',
  'declined',
  'replaced',
] as const;
export type AccessRequestStatus = (typeof ACCESS_REQUEST_STATUSES)[number];

/** Which requests a list shows: those that wait for a decision, or those that were decided. */
export const ACCESS_REQUEST_LISTS = ['waiting', 'decided'] as const;
export type AccessRequestList = (typeof ACCESS_REQUEST_LISTS)[number];

/** What everybody who asks is answered, whoever they are: the letter that was sent is good until then. */
export interface AccessRequestSent {
  readonly confirmBy: string;
}

/** The address is confirmed, and the request waits for a decision. */
export interface AccessRequestConfirmed {
  readonly schoolName: string;
}

/** A school as the lists of people name it. */
export interface SchoolOfPerson {
  readonly urn: string;
  readonly name: string;
  readonly town: string;
  /** Whether the school has closed; `nowName` is the school that took its place, where that is known. */
  readonly closed: boolean;
  readonly nowName?: string;
}

/** An account that has the address of a request; only staff see it. */
export interface AccountOfRequest {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly school: SchoolOfPerson | null;
  readonly disabled: boolean;
}

/** Somebody without access asks for it; whoever may decide sees this. */
export interface AccessRequest {
  readonly id: string;
  readonly status: AccessRequestStatus;
  readonly name: string;
  readonly email: string;
  readonly role: SchoolRole;
  readonly note: string | null;
  readonly school: SchoolOfPerson;
  readonly confirmedAt: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  /** How many other requests wait that have the same address, or the same name at the same school. */
  readonly alike: number;
  readonly account: AccountOfRequest | null;
}

/** Somebody who belongs to a school. */
export interface SchoolPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly since: string;
}

/** An invitation that nobody has used yet; its link is in the letter, and nowhere else. */
export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: InvitableRole;
  readonly expiresAt: string;
}

/** A school's own people, and who has been invited to join them. */
export interface SchoolPeople {
  readonly school: SchoolOfPerson;
  readonly people: readonly SchoolPerson[];
  readonly invitations: readonly OpenInvitation[];
}
