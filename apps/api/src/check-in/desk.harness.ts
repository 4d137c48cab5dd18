import type { Checkpoint, PairedDevice, ScanResult } from '@lectern/check-in';
import { newId } from '@lectern/core';
import type { Group, Ticket } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, type Caller, type TestApp } from '../app.harness';

/** A conference of the test on its day: one school's group with its tickets, and a phone at the main door. */
export interface TestDay {
  readonly conferenceId: string;
  readonly path: string;
  readonly door: Checkpoint;
  readonly phone: Caller;
  readonly supervisor: Caller;
  /** Registers a group of a school with these people and answers with its tickets. */
  comes(schoolUrn: string, people: readonly object[]): Promise<{ group: Group; tickets: readonly Ticket[] }>;
  /** Scans a ticket at a checkpoint, the main door unless another is named. */
  scan(ticketId: string, change?: Record<string, unknown>): Promise<ScanResult>;
  addCheckpoint(name: string): Promise<Checkpoint>;
}

const pair = async (test: TestApp, staff: Caller, conferenceId: string, role: string, label: string) => {
  const { body } = await staff.post(`/conferences/${conferenceId}/device-pairings`, { role, label });
  const paired = await test.anyone.post<PairedDevice>('/check-in/devices', {
    pairingCode: body.pairingCode,
    name: role === 'steward' ? 'Sam' : 'Kit',
  });
  return {
    checkpoints: paired.body.checkpoints,
    caller: test.anyone.with({ authorization: `Bearer ${paired.body.token}` }),
  };
};

export const aDay = async (test: TestApp, staff: Caller): Promise<TestDay> => {
  const { id: conferenceId } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 1000 });
  const path = `/conferences/${conferenceId}`;
  const { checkpoints, caller: phone } = await pair(test, staff, conferenceId, 'steward', 'North door');
  const { caller: supervisor } = await pair(test, staff, conferenceId, 'supervisor', 'Desk');
  const [door] = checkpoints;
  if (!door) throw new Error('A published conference has a main door.');
  return {
    conferenceId,
    path,
    door,
    phone,
    supervisor,
    comes: async (schoolUrn, people) => {
      const asked = aGroup({ schoolUrn, pupilsWanted: people.length });
      const { body: group } = await staff.post<Group>(`${path}/groups`, asked);
      await staff.put(`/groups/${group.id}/roster`, { people });
      const { body } = await staff.get<{ items: Ticket[] }>(`/groups/${group.id}/tickets`);
      return { group, tickets: body.items };
    },
    scan: async (ticketId, change = {}) => {
      const scan = {
        id: newId(),
        checkpointId: door.id,
        ticketId,
        direction: 'in',
        scannedAt: test.clock.now().toISOString(),
        ...change,
      };
      const { body } = await phone.post<{ results: ScanResult[] }>('/check-in/scans', { scans: [scan] });
      const [result] = body.results;
      if (!result) throw new Error(JSON.stringify(body));
      return result;
    },
    addCheckpoint: async (name) =>
      (await staff.post<Checkpoint>(`${path}/checkpoints`, { name, admits: 'many' })).body,
  };
};

export const called = (...names: readonly string[]): object[] =>
  names.map((name) => {
    const [givenName = '', familyName = ''] = name.split(' ');
    return { kind: 'pupil', givenName, familyName, yearGroup: 9 };
  });
