import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from './config';

const isSecure = (config: Config): boolean => config.url.startsWith('https:');

/** `__Host-` where the address is https; a plain name on http://localhost, where browsers would refuse it. */
export const sessionCookieName = (config: Config): string =>
  isSecure(config) ? '__Host-lectern' : 'lectern';

export const sessionCookie = (config: Config, expires: Date): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  secure: isSecure(config),
  sameSite: 'lax',
  expires,
});
