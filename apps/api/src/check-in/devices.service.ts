import { randomBytes } from 'node:crypto';
import { drawShortCode, formatShortCode, readShortCode } from '@lectern/check-in';
import type { Device, DevicePairing, DeviceRole, PairedDevice } from '@lectern/check-in';
import type { DevicePairingRequest, DeviceRequest } from '@lectern/check-in/requests';
import { type Clock, DomainError, newId, notFound, validationFailed } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import type { ConferenceFacts } from '../conferences/conference-places.service';
import { DoorEventsService } from '../conferences/door-events.service';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import type { Config } from '../platform/config';
import { hashToken, newToken } from '../platform/secrets';
import { type Limit, Throttle } from '../platform/throttle';
import { CLOCK, CONFIG } from '../platform/tokens';
import type { DeviceReader, DeviceVisitor } from '../platform/visitors';
import { CheckpointsService } from './checkpoints.service';
import { DESK } from './desk-device';
import { DeviceEntity } from './device.entity';
import { DevicePairingEntity } from './device-pairing.entity';
import { Gathering } from './gathering';
import { measuredSkew } from './scan-times';
import { marks } from '../persistence/sql';

const MINUTE = 60_000;
const PAIRING_LASTS = 10 * MINUTE;
/** A device that was not revoked stops a day after its event. */
const AFTER_EVENT = 24 * 60 * MINUTE;
const WRONG_TRIES = 5;
const LOCATOR = 4;
const SEEN_EVERY = 15_000;
const BY_ADDRESS: Limit = { name: 'pairing-address', tries: 60, seconds: 600 };

const notPairable = (): DomainError =>
  new DomainError(
    'not-found',
    'pairing-code-unknown',
    'This pairing code was used, has expired or is wrong. Ask staff for a new one.',
  );

interface DeviceRow {
  readonly id: string;
  readonly token_hash: string;
  readonly conference_id: string;
  readonly role: DeviceRole;
  readonly name: string;
  readonly last_seen_at: Date | string;
  readonly expires_at: Date | string;
}

/** Phones at the door: pairing by one-time code, recognising by token, revoking. */
@Injectable()
export class DevicesService implements DeviceReader {
  private readonly asked = new Gathering<string, DeviceVisitor | null>((hashes) => this.devicesOf(hashes), {
    weigh: () => 1,
    full: 100,
  });

  constructor(
    private readonly database: Database,
    private readonly events: DoorEventsService,
    private readonly checkpoints: CheckpointsService,
    private readonly throttle: Throttle,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(actor: Actor, conferenceId: string, request: DevicePairingRequest): Promise<DevicePairing> {
    const conference = await this.events.facts(conferenceId);
    if (!conference) throw notFound('conference');
    if (conference.publicKey === null || ['cancelled', 'archived'].includes(conference.status)) {
      throw new DomainError(
        'conflict',
        'conference-not-published',
        'Publish the conference first; phones are paired from then on.',
      );
    }
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + PAIRING_LASTS);
    const code = await this.database.transaction(async () => {
      const drawn = await this.freeCode(now);
      await this.database.writer.insert(DevicePairingEntity, {
        id: newId(),
        conferenceId: conference.id,
        role: request.role,
        label: request.label.trim(),
        locator: drawn.slice(0, LOCATOR),
        secretHash: hashToken(drawn),
        wrongTries: 0,
        createdBy: actor.accountId,
        createdAt: now,
        expiresAt,
        usedAt: null,
      });
      await this.note('device.invited', 'conference', conference.id, { role: request.role });
      return drawn;
    });
    const pairingCode = formatShortCode(code);
    return {
      pairingCode,
      expiresAt: expiresAt.toISOString(),
      link: `${this.config.url}/steward/#/pair?code=${pairingCode}`,
    };
  }

  async pair(request: DeviceRequest, address: string): Promise<PairedDevice> {
    await this.throttle.take(BY_ADDRESS, address);
    const reading = readShortCode(request.pairingCode);
    if (reading.kind === 'wrong-check') {
      throw validationFailed([
        {
          field: 'pairingCode',
          code: 'mistyped',
          message: 'One character is wrong. Compare the code with the screen and type it again.',
        },
      ]);
    }
    if (reading.kind !== 'ok') throw notPairable();
    const pairing = await this.claim(reading.shortCode);
    const conference = await this.events.facts(pairing.conferenceId);
    if (!conference?.publicKey || !conference.codeTag) throw notPairable();
    const token = newToken();
    const now = this.clock.now();
    const row: DeviceEntity = {
      id: newId(),
      conferenceId: conference.id,
      role: pairing.role,
      name: request.name.trim(),
      label: pairing.label,
      tokenHash: hashToken(token),
      pairedAt: now,
      lastSeenAt: now,
      expiresAt: new Date(conference.endsAt.getTime() + AFTER_EVENT),
      skewMs: request.sentAt == null ? 0 : measuredSkew(request.sentAt, now),
      revokedAt: null,
      queued: 0,
      parked: 0,
      appVersion: null,
    };
    await this.database.transaction(async () => {
      await this.database.writer.insert(DeviceEntity, row);
      await this.note('device.paired', 'device', row.id, { role: row.role });
    });
    return {
      deviceId: row.id,
      token,
      role: pairing.role as DeviceRole,
      conference: pairedConference(conference),
      checkpoints: await this.checkpoints.list(conference.id),
      publicKey: conference.publicKey,
      serverTime: now.toISOString(),
    };
  }

