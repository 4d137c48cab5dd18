import { aConference, aConferenceThatIs, type Caller } from '../app.harness';

interface World {
  readonly staff: Caller;
  readonly aNewGroup: () => Promise<string>;
}

const criteria = () => ({
  method: 'weights',
  criteria: [
    {
      kind: 'distance',
      weight: 10,
      favours: 'near',
      bandsKm: [10, 25],
      easting: 340_562,
      northing: 407_331,
    },
  ],
});

const criteriaFields = {
  method: 'choice',
  criteria: 'list',
  'criteria[0]': 'object',
  'criteria[0].kind': 'choice',
  'criteria[0].weight': 'number',
} as const;

/** Requests about places and offers, for the spec of bad input; asked for late, since the spec signs in first. */
export const placesOperations = (world: () => World) =>
  ({
    'PUT /api/conferences/{id}/place-rules': {
      arrange: async () => {
        const path = `/conferences/${(await world().staff.post('/conferences', aConference())).body.id}/place-rules`;
        return { path, see: path, body: { ...criteria(), offerHours: 24 } };
      },
      fields: { ...criteriaFields, offerHours: 'number' },
    },
    'POST /api/conferences/{id}/allocation-trials': {
      arrange: async () => {
        const conference = aConference({ allocation: 'fair' });
        const { body } = await world().staff.post('/conferences', conference);
        return { path: `/conferences/${body.id}/allocation-trials`, body: criteria() };
      },
      fields: criteriaFields,
    },
    'POST /api/conferences/{id}/allocation': {
      arrange: async () => {
        const { id } = await aConferenceThatIs(world().staff, 'registration-closed', { allocation: 'fair' });
        const { body } = await world().staff.post(`/conferences/${id}/allocation-trials`, criteria());
        const path = `/conferences/${id}/allocation`;
        return { path, see: path, body: { ...criteria(), fingerprint: body.fingerprint } };
      },
      fields: { ...criteriaFields, fingerprint: 'text' },
    },
    'PUT /api/schools/{urn}/allocation-facts': {
      arrange: () => ({
        path: '/schools/970001/allocation-facts',
        body: { projectSchool: true, priorityMeasure: false },
      }),
      fields: {},
    },
    'POST /api/offers/{token}/answer': {
      by: 'anyone',
      arrange: () => ({ path: '/offers/made-up/answer', body: { answer: 'accept' } }),
      fields: { answer: 'choice' },
    },
    'POST /api/groups/{id}/offer-answer': {
      arrange: async () => {
        const path = `/groups/${await world().aNewGroup()}`;
        return { path: `${path}/offer-answer`, see: path, body: { answer: 'accept' } };
      },
      fields: { answer: 'choice' },
    },
    'POST /api/groups/{id}/rejoining': {
      arrange: async () => ({ path: `/groups/${await world().aNewGroup()}/rejoining`, body: {} }),
      fields: {},
    },
  }) as const;
