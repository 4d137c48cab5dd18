import { type Clock, derivedId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { hashToken, newToken } from '../platform/secrets';
import { CLOCK } from '../platform/tokens';
import type { DeviceVisitor } from '../platform/visitors';
import { DeviceEntity } from './device.entity';

/** The role of what is no phone: nobody holds a token of it, and no list of phones shows it. */
export const DESK = 'desk';

/** The registration desk as the maker of scans, since every scan names a device. One for each conference. */
@Injectable()
export class DeskDevice {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(conferenceId: string): Promise<DeviceVisitor> {
    const id = derivedId(DESK, conferenceId);
    const known = await this.database.reader.findOneBy(DeviceEntity, { id });
    if (!known) await this.make(id, conferenceId);
    return { deviceId: id, conferenceId, role: 'supervisor', name: 'Registration desk' };
  }

  private async make(id: string, conferenceId: string): Promise<void> {
    const now = this.clock.now();
    const row: DeviceEntity = {
      id,
      conferenceId,
      role: DESK,
      name: 'Staff',
      label: 'Registration desk',
      tokenHash: hashToken(newToken()),
      pairedAt: now,
      lastSeenAt: now,
      expiresAt: now,
      skewMs: 0,
      revokedAt: now,
      queued: 0,
      parked: 0,
      appVersion: null,
    };
    try {
      await this.database.transaction(() => this.database.writer.insert(DeviceEntity, row));
    } catch (error) {
      // Somebody else at the desk was quicker.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
