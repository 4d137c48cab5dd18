import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { refusalOf } from './refusal';
import { SignedOut } from './signed-out';

/** Every failed call becomes a refusal in words; a session that has ended leads to sign in and back again. */
export const refuseInWords: HttpInterceptorFn = (request, next) => {
  const signedOut = inject(SignedOut);
  return next(request).pipe(
    catchError((error: unknown) => {
      const refusal = refusalOf(error);
      if (refusal.code === 'not-signed-in' && !request.url.endsWith('/api/session')) signedOut.notice();
      return throwError(() => refusal);
    }),
  );
};
