import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is behind the running request, as the audit trail and the logs name them: ids only. */
export interface RequestContext {
  readonly correlationId: string;
  actor?: { readonly kind: 'account' | 'device'; readonly id: string };
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** Runs everything that follows in the request's own context. */
  run: <T>(context: RequestContext, work: () => T): T => storage.run(context, work),
  current: (): RequestContext | undefined => storage.getStore(),
  /** From here on the request is this account's: whoever signs in has no session yet when it begins. */
  become: (accountId: string): void => {
    const context = storage.getStore();
    if (context) context.actor = { kind: 'account', id: accountId };
  },
};
