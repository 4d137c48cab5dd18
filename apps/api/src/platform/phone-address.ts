import { isIPv4 } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { ConfigError } from './config-error';

type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>;

/** What a home or an office router gives out; the rest is a tunnel, a container's bridge or the open internet. */
const FROM_A_ROUTER = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];

/** The address under which a phone in the same network finds this machine; null when it is in none. */
export const localAddress = (interfaces: Interfaces = networkInterfaces()): string | null => {
  const addresses = Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const rank = (address: string): number => {
    const at = FROM_A_ROUTER.findIndex((pattern) => pattern.test(address));
    return at === -1 ? FROM_A_ROUTER.length : at;
  };
  return addresses.sort((a, b) => rank(a) - rank(b))[0] ?? null;
};

/**
 * The local network address to serve a phone on over HTTPS, or null when no phone is to be tried. `on` looks for the
 * address; anything else is the address itself.
 */
export const phoneAddressOf = (
  value: string | undefined,
  production: boolean,
  find: () => string | null = localAddress,
): string | null => {
  if (value === undefined || value === '' || value === 'off') return null;
  if (production) {
    throw new ConfigError(
      'LECTERN_PHONE',
      'is refused in production: its certificate is made on the spot and nobody vouches for it. Put a proxy with a real certificate in front.',
    );
  }
  if (value !== 'on') {
    if (isIPv4(value)) return value;
    throw new ConfigError(
      'LECTERN_PHONE',
      `must be on, off or this machine’s address, such as 192.168.1.20, not "${value}".`,
    );
  }
  const found = find();
  if (found !== null) return found;
  throw new ConfigError(
    'LECTERN_PHONE',
    'found no local network. Join the phone’s network, or name the address: npm start -- --phone=192.168.1.20.',
  );
};
