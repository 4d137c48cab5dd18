import { DomainError } from '@lectern/core';
import type { FastifyRequest } from 'fastify';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a change that another site made the browser send. Browsers say where a change comes from in
 * `Sec-Fetch-Site` or `Origin`; a client that sends neither is no browser and carries no borrowed cookie.
 */
export const refuseForeignOrigin = (request: FastifyRequest, ownOrigin: string): void => {
  if (SAFE.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const ownHost = `${request.protocol}://${request.headers.host ?? ''}`;
  const foreignSite = typeof site === 'string' && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && origin !== ownOrigin && origin !== ownHost;
  if (foreignSite || foreignOrigin) {
    throw new DomainError(
      'forbidden',
      'foreign-origin',
      'This change came from another site. Open Lectern itself and try there.',
    );
  }
};
