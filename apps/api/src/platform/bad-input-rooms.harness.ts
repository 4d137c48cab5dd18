import { newId } from '@lectern/core';
import type { Group } from '@lectern/registrations';
import { aConferenceThatIs, aGroup, aRoster, type Caller, type TestApp } from '../app.harness';
import type { Operation } from './bad-fields.harness';

/** A group on the day, with a supervisor’s phone at its door. */
interface Day {
  readonly conferenceId: string;
  readonly groupId: string;
  readonly checkpointId: string;
  readonly supervisor: Caller;
}

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
  /** The number of a school that nothing else stands on. */
  readonly anotherSchool: () => string;
}

const nameFields = {
  givenName: 'text',
  familyName: 'text',
  yearGroup: 'number?',
  reason: 'text',
} as const;

const arrivalFields = { id: 'text', checkpointId: 'text', scannedAt: 'moment', sentAt: 'moment?' } as const;

const who = { givenName: 'Wren', familyName: 'Oakley', yearGroup: 9, reason: 'Came on the coach' };

/** Requests about people who are put on a list at the door, for the spec of bad input; asked for late. */
export const roomOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let day: Promise<Day> | undefined;

  const begin = async (): Promise<Day> => {
    const { test, staff, anotherSchool } = world();
    const { id } = await aConferenceThatIs(staff, 'registration-open', { pupilPlaces: 10_000 });
    const asked = aGroup({ schoolUrn: anotherSchool(), pupilsWanted: 500 });
    const { body: group } = await staff.post<Group>(`/conferences/${id}/groups`, asked);
    await staff.put(`/groups/${group.id}/roster`, { people: aRoster(200) });
    for (const to of ['registration-closed', 'live'])
      await staff.post(`/conferences/${id}/transitions`, { to });
    const pairing = await staff.post(`/conferences/${id}/device-pairings`, {
      role: 'supervisor',
      label: 'Foyer',
    });
    const { pairingCode } = pairing.body;
    const { body } = await test.anyone.post('/check-in/devices', { pairingCode, name: 'Kim' });
    const supervisor = test.anyone.with({ authorization: `Bearer ${body.token}` });
    return { conferenceId: id, groupId: group.id, checkpointId: body.checkpoints[0].id, supervisor };
  };

  const theDay = (): Promise<Day> => (day ??= begin());

  const arrival = ({ checkpointId }: Day) => ({
    id: newId(),
    checkpointId,
    ...who,
    scannedAt: world().test.clock.now().toISOString(),
    sentAt: world().test.clock.now().toISOString(),
  });

  const ticketOfSomebody = async ({ groupId }: Day): Promise<string> => {
    const { body } = await world().staff.get(`/groups/${groupId}/tickets`);
    return body.items.find(
      ({ status, displayName }: { status: string; displayName: string }) =>
        status === 'valid' && displayName !== 'Wren Oakley',
    ).id;
  };

  return {
    'POST /api/check-in/walk-ins': {
      arrange: async () => {
        const now = await theDay();
        const body = { ...arrival(now), groupId: now.groupId, kind: 'pupil', overPlaces: true };
        return { path: '/check-in/walk-ins', as: now.supervisor, body };
      },
      fields: { ...nameFields, ...arrivalFields, groupId: 'text', kind: 'choice', overPlaces: 'flag?' },
    },
    'POST /api/check-in/substitutions': {
      arrange: async () => {
        const now = await theDay();
        const body = { ...arrival(now), ticketId: await ticketOfSomebody(now) };
        return { path: '/check-in/substitutions', as: now.supervisor, body };
      },
      fields: { ...nameFields, ...arrivalFields, ticketId: 'text' },
    },
    'POST /api/conferences/{id}/walk-ins': {
      arrange: async () => {
        const now = await theDay();
        const body = { ...who, groupId: now.groupId, kind: 'pupil', overPlaces: true };
        return { path: `/conferences/${now.conferenceId}/walk-ins`, body };
      },
      fields: { ...nameFields, groupId: 'text', kind: 'choice', overPlaces: 'flag?' },
    },
  };
};
