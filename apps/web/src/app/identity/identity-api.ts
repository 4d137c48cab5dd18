import { inject, Injectable } from '@angular/core';
import {
  type Invitation,
  type InvitationAcceptance,
  type InvitationDetails,
  type InvitationRequest,
  INVITATIONS_PATH,
  type Session,
  SESSION_PATH,
  type SignIn,
} from '@lectern/identity';
import { Api } from '../platform/api';

/** Signing in and out, and invitations. */
@Injectable({ providedIn: 'root' })
export class IdentityApi {
  private readonly api = inject(Api);

  current(): Promise<Session> {
    return this.api.get(SESSION_PATH);
  }

  signIn(request: SignIn): Promise<Session> {
    return this.api.post(SESSION_PATH, request);
  }

  signOut(): Promise<void> {
    return this.api.delete(SESSION_PATH);
  }

  invite(request: InvitationRequest): Promise<Invitation> {
    return this.api.post(INVITATIONS_PATH, request);
  }

  invitation(token: string): Promise<InvitationDetails> {
    return this.api.get(`${INVITATIONS_PATH}/${encodeURIComponent(token)}`);
  }

  accept(token: string, request: InvitationAcceptance): Promise<Session> {
    return this.api.post(`${INVITATIONS_PATH}/${encodeURIComponent(token)}/acceptance`, request);
  }
}