  /** Asked anew for every request, so that a revoked phone stops at its next contact. */
  deviceOf(token: string): Promise<DeviceVisitor | null> {
    return this.asked.add(hashToken(token));
  }

  /** Those who ask in one turn of the event loop share a statement. */
  private async devicesOf(hashes: readonly string[]): Promise<readonly { answer: DeviceVisitor | null }[]> {
    const rows = await this.database.select<DeviceRow>(
      'SELECT id, token_hash, conference_id, role, name, last_seen_at, expires_at FROM devices' +
        ` WHERE token_hash IN (${marks(hashes)}) AND revoked_at IS NULL`,
      hashes,
    );
    const now = this.clock.now();
    const live = rows.filter((row) => toDate(row.expires_at) > now);
    await this.see(live, now);
    const byHash = new Map(live.map((row) => [row.token_hash, row]));
    return hashes.map((hash) => {
      const row = byHash.get(hash);
      if (!row) return { answer: null };
      return {
        answer: { deviceId: row.id, conferenceId: row.conference_id, role: row.role, name: row.name },
      };
    });
  }

  private async see(rows: readonly DeviceRow[], now: Date): Promise<void> {
    const stale = rows.filter((row) => now.getTime() - toDate(row.last_seen_at).getTime() > SEEN_EVERY);
    if (stale.length === 0) return;
    await this.database.transaction(async () => {
      for (const { id } of stale) {
        await this.database.execute('UPDATE devices SET last_seen_at = ? WHERE id = ?', [now, id]);
      }
    });
  }

  async list(conferenceId: string): Promise<Device[]> {
    if (!(await this.events.facts(conferenceId))) throw notFound('conference');
    const rows = await this.database.reader
      .createQueryBuilder(DeviceEntity, 'd')
      .where('d.conferenceId = :conferenceId AND d.role <> :desk', { conferenceId, desk: DESK })
      .orderBy('d.pairedAt', 'DESC')
      .getMany();
    return rows.map(deviceView);
  }

  async revoke(id: string): Promise<Device> {
    await this.database.transaction(async () => {
      const revoked = await this.database.execute(
        'UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
        [this.clock.now(), id],
      );
      if (revoked > 0) await this.note('device.revoked', 'device', id, {});
    });
    const row = await this.database.reader.findOneBy(DeviceEntity, { id });
    if (!row) throw notFound('device');
    return deviceView(row);
  }

  /**
   * Takes the pairing that a code names. Half of the code finds it, all of it opens it: so wrong guesses count against
   * the pairing that they aim at, and the fifth ends it.
   */
  private async claim(code: string): Promise<DevicePairingEntity> {
    const now = this.clock.now();
    const pairing = await this.database.reader
      .createQueryBuilder(DevicePairingEntity, 'p')
      .where('p.locator = :locator AND p.usedAt IS NULL AND p.expiresAt > :now', {
        locator: code.slice(0, LOCATOR),
        now,
      })
      .getOne();
    if (!pairing || pairing.wrongTries >= WRONG_TRIES) throw notPairable();
    if (pairing.secretHash !== hashToken(code)) {
      await this.database.transaction(() =>
        this.database.execute('UPDATE device_pairings SET wrong_tries = wrong_tries + 1 WHERE id = ?', [
          pairing.id,
        ]),
      );
      throw notPairable();
    }
    const taken = await this.database.transaction(() =>
      this.database.execute(
        'UPDATE device_pairings SET used_at = ? WHERE id = ? AND used_at IS NULL AND wrong_tries < ?',
        [now, pairing.id, WRONG_TRIES],
      ),
    );
    if (taken === 0) throw notPairable();
    return pairing;
  }

  private async freeCode(now: Date): Promise<string> {
    for (;;) {
      const code = drawShortCode(() => randomBytes(1)[0] ?? 0);
      const [same] = await this.database.select<{ id: string }>(
        'SELECT id FROM device_pairings WHERE locator = ? AND used_at IS NULL AND expires_at > ?',
        [code.slice(0, LOCATOR), now],
      );
      if (!same) return code;
    }
  }

  private note(
    action: string,
    objectKind: string,
    objectId: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record({ action, objectKind, objectId, details });
  }
}

/** What a phone is told of its conference. */
export const pairedConference = (conference: ConferenceFacts): PairedDevice['conference'] => ({
  id: conference.id,
  title: conference.title,
  startsAt: conference.startsAt.toISOString(),
  endsAt: conference.endsAt.toISOString(),
  venueName: conference.venueName,
  codeTag: conference.codeTag ?? '',
});

const deviceView = (row: DeviceEntity): Device => ({
  id: row.id,
  name: row.name,
  label: row.label,
  role: row.role as DeviceRole,
  pairedAt: row.pairedAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  queued: row.queued,
  parked: row.parked,
  appVersion: row.appVersion,
  skewMs: row.skewMs,
});
