import { applyDecorators, Header } from '@nestjs/common';
import { AnswersFile } from '../platform/answers';

/**
 * A letter as a page of its own: it may use its own styles and lead to other windows, and can neither run anything,
 * nor fetch anything, nor be framed by another site.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox';

export const AnswersLetter = () =>
  applyDecorators(
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', POLICY),
    Header('x-frame-options', 'SAMEORIGIN'),
    Header('cache-control', 'no-store'),
    AnswersFile('text/html'),
  );
