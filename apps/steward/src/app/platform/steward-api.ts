import { Injectable } from '@angular/core';
import type { DeviceRequest, DoorCount, PairedDevice, ScanRequest, ScanResults } from '@lectern/check-in';
import type { Problem } from '@lectern/core';

const ANSWER_WITHIN_MS = 8_000;

/** The server could not be reached, or was not itself: worth another try, and nothing was decided. */
export class NoConnection extends Error {}

/** The server knows this phone no longer: its pairing was withdrawn or has run out. */
export class PairingEnded extends Error {}

/** The server answered and refused; `message` says what is wrong and how to mend it. */
export class RequestRefused extends Error {
  constructor(problem: Partial<Problem>) {
    super(problem.errors?.[0]?.message ?? problem.detail ?? problem.title ?? 'The server refused this.');
  }
}

/** The calls that a steward's phone makes, with failures told apart by what to do about them. */
@Injectable({ providedIn: 'root' })
export class StewardApi {
  pair(request: DeviceRequest): Promise<PairedDevice> {
    return this.call<PairedDevice>('POST', 'devices', { body: request });
  }

  sendScans(token: string, scans: readonly ScanRequest[], sentAt: string): Promise<ScanResults> {
    return this.call<ScanResults>('POST', 'scans', { token, body: { scans, sentAt } });
  }

  count(token: string): Promise<DoorCount> {
    return this.call<DoorCount>('GET', 'count', { token });
  }

  private async call<T>(
    method: string,
    path: string,
    options: { token?: string; body?: unknown },
  ): Promise<T> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      // Past the service worker, which would answer 504 where there is no network.
      'ngsw-bypass': 'true',
    };
    if (options.token) headers['authorization'] = `Bearer ${options.token}`;
    if (options.body !== undefined) headers['content-type'] = 'application/json';
    try {
      const response = await fetch(`/api/check-in/${path}`, {
        method,
        headers,
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
      if (response.ok) return (await response.json()) as T;
      throw await this.failureOf(response, options.token !== undefined);
    } catch (error) {
      throw error instanceof PairingEnded || error instanceof RequestRefused ? error : new NoConnection();
    }
  }

  private async failureOf(response: Response, withToken: boolean): Promise<Error> {
    if (response.status === 401 && withToken) return new PairingEnded();
    if (response.status >= 500 || response.status === 408 || response.status === 429)
      return new NoConnection();
    return new RequestRefused((await response.json().catch(() => ({}))) as Partial<Problem>);
  }
}
