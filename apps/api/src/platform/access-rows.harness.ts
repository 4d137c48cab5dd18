import type { PairedDevice } from '@lectern/check-in';
import type { Conference, PackFile } from '@lectern/conferences';
import type { Group, SessionPlacement, Ticket } from '@lectern/registrations';
import type { Caller } from '../app.harness';
import type { TestProgramme } from '../programme.harness';

export const CALLERS = [
  'nobody',
  'trainee',
  'teacher',
  'coordinator',
  'other coordinator',
  'staff',
  'steward',
  'supervisor',
] as const;
export type CallerName = (typeof CALLERS)[number];

/** One conference with a group of school A: every object that a route can name. */
export interface World {
  readonly conference: Conference;
  readonly group: Group;
  readonly ticket: Ticket;
  readonly stewards: PairedDevice;
  readonly supervisors: PairedDevice;
  /** A coordinator’s invitation and a pairing code that nobody used yet. */
  readonly invitation: string;
  readonly pairingCode: string;
  /** A confirmed request for access to school A, and a teacher of school A. */
  readonly accessRequest: string;
  readonly colleague: string;
  /** An open record of the ticket’s pupil, whom nobody can find. */
  readonly missing: string;
  /** A letter about the group, to a coordinator of its school. */
  readonly mail: string;
  /** A file of the visit pack that only schools which come may read, and a calendar link of school A. */
  readonly packFile: PackFile;
  readonly feed: string;
  readonly programme: TestProgramme;
  /** A ticket that both phones let in, and the scan of the steward’s. */
  readonly conflict: string;
  readonly scan: string;
  /** One of the group’s pupils in the programme’s session. */
  readonly placement: SessionPlacement;
}

export interface Seen {
  readonly status: number;
  readonly body: unknown;
}

export interface Row {
  /** `open` asks for a stream and lets go of it as soon as its head is there. */
  readonly ask: (caller: Caller, world: World, open: (path: string) => Promise<Seen>) => Promise<Seen>;
  /** In the order of CALLERS. */
  readonly answers: readonly number[];
  /** Whether the call changes what the next caller would find. */
  readonly changes?: true;
}

export const everybody = (status: number): number[] => CALLERS.map(() => status);
/** Those with the permission; nobody must sign in, everybody else finds nothing; a phone is nobody here. */
export const staffOnly = (status: number): number[] => [401, 404, 404, 404, 404, status, 401, 401];
export const ownSchool = (status: number): number[] => [401, 404, 404, status, 404, status, 401, 401];
export const supervisorsOnly = (status: number): number[] => [401, 401, 401, 401, 401, 401, 403, status];
export const signedIn = (status: number): number[] => [401, status, status, status, status, status, 401, 401];
export const phones = (status: number): number[] => [401, 401, 401, 401, 401, 401, status, status];

export const PASSWORD = 'violet-harbour-lantern';
export const EMAIL = 'signs.in@example.org';
export const LEADER = 'Marker Leaderson';
export const PUPIL = 'Markerpupil';

export const row = (answers: readonly number[], ask: Row['ask'], changes?: true): Row => ({
  answers,
  ask,
  ...(changes ? { changes } : {}),
});
