/** Every code that the API documents in docs/errors.md. */
export const PROBLEM_CODES = [
  'already-registered',
  'bad-idempotency-key',
  'conference-not-published',
  'conference-over',
  'database-away',
  'device-not-paired',
  'file-too-large',
  'final-numbers-passed',
  'forbidden',
  'foreign-origin',
  'group-cancelled',
  'idempotency-key-reused',
  'invalid-credentials',
  'invitation-over',
  'no-such-file',
  'not-a-school-list',
  'not-a-supervisor',
  'not-found',
  'not-ready',
  'not-signed-in',
  'pairing-code-unknown',
  'preview-over',
  'refused',
  'registration-closed',
  'school-cap-reached',
  'too-large',
  'too-many',
  'too-many-searches',
  'too-many-tries',
  'transition-not-allowed',
  'unexpected',
  'unreadable-request',
  'unsupported-media-type',
  'validation-failed',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Our words for each code; null where the server's own `detail` says it best, because it knows the facts. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, string | null>> = {
  'already-registered': null,
  'bad-idempotency-key': 'This could not be sent. Load the page again and try once more.',
  'conference-not-published': null,
  'conference-over': null,
  'database-away':
    'Lectern cannot reach its records at the moment. Nothing was changed. Try again in a few seconds.',
  'device-not-paired': 'This phone is not paired any more. Ask for a new pairing code.',
  'file-too-large': null,
  'final-numbers-passed': null,
  forbidden: 'Your account may not do this. Ask a member of university staff if you think it should.',
  'foreign-origin':
    'This was sent from another website, so nothing was changed. Open Lectern and try from there.',
  'group-cancelled': null,
  'idempotency-key-reused': 'This was sent before in another form. Load the page again to see how it stands.',
  'invalid-credentials': 'The e-mail address or the password is wrong. Check both and try again.',
  'invitation-over': null,
  'no-such-file': null,
  'not-a-school-list': null,
  'not-a-supervisor': null,
  'not-found': null,
  'not-ready': 'Lectern is starting. Try again in a few seconds.',
  'not-signed-in': 'You have been signed out. Sign in to carry on.',
  'pairing-code-unknown': null,
  'preview-over': null,
  refused: 'This could not be done. Load the page again and try once more.',
  'registration-closed': null,
  'school-cap-reached': null,
  'too-large': null,
  'too-many': 'That was too often in a short time. Wait a minute and try again.',
  'too-many-searches': 'That was many searches in a short time. Wait a few seconds and search again.',
  'too-many-tries': null,
  'transition-not-allowed':
    'The conference has changed in the meantime. Load the page again to see what comes next.',
  unexpected: 'Something went wrong on our side, and nothing was changed. Try again in a minute.',
  'unreadable-request': 'This could not be sent. Load the page again and try once more.',
  'unsupported-media-type':
    'Lectern does not read this kind of file. Save it as an Excel workbook or as CSV and choose it again.',
  'validation-failed': null,
};

/** Whether the code is one that we know; a newer server may send another. */
export const isProblemCode = (code: unknown): code is ProblemCode =>
  PROBLEM_CODES.some((known) => known === code);
