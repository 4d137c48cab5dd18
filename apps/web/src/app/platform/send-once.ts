import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { newId } from '@lectern/core';
import { tap } from 'rxjs';
import { Refusal } from './refusal';

const unanswered = new Map<string, string>();

// Signing in makes nothing twice, and a password is not kept for another try.
const needsKey = (method: string, url: string, body: unknown): boolean =>
  method === 'POST' && !(body instanceof FormData) && !/\/(session|acceptance)$/.test(url);

/**
 * Gives every POST an `Idempotency-Key`. When no answer came (a lost connection), sending the same thing again carries
 * the same key, so that pressing a button twice makes one thing.
 */
export const sendOnce: HttpInterceptorFn = (request, next) => {
  if (!needsKey(request.method, request.url, request.body)) return next(request);
  const what = `${request.url} ${JSON.stringify(request.body)}`;
  const key = unanswered.get(what) ?? newId();
  unanswered.set(what, key);
  const answered = (): void => void unanswered.delete(what);
  return next(request.clone({ setHeaders: { 'Idempotency-Key': key } })).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) answered();
      },
      error: (error: unknown) => {
        if (!(error instanceof Refusal) || error.status !== 0) answered();
      },
    }),
  );
};
