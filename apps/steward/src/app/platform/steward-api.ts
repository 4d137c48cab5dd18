import { Injectable } from '@angular/core';
import type {
  AdmissionChanges,
  Annulment,
  Conflict,
  ContactRequest,
  DeviceRequest,
  DoorState,
  DoorSubstitutionRequest,
  DoorWalkInRequest,
  MissingPupil,
  PairedDevice,
  RosterChanges,
  ScanRequest,
  ScanResult,
  ScanResults,
} from '@lectern/check-in';
import type { Problem } from '@lectern/core';

const ANSWER_WITHIN_MS = 8_000;
/** A page of a thousand people on a bad line takes longer than a verdict. */
const PAGE_WITHIN_MS = 30_000;

/** The server could not be reached, or was not itself: worth another try, and nothing was decided. */
export class NoConnection extends Error {}

/** The server knows this phone no longer: its pairing was withdrawn or has run out. */
export class PairingEnded extends Error {}

/** The server answered and refused; `message` says what is wrong and how to mend it. */
export class RequestRefused extends Error {
  readonly code: string;

  constructor(problem: Partial<Problem>) {
    super(problem.errors?.[0]?.message ?? problem.detail ?? problem.title ?? 'The server refused this.');
    this.code = problem.code ?? '';
  }
}

interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly within?: number;
  readonly read?: (response: Response) => Promise<unknown>;
}

const cursorQuery = (cursor: string | null): string =>
  cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;

/** The calls that a steward's phone makes, with failures told apart by what to do about them. */
@Injectable({ providedIn: 'root' })
export class StewardApi {
  pair(request: DeviceRequest): Promise<PairedDevice> {
    return this.call<PairedDevice>('POST', 'devices', { body: request });
  }

  contact(token: string, report: ContactRequest): Promise<DoorState> {
    return this.call<DoorState>('POST', 'contact', { token, body: report });
  }

  roster(token: string, cursor: string | null): Promise<RosterChanges> {
    return this.call<RosterChanges>('GET', `roster${cursorQuery(cursor)}`, { token, within: PAGE_WITHIN_MS });
  }

  admissions(token: string, cursor: string | null): Promise<AdmissionChanges> {
    const path = `admissions${cursorQuery(cursor)}`;
    return this.call<AdmissionChanges>('GET', path, { token, within: PAGE_WITHIN_MS });
  }

  sendScans(token: string, scans: readonly ScanRequest[], sentAt: string): Promise<ScanResults> {
    return this.call<ScanResults>('POST', 'scans', { token, body: { scans, sentAt } });
  }

  annul(
    token: string,
    scanId: string,
    body: { readonly reason: string; readonly annulledAt: string; readonly sentAt: string },
  ): Promise<Annulment> {
    return this.call<Annulment>('POST', `scans/${scanId}/annulment`, { token, body });
  }

  settleConflict(token: string, conflictId: string, reason: string): Promise<Conflict> {
    return this.call<Conflict>('POST', `conflicts/${conflictId}/settlement`, { token, body: { reason } });
  }

  endDay(token: string): Promise<unknown> {
    return this.call('POST', 'day-end', { token, body: {} });
  }

  walkIn(token: string, body: DoorWalkInRequest): Promise<ScanResult> {
    return this.call<ScanResult>('POST', 'walk-ins', { token, body });
  }

  substitute(token: string, body: DoorSubstitutionRequest): Promise<ScanResult> {
    return this.call<ScanResult>('POST', 'substitutions', { token, body });
  }

  badge(token: string, ticketId: string): Promise<Blob> {
    const read = (response: Response) => response.blob();
    return this.call<Blob>('GET', `tickets/${ticketId}/badge.pdf`, { token, read, within: PAGE_WITHIN_MS });
  }

  missingPupils(token: string): Promise<{ readonly items: readonly MissingPupil[] }> {
    return this.call('GET', 'missing-pupils', { token });
  }

  reportMissing(token: string, ticketId: string, lastSeen: string): Promise<MissingPupil> {
    return this.call<MissingPupil>('POST', 'missing-pupils', { token, body: { ticketId, lastSeen } });
  }

  addMissingStep(token: string, id: string, text: string): Promise<MissingPupil> {
    return this.call<MissingPupil>('POST', `missing-pupils/${id}/steps`, { token, body: { text } });
  }

  private async call<T>(method: string, path: string, options: CallOptions): Promise<T> {
    const headers: Record<string, string> = {
      accept: 'application/json, application/pdf',
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
        signal: AbortSignal.timeout(options.within ?? ANSWER_WITHIN_MS),
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
      if (response.ok) return (await (options.read ?? readJson)(response)) as T;
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

const readJson = (response: Response): Promise<unknown> =>
  response.status === 204 ? Promise.resolve(null) : response.json();
