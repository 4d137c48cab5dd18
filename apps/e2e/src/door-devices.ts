import { randomUUID } from 'node:crypto';
import type { LecternProcess } from './lectern-process';
import { DEMO_PASSWORD } from './running-lectern';

/** A scan as a phone sends it. */
export interface SentScan {
  readonly id: string;
  readonly checkpointId: string;
  readonly ticketId: string;
  readonly direction: 'in' | 'out';
  readonly scannedAt: string;
}

export interface AnsweredScan {
  readonly id: string;
  readonly outcome: string;
  readonly duplicate: boolean;
}

/** Today's conference of the demo, as its doors know it. */
export interface DemoDay {
  readonly conferenceId: string;
  readonly mainDoor: string;
  /** A further checkpoint that takes a ticket as often as it comes. */
  readonly often: string;
  readonly ticketIds: readonly string[];
}

interface Items<T> {
  readonly items: readonly T[];
}

const read = async <T>(lectern: LecternProcess, path: string): Promise<T> =>
  (await lectern.ask('GET', path)).body as T;

export const signInStaff = async (lectern: LecternProcess): Promise<void> => {
  const { status } = await lectern.ask('POST', '/session', {
    email: 'staff@lectern.example',
    password: DEMO_PASSWORD,
  });
  if (status !== 201) throw new Error(`Signing in answered ${status}.`);
};

/** The live conference of the demo, with a checkpoint of the test's own beside its main door. */
export const demoDay = async (lectern: LecternProcess): Promise<DemoDay> => {
  const { items } = await read<Items<{ id: string; status: string }>>(lectern, '/conferences?scope=staff');
  const conferenceId = items.find(({ status }) => status === 'live')?.id ?? '';
  const path = `/conferences/${conferenceId}`;
  const made = await lectern.ask('POST', `${path}/checkpoints`, { name: 'Lunch queue', admits: 'many' });
  const doors = await read<Items<{ id: string; isMainDoor: boolean }>>(lectern, `${path}/checkpoints`);
  const groups = await read<Items<{ id: string; pupilsNamed: number }>>(lectern, `${path}/groups`);
  const ticketIds: string[] = [];
  for (const { id, pupilsNamed } of groups.items) {
    if (pupilsNamed === 0) continue;
    const tickets = await read<Items<{ id: string; status: string }>>(lectern, `/groups/${id}/tickets`);
    ticketIds.push(...tickets.items.filter(({ status }) => status === 'valid').map((ticket) => ticket.id));
  }
  return {
    conferenceId,
    mainDoor: doors.items.find(({ isMainDoor }) => isMainDoor)?.id ?? '',
    often: (made.body as { id: string }).id,
    ticketIds,
  };
};

/** Pairs a phone; answers its token. */
export const pairDevice = async (
  lectern: LecternProcess,
  { conferenceId }: DemoDay,
  role: 'steward' | 'supervisor' = 'steward',
): Promise<string> => {
  const pairing = await lectern.ask('POST', `/conferences/${conferenceId}/device-pairings`, {
    role,
    label: 'North door',
  });
  const { pairingCode } = pairing.body as { pairingCode: string };
  const paired = await lectern.ask('POST', '/check-in/devices', { pairingCode, name: 'Sam' });
  return (paired.body as { token: string }).token;
};

export const scanOf = (ticketId: string, checkpointId: string, direction: 'in' | 'out' = 'in'): SentScan => ({
  id: randomUUID(),
  ticketId,
  checkpointId,
  direction,
  scannedAt: new Date().toISOString(),
});

/** Sends scans as a phone; null when no answer came. */
export const sendScans = async (
  url: string,
  token: string,
  scans: readonly SentScan[],
): Promise<readonly AnsweredScan[] | null> => {
  const told = await fetch(`${url}/api/check-in/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ scans, sentAt: new Date().toISOString() }),
  })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
    // The other side is gone, before its answer or in the middle of it.
    .catch(() => null);
  if (told === null) return null;
  if (told.status !== 200) throw new Error(`Scans answered ${told.status}: ${told.text}`);
  return (JSON.parse(told.text) as { results: AnsweredScan[] }).results;
};
