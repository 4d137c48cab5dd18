import { type InvitableRole, type Role } from './roles';

export const SESSION_PATH = 'session';
export const INVITATIONS_PATH = 'invitations';

/** The person signed in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly schoolUrn?: string;
}

export interface Session {
  readonly account: Account;
}

/** An invitation as it is shown once, to whoever made it. */
export interface Invitation {
  readonly id: string;
  readonly link: string;
  readonly token: string;
  readonly expiresAt: string;
}

/** What an invitation says to the person who opens its link. */
export interface InvitationDetails {
  readonly email: string;
  readonly role: InvitableRole;
  readonly schoolUrn?: string;
  readonly schoolName?: string;
  readonly expiresAt: string;
}
