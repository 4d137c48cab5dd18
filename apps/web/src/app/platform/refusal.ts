import { HttpErrorResponse } from '@angular/common/http';
import type { FieldError, Problem } from '@lectern/core';
import { isProblemCode, PROBLEM_WORDS } from './problem-words';

const OFFLINE = 'Lectern cannot be reached. Check your connection, then try again. Nothing was changed.';
const SILENT = 'The server did not answer as expected, and nothing was changed. Try again in a minute.';

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** Why a call failed, in words that can be shown as they are; `errors` name the fields that need mending. */
export class Refusal extends Error {
  constructor(
    /** The HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    readonly code: string,
    readonly words: string,
    readonly errors: readonly FieldError[] = [],
    readonly reference: string | null = null,
  ) {
    super(words);
    this.name = 'Refusal';
  }

  /** What to list above a form: the fields' errors, or the refusal itself as one line. */
  get lines(): readonly FieldError[] {
    return this.errors.length > 0 ? this.errors : [{ field: '', code: this.code, message: this.words }];
  }
}

const bodyOf = (error: HttpErrorResponse): unknown => {
  if (typeof error.error !== 'string') return error.error;
  try {
    return JSON.parse(error.error) as unknown;
  } catch {
    return null;
  }
};

/** Anything that a call may throw, as a refusal in words. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  if (!(error instanceof HttpErrorResponse)) return new Refusal(0, 'unexpected', SILENT);
  if (error.status === 0) return new Refusal(0, 'offline', OFFLINE);
  const body = bodyOf(error);
  if (!isProblem(body)) return new Refusal(error.status, 'unexpected', SILENT);
  const words = (isProblemCode(body.code) ? PROBLEM_WORDS[body.code] : null) ?? body.detail;
  return new Refusal(
    error.status,
    body.code,
    words,
    body.errors ?? [],
    error.status >= 500 ? body.correlationId : null,
  );
};
