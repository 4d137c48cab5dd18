import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config';

const SHARED = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

const text = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');

/** The policy of the web app's page: its styles carry a nonce that is new with every answer. */
export const webPolicy = (nonce: string): string =>
  text({ ...SHARED, 'style-src': ["'self'", `'nonce-${nonce}'`] });

/**
 * The policy of the door's page. Its service worker keeps the page byte for byte, so it can carry no nonce: styles may
 * be inline there, scripts may not. The scanner is WebAssembly.
 */
export const stewardPolicy = text({
  ...SHARED,
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'", 'blob:'],
});

/** What is not a page loads nothing at all. */
const bare = text({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });

export const newNonce = (): string => randomBytes(16).toString('base64');

/** Security headers on every answer; the pages replace the policy with their own. */
export const addSecurityHeaders = async (app: NestFastifyApplication, config: Config): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: config.production ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      void reply.header('content-security-policy', bare);
      void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
      done();
    });
};
