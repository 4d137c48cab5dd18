import type { FieldError } from './domain-error';

/** The body of every refusal (RFC 9457, `application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable and documented in docs/errors.md: software decides on this, never on the words. */
  readonly code: string;
  /** What went wrong and what to do next, in words for a person. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly correlationId: string;
  readonly [detail: string]: unknown;
}
