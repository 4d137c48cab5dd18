/** What kind of refusal an error is; the API maps each kind to one HTTP status. */
export const ERROR_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'gone',
  'too-large',
  'too-many',
  'unavailable',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** One field's refusal: where it is (`people[3].yearGroup`), a stable code and words that say how to mend it. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface DomainErrorOptions {
  /** Safe facts for the client, such as the transitions that are allowed. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  /** Seconds after which the same call may work. */
  readonly retryAfter?: number;
}

/** A refusal that a rule or a service decides; it knows no HTTP. `message` is shown to people. */
export class DomainError extends Error {
  readonly details: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  readonly retryAfter?: number;

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    options: DomainErrorOptions = {},
  ) {
    super(message);
    this.name = 'DomainError';
    this.details = options.details ?? {};
    this.errors = options.errors ?? [];
    this.retryAfter = options.retryAfter;
  }
}

/** The refusal of a request whose fields are wrong; changes nothing. */
export const validationFailed = (errors: readonly FieldError[]): DomainError =>
  new DomainError(
    'invalid',
    'validation-failed',
    errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} things need mending.`,
    { errors },
  );

/** The one answer for what does not exist and for what the asker may not know of. */
export const notFound = (what: string): DomainError =>
  new DomainError('not-found', 'not-found', `There is no such ${what}, or you cannot see it.`);
