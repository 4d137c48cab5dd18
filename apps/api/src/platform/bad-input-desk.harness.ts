import { aRoster, type Caller } from '../app.harness';
import type { Call, Operation } from './bad-fields.harness';

interface World {
  readonly staff: Caller;
  readonly conferenceId: string;
  readonly aNewGroup: () => Promise<string>;
}

/** Requests of the registration desk, for the spec of bad input; asked for late, since the spec signs in first. */
export const deskOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  const list = (): string => `/conferences/${world().conferenceId}/missing-pupils`;

  const aTicket = async (): Promise<string> => {
    const group = `/groups/${await world().aNewGroup()}`;
    await world().staff.put(`${group}/roster`, { people: aRoster(1) });
    return (await world().staff.get(`${group}/tickets`)).body.items[0].id;
  };

  const aRecord = async (): Promise<string> =>
    (await world().staff.post(list(), { ticketId: await aTicket(), lastSeen: 'At lunch' })).body.id;

  const opening =
    (path: () => string): Operation['arrange'] =>
    async (): Promise<Call> => ({
      path: path(),
      see: list(),
      body: { ticketId: await aTicket(), lastSeen: 'At lunch' },
    });

  const step =
    (path: string): Operation['arrange'] =>
    async (): Promise<Call> => ({
      path: `${path}/${await aRecord()}/steps`,
      see: list(),
      body: { text: 'Rang the school' },
    });

  return {
    'POST /api/conferences/{id}/missing-pupils': {
      arrange: opening(list),
      fields: { ticketId: 'choice', lastSeen: 'text' },
    },
    'POST /api/missing-pupils/{id}/steps': { arrange: step('/missing-pupils'), fields: { text: 'text' } },
    'POST /api/missing-pupils/{id}/closure': {
      arrange: async () => ({
        path: `/missing-pupils/${await aRecord()}/closure`,
        see: list(),
        body: { outcome: 'found-on-site', note: 'In the library' },
      }),
      fields: { outcome: 'choice', note: 'free text?' },
    },
    'PUT /api/missing-procedure': {
      arrange: async () => ({
        path: '/missing-procedure',
        see: '/missing-procedure',
        body: {
          text: 'Look at the roll.',
          version: (await world().staff.get('/missing-procedure')).body.version,
        },
      }),
      fields: { text: 'text', version: 'number' },
    },
    'POST /api/check-in/missing-pupils': {
      by: 'supervisor',
      arrange: opening(() => '/check-in/missing-pupils'),
      fields: { ticketId: 'choice', lastSeen: 'text' },
    },
    'POST /api/check-in/missing-pupils/{id}/steps': {
      by: 'supervisor',
      arrange: step('/check-in/missing-pupils'),
      fields: { text: 'text' },
    },
  };
};
