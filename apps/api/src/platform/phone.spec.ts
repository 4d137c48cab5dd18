import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';
import { localAddress, phoneAddressOf } from './phone-address';
import { type PhoneCertificate, phoneCertificate } from './phone-certificate';

const card = (address: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4') => ({
  address,
  internal,
  family,
});

describe('the address that a phone in the same network opens', () => {
  it('is the one that a router gave out, before tunnels and bridges', () => {
    expect(
      localAddress({
        lo: [card('127.0.0.1', true)],
        docker0: [card('172.17.0.1')],
        tun0: [card('100.64.0.7')],
        wlan0: [card('fe80::1', false, 'IPv6'), card('192.168.1.20')],
      }),
    ).toBe('192.168.1.20');
  });

  it('is none without a network, and that is said with what to do', () => {
    expect(localAddress({ lo: [card('127.0.0.1', true)] })).toBeNull();
    expect(() => phoneAddressOf('on', false, () => null)).toThrow(/--phone=192\.168/);
  });

  it('may be named, and a name that is no address is refused', () => {
    expect(phoneAddressOf('10.1.2.3', false)).toBe('10.1.2.3');
    expect(() => phoneAddressOf('my-laptop', false)).toThrow(/LECTERN_PHONE/);
  });

  it('is asked for by nobody who did not', () => {
    expect([undefined, '', 'off'].map((value) => phoneAddressOf(value, true))).toEqual([null, null, null]);
  });

  it('is refused in production', () => {
    const production = {
      NODE_ENV: 'production',
      LECTERN_URL: 'https://lectern.example',
      LECTERN_DATA_KEY: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64'),
    };
    expect(readConfig(production).phone).toBeNull();
    expect(() => readConfig({ ...production, LECTERN_PHONE: 'on' })).toThrow(/refused in production/);
  });

  it('becomes the address of every link', () => {
    expect(readConfig({ LECTERN_PHONE: '10.1.2.3', PORT: '3001' }).url).toBe('https://10.1.2.3:3001');
  });
});

describe('the certificate for a phone', () => {
  const now = new Date();
  const home = mkdtempSync(join(tmpdir(), 'lectern-phone-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const ask = ({ key, cert }: PhoneCertificate, authority: string): Promise<string> =>
    new Promise((answered, failed) => {
      const server = createServer({ key, cert }, (_request, response) => response.end('the door'));
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        get({ host: '127.0.0.1', port, ca: authority, agent: false }, (response) => {
          response.on('data', (data: Buffer) => answered(data.toString()));
        })
          .on('error', failed)
          .on('close', () => server.close());
      });
    });

  it('is accepted by whoever trusts its authority, and by nobody else', async () => {
    const made = await phoneCertificate(home, '127.0.0.1', now);
    await expect(ask(made, made.authority)).resolves.toBe('the door');
    const other = mkdtempSync(join(tmpdir(), 'lectern-phone-'));
    const stranger = await phoneCertificate(other, '127.0.0.1', now);
    rmSync(other, { recursive: true, force: true });
    await expect(ask(made, stranger.authority)).rejects.toThrow(/signature|verify|certificate/i);
  });

  it('stays the same from start to start, and its authority outlives a change of address', async () => {
    const first = await phoneCertificate(home, '127.0.0.1', now);
    expect(await phoneCertificate(home, '127.0.0.1', now)).toEqual(first);
    const moved = await phoneCertificate(home, '192.168.1.20', now);
    expect(moved.authority).toBe(first.authority);
    expect(new X509Certificate(moved.cert).checkIP('192.168.1.20')).toBe('192.168.1.20');
    expect(moved.key).not.toBe(first.key);
  });

  it('is made anew before it ends, and lasts no longer than phones allow', async () => {
    const first = await phoneCertificate(home, '192.168.1.20', now);
    const later = await phoneCertificate(home, '192.168.1.20', new Date(now.getTime() + 29 * 86_400_000));
    expect(later.cert).not.toBe(first.cert);
    const { validFrom, validTo, ca } = new X509Certificate(first.cert);
    expect(Date.parse(validTo) - Date.parse(validFrom)).toBeLessThan(398 * 86_400_000);
    expect(ca).toBe(false);
  });
});
