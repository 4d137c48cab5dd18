import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { type PageHead, PageHeads, withHead } from './page-heads';
import { problemOf } from './problems';
import { STEWARD_FILES, WEB_FILES } from './places';
import { newNonce, stewardPolicy, webPolicy } from './security-headers';

// The build puts a hash in these names, so what was fetched once never changes.
const HASHED = /-[A-Z0-9]{8}\.(js|css|woff2)$/;

const cacheFor = (path: string): string =>
  HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

const sendWebPage = (reply: FastifyReply, page: string, head: PageHead | null): void => {
  const nonce = newNonce();
  // The nonce first: no text of a conference may become one.
  const whole = page.replaceAll('CSP_NONCE', nonce);
  void reply
    .header('content-security-policy', webPolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(head ? withHead(whole, head) : whole);
};

const sendStewardPage = (reply: FastifyReply, page: string): void => {
  void reply
    .header('content-security-policy', stewardPolicy)
    .header('permissions-policy', 'camera=(self), microphone=(), geolocation=()')
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page);
};

const isPage = (path: string): boolean => !/\.[a-z0-9]+$/i.test(path);

/** Serves the built web app at / and the door's app at /steward/, with deep links of both. */
export const serveWebFiles = async (app: NestFastifyApplication): Promise<void> => {
  const server = app.getHttpAdapter().getInstance();
  const files = (root: string, prefix: string) =>
    app.register(fastifyStatic, {
      root,
      prefix,
      wildcard: false,
      index: false,
      decorateReply: false,
      globIgnore: ['**/index.html'],
      setHeaders: (reply, path) => {
        void reply.header('cache-control', cacheFor(path));
        if (root === STEWARD_FILES) void reply.header('content-security-policy', stewardPolicy);
      },
    });
  const steward = join(STEWARD_FILES, 'index.html');
  if (existsSync(steward)) {
    const page = readFileSync(steward, 'utf8');
    await files(STEWARD_FILES, '/steward/');
    server.get('/steward', (_request, reply) => void reply.redirect('/steward/', 302));
    for (const path of ['/steward/', '/steward/index.html']) {
      server.get(path, (_request, reply) => sendStewardPage(reply, page));
    }
  }
  const web = join(WEB_FILES, 'index.html');
  const webPage = existsSync(web) ? readFileSync(web, 'utf8') : null;
  if (webPage) await files(WEB_FILES, '/');
  const heads = app.get(PageHeads);
  server.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (webPage && !path.startsWith('/api/') && !path.startsWith('/steward/') && isPage(path)) {
      // A page without its data is better than none: the browser asks again.
      sendWebPage(reply, webPage, await heads.of(path).catch(() => null));
      return reply;
    }
    const problem = problemOf({ statusCode: 404 }, request.id);
    return reply.status(404).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  });
};
