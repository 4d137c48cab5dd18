import type { DeviceRole, PairedDevice, ScanResult } from '@lectern/check-in';
import { newId } from '@lectern/core';
import type { Group, Ticket } from '@lectern/registrations';
import { type Answer, aConferenceThatIs, aGroup, aRoster, type Caller, type TestApp } from '../app.harness';

/** A paired phone with its token in its hand. */
export interface Phone {
  readonly id: string;
  readonly paired: PairedDevice;
  readonly caller: Caller;
}

/** A conference with one group of school 910000, whose tickets phones scan. */
export interface DoorDay {
  readonly conferenceId: string;
  readonly group: Group;
  readonly tickets: readonly Ticket[];
  readonly checkpointId: string;
}

export const pairPhone = async (
  test: TestApp,
  staff: Caller,
  conferenceId: string,
  role: DeviceRole = 'steward',
  name = 'Sam',
): Promise<Phone> => {
  const invited = await staff.post(`/conferences/${conferenceId}/device-pairings`, { role, label: 'North' });
  const { pairingCode } = invited.body;
  const { body } = await test.anyone.post<PairedDevice>('/check-in/devices', { pairingCode, name });
  return {
    id: body.deviceId,
    paired: body,
    caller: test.anyone.with({ authorization: `Bearer ${body.token}` }),
  };
};

const adultsOf = (count: number) =>
  aRoster(count).map(({ yearGroup: _, ...person }) => ({
    ...person,
    kind: 'adult' as const,
    familyName: 'Grown',
  }));

/** A day of the conference; the clock is left where the day stands. */
export const aDoorDay = async (
  test: TestApp,
  staff: Caller,
  { pupils = 6, adults = 0 } = {},
): Promise<DoorDay> => {
  test.clock.set('2027-01-12T09:00:00.000Z');
  const { id } = await aConferenceThatIs(staff, 'registration-open');
  const { body: group } = await staff.post<Group>(
    `/conferences/${id}/groups`,
    aGroup({ schoolUrn: '910000', adults: Math.max(adults, 2) }),
  );
  const people = [...aRoster(pupils), ...adultsOf(adults)];
  await staff.put(`/groups/${group.id}/roster`, { people });
  const tickets = (await staff.get(`/groups/${group.id}/tickets`)).body.items as Ticket[];
  const { body } = await staff.get(`/conferences/${id}/checkpoints`);
  return { conferenceId: id, group, tickets, checkpointId: body.items[0].id };
};

/** A scan as a phone sends it. */
export const doorScan = (day: DoorDay, ticket: number, change: Record<string, unknown> = {}) => ({
  id: newId(),
  checkpointId: day.checkpointId,
  code: day.tickets[ticket]!.code,
  direction: 'in',
  scannedAt: '2027-01-12T09:00:00.000Z',
  ...change,
});

export const sendScans = async (
  { caller }: Phone,
  scans: readonly unknown[],
  sentAt?: string,
): Promise<readonly ScanResult[]> => {
  const answer: Answer<{ results: ScanResult[] }> = await caller.post('/check-in/scans', {
    scans,
    ...(sentAt === undefined ? {} : { sentAt }),
  });
  if (answer.status !== 200) throw new Error(`The scans were refused: ${JSON.stringify(answer.body)}`);
  return answer.body.results;
};

export const sendScan = async (phone: Phone, scan: unknown): Promise<ScanResult> => {
  const [result] = await sendScans(phone, [scan]);
  if (!result) throw new Error('A scan got no answer.');
  return result;
};

/** How many rows of a table there are. */
export const countRows = async ({ database }: TestApp, table: string, where: string): Promise<number> => {
  const [row] = await database.select<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`);
  return Number(row?.n);
};
