import type { DeviceRole } from '@lectern/check-in';
import type { Actor } from '@lectern/identity';

/** A paired device, as its token shows it. */
export interface DeviceVisitor {
  readonly deviceId: string;
  readonly conferenceId: string;
  readonly role: DeviceRole;
  readonly name: string;
}

/** Finds who is behind a session cookie; identity provides it. */
export interface SessionReader {
  actorOf(sessionToken: string): Promise<Actor | null>;
}

/** Finds the device behind a bearer token; check-in provides it. */
export interface DeviceReader {
  deviceOf(token: string): Promise<DeviceVisitor | null>;
}

export const SESSION_READER = Symbol('SessionReader');
export const DEVICE_READER = Symbol('DeviceReader');

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    device?: DeviceVisitor;
  }
}
