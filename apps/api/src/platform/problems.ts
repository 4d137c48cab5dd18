import { STATUS_CODES } from 'node:http';
import { DomainError, type ErrorKind, type Problem } from '@lectern/core';
import { HttpException } from '@nestjs/common';
import { isUnavailable } from '../persistence/dialect';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

const ofDomain = (error: DomainError): Omit<Problem, 'correlationId'> => {
  const status = STATUS[error.kind];
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    code: error.code,
    detail: error.message,
    ...error.details,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
  };
};

const WORDS: Readonly<Record<number, { code: string; detail: string }>> = {
  400: {
    code: 'unreadable-request',
    detail: 'The request could not be read. Send JSON with the fields that this address asks for.',
  },
  404: { code: 'not-found', detail: 'There is nothing at this address.' },
  405: { code: 'not-found', detail: 'There is nothing at this address.' },
  413: { code: 'too-large', detail: 'That is more than this address takes. Send less at once.' },
  415: {
    code: 'unsupported-media-type',
    detail: 'Send this as application/json, or as a file where a file is asked for.',
  },
};

const ofStatus = (status: number): Omit<Problem, 'correlationId'> => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Refused',
  status,
  ...(WORDS[status] ?? { code: 'refused', detail: 'The request was refused.' }),
});

/** Any thrown thing as a problem; what is not expected becomes a 500 that says nothing but its correlation id. */
export const problemOf = (error: unknown, correlationId: string): Problem => {
  if (error instanceof DomainError) return { ...ofDomain(error), correlationId } as Problem;
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  if (status >= 400 && status < 500) return { ...ofStatus(status), correlationId } as Problem;
  if (isUnavailable(error)) {
    const away = new DomainError(
      'unavailable',
      'database-away',
      'The database is not answering. Try again in a few seconds.',
    );
    return { ...ofDomain(away), correlationId } as Problem;
  }
  return {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'unexpected',
    detail:
      'Something went wrong on our side, and nothing was changed. Quote the correlation id when you report it.',
    correlationId,
  };
};

/** Seconds to wait before trying again, for the Retry-After header. */
export const retryAfterOf = (error: unknown): number | undefined =>
  error instanceof DomainError ? error.retryAfter : isUnavailable(error) ? 5 : undefined;
