import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type Account,
  can,
  type InvitationAcceptance,
  type Permission,
  type SignIn,
} from '@lectern/identity';
import { IdentityApi } from './identity-api';

/** Who is signed in here; null for a visitor. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(IdentityApi);
  private readonly current = signal<Account | null>(null);
  readonly account = this.current.asReadonly();
  readonly isStaff = computed(() => this.may('conference.manage'));
  readonly isCoordinator = computed(() => this.account()?.roles.includes('coordinator') ?? false);

  /** Asks the server once, before the first page; a server that does not answer makes a visitor, not a blank page. */
  async load(): Promise<void> {
    try {
      this.current.set((await this.api.current()).account);
    } catch {
      this.current.set(null);
    }
  }

  async signIn(request: SignIn): Promise<void> {
    this.current.set((await this.api.signIn(request)).account);
  }

  async accept(token: string, request: InvitationAcceptance): Promise<void> {
    this.current.set((await this.api.accept(token, request)).account);
  }

  async signOut(): Promise<void> {
    await this.api.signOut();
    this.expire();
  }

  /** The server said that the session has ended. */
  expire(): void {
    this.current.set(null);
  }

  /** Whether this could be allowed to whoever is signed in; the server decides. */
  may(permission: Permission): boolean {
    const account = this.account();
    return (
      account !== null &&
      can(
        {
          accountId: account.id,
          roles: account.roles,
          ...(account.schoolUrn ? { schoolUrn: account.schoolUrn } : {}),
        },
        permission,
      )
    );
  }
}
