import { newId } from '@lectern/core';
import { aRoster, type Caller } from '../app.harness';
import type { Call, Operation } from './bad-fields.harness';

interface World {
  readonly staff: Caller;
  readonly phone: Caller;
  readonly supervisor: Caller;
  readonly conferenceId: string;
  readonly checkpointId: string;
  readonly aNewGroup: () => Promise<string>;
}

const NINE = '2027-01-12T09:00:00Z';

/** Requests of phones that work by themselves, for the spec of bad input; asked for late, since the spec signs in first. */
export const doorOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  const conflicts = (): string => `/conferences/${world().conferenceId}/conflicts`;

  const aTicket = async (): Promise<string> => {
    const group = `/groups/${await world().aNewGroup()}`;
    await world().staff.put(`${group}/roster`, { people: aRoster(1) });
    return (await world().staff.get(`${group}/tickets`)).body.items[0].id;
  };

  /** A scan that a phone made offline, sent by it. */
  const scanned = async (by: Caller, ticketId: string): Promise<string> => {
    const scan = {
      id: newId(),
      checkpointId: world().checkpointId,
      ticketId,
      direction: 'in',
      scannedAt: NINE,
      shown: 'admitted',
    };
    await by.post('/check-in/scans', { scans: [scan] });
    return scan.id;
  };

  const settling =
    (path: string): Operation['arrange'] =>
    async (): Promise<Call> => {
      const ticketId = await aTicket();
      await scanned(world().phone, ticketId);
      const second = await scanned(world().supervisor, ticketId);
      const { body } = await world().staff.get(conflicts());
      const made = body.items.find((one: { first: { scanId: string }; second: { scanId: string } }) =>
        [one.first.scanId, one.second.scanId].includes(second),
      );
      return {
        path: `${path}/${made.id}/settlement`,
        see: conflicts(),
        body: { reason: 'Both badges seen' },
      };
    };

  return {
    'POST /api/check-in/contact': {
      by: 'phone',
      arrange: () => ({
        path: '/check-in/contact',
        body: { sentAt: NINE, queued: 0, parked: 0, appVersion: '0.1.0' },
      }),
      fields: { sentAt: 'moment', queued: 'count', parked: 'count', appVersion: 'text' },
    },
    'POST /api/check-in/party-arrivals': {
      by: 'phone',
      arrange: async () => ({
        path: '/check-in/party-arrivals',
        body: {
          id: newId(),
          checkpointId: world().checkpointId,
          groupId: await world().aNewGroup(),
          absentTicketIds: [],
          scannedAt: NINE,
          direction: 'in',
          sentAt: NINE,
        },
      }),
      fields: {
        id: 'choice',
        checkpointId: 'choice',
        groupId: 'choice',
        absentTicketIds: 'people',
        scannedAt: 'moment',
        direction: 'choice?',
        sentAt: 'moment?',
      },
    },
    'POST /api/check-in/day-end': {
      by: 'supervisor',
      arrange: () => ({ path: '/check-in/day-end', body: { at: NINE, sentAt: NINE } }),
      fields: { at: 'moment?', sentAt: 'moment?' },
    },
    'POST /api/conferences/{id}/day-end': {
      arrange: () => ({
        path: `/conferences/${world().conferenceId}/day-end`,
        body: { at: NINE, sentAt: NINE },
      }),
      fields: { at: 'moment?', sentAt: 'moment?' },
    },
    'POST /api/check-in/scans/{id}/annulment': {
      by: 'phone',
      arrange: async () => ({
        path: `/check-in/scans/${await scanned(world().phone, await aTicket())}/annulment`,
        body: { reason: 'Wrong badge', annulledAt: NINE, sentAt: NINE },
      }),
      fields: { reason: 'text', annulledAt: 'moment?', sentAt: 'moment?' },
    },
    'POST /api/conflicts/{id}/settlement': { arrange: settling('/conflicts'), fields: { reason: 'text' } },
    'POST /api/check-in/conflicts/{id}/settlement': {
      by: 'supervisor',
      arrange: settling('/check-in/conflicts'),
      fields: { reason: 'text' },
    },
  };
};
