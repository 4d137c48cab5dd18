import type { Clock } from '@lectern/core';
import { type Actor, ROLES } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import { hashToken, newToken } from '../platform/secrets';
import { CLOCK } from '../platform/tokens';
import type { SessionReader } from '../platform/visitors';
import { SessionEntity } from './session.entity';

const HOUR = 3_600_000;
/** A session ends after twelve hours without use, and after seven days whatever happens. */
const IDLE = 12 * HOUR;
const ABSOLUTE = 7 * 24 * HOUR;
// Use is written down every five minutes, not with each request.
const TOUCH = HOUR / 12;

interface SessionRow {
  readonly account_id: string;
  readonly last_seen_at: Date | string;
  readonly expires_at: Date | string;
  readonly roles: string;
  readonly school_urn: string | null;
}

export interface StartedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Server-side sessions: an opaque token in the cookie, its hash in the database. */
@Injectable()
export class SessionsService implements SessionReader {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Starts a session and ends the one that the browser had, so that no old token survives a sign-in. */
  async start(accountId: string, oldToken?: string): Promise<StartedSession> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + ABSOLUTE);
    await this.database.transaction(async () => {
      if (oldToken) await this.database.writer.delete(SessionEntity, { tokenHash: hashToken(oldToken) });
      await this.database.writer.insert(SessionEntity, {
        tokenHash: hashToken(token),
        accountId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
      });
    });
    return { token, expiresAt };
  }

  async end(token: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.writer.delete(SessionEntity, { tokenHash: hashToken(token) });
    });
  }

  /** Ends every session of an account, inside the caller's unit of work. */
  async endAll(accountId: string): Promise<void> {
    await this.database.writer.delete(SessionEntity, { accountId });
  }

  async actorOf(token: string): Promise<Actor | null> {
    const tokenHash = hashToken(token);
    const [row] = await this.database.select<SessionRow>(
      'SELECT s.account_id, s.last_seen_at, s.expires_at, a.roles, a.school_urn FROM sessions s' +
        ' JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = ? AND a.disabled_at IS NULL',
      [tokenHash],
    );
    if (!row) return null;
    const now = this.clock.now();
    const idle = now.getTime() - toDate(row.last_seen_at).getTime();
    if (idle > IDLE || toDate(row.expires_at) <= now) return null;
    if (idle > TOUCH) {
      await this.database.transaction(() =>
        this.database.execute('UPDATE sessions SET last_seen_at = ? WHERE token_hash = ?', [now, tokenHash]),
      );
    }
    return {
      accountId: row.account_id,
      roles: ROLES.filter((role) => row.roles.split(',').includes(role)),
      ...(row.school_urn === null ? {} : { schoolUrn: row.school_urn }),
    };
  }
}
