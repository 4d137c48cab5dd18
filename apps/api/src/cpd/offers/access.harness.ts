import { aCpdSession } from '../cpd.harness';
import { type CpdRow, cpdRow, type CpdWorld, only } from '../cpd-access-rows.harness';
import { anOffer, decide, OUTLINE } from './offers.harness';

const made = new WeakMap<CpdWorld, Promise<string>>();

/** The trainee’s offer for the session of a world: made when a row first asks for it. */
const offerOf = (world: CpdWorld): Promise<string> => {
  const known = made.get(world);
  if (known) return known;
  const offer = anOffer(world.callers.trainee, world.session.id).then(({ id }) => id);
  made.set(world, offer);
  return offer;
};

const changesAskedFor = async (world: CpdWorld): Promise<string> => {
  const id = await offerOf(world);
  await decide(world.callers.mentor, id, 'request-changes', 'Say how it begins.');
  return id;
};

const traineeOf = async ({ callers }: CpdWorld): Promise<string> =>
  (await callers.trainee.get('/session')).body.account.id as string;

const aProposal = (world: CpdWorld) => {
  const { teacherPlaces: _, presentersWanted: __, ...facts } = aCpdSession(world.cpd);
  return { ...facts, offer: { outline: OUTLINE } };
};

const TRAINEES = ['trainee', 'other trainee'] as const;
const ALL = [...TRAINEES, 'mentor', 'staff'] as const;

/** Trainees make offers and see their own; mentors and staff see all and decide. */
export const OFFERS: Readonly<Record<string, CpdRow>> = {
  'POST /api/cpd/sessions/{id}/offers': cpdRow(only(201, ...TRAINEES), (by, { session }) =>
    by.post(`/cpd/sessions/${session.id}/offers`, { outline: OUTLINE }),
  ),
  'POST /api/cpd/proposals': cpdRow(only(201, ...TRAINEES), (by, world) =>
    by.post('/cpd/proposals', aProposal(world)),
  ),
  'GET /api/cpd/presenters-wanted': cpdRow(only(200, ...TRAINEES), (by) => by.get('/cpd/presenters-wanted')),
  'GET /api/cpd/presenters-wanted/{id}': cpdRow(only(200, ...TRAINEES), (by, { session }) =>
    by.get(`/cpd/presenters-wanted/${session.id}`),
  ),
  'GET /api/cpd/trainees': cpdRow(only(200, ...ALL), (by) => by.get('/cpd/trainees?q=trainee')),
  'GET /api/cpd/offers': cpdRow(only(200, ...ALL), (by) => by.get('/cpd/offers')),
  // Another team’s offer does not exist.
  'GET /api/cpd/offers/{id}': cpdRow(only(200, 'trainee', 'mentor', 'staff'), async (by, world) =>
    by.get(`/cpd/offers/${await offerOf(world)}`),
  ),
  'POST /api/cpd/offers/{id}/revision': cpdRow(
    only(200, 'trainee'),
    async (by, world) =>
      by.post(`/cpd/offers/${await changesAskedFor(world)}/revision`, { outline: OUTLINE }),
    true,
  ),
  // A mentor decides on offers and does not take them back.
  'POST /api/cpd/offers/{id}/withdrawal': cpdRow(
    [401, 200, 404, 403, 404, 404, 404, 200, 401],
    async (by, world) => by.post(`/cpd/offers/${await offerOf(world)}/withdrawal`, { reason: 'Ill.' }),
    true,
  ),
  'POST /api/cpd/offers/{id}/notes': cpdRow(only(201, 'trainee', 'mentor', 'staff'), async (by, world) =>
    by.post(`/cpd/offers/${await offerOf(world)}/notes`, { text: 'When do we meet?' }),
  ),
  'POST /api/cpd/offers/{id}/decisions': cpdRow(
    only(200, 'mentor', 'staff'),
    async (by, world) => decide(by, await offerOf(world), 'decline', 'Not this time.'),
    true,
  ),
  'GET /api/cpd/placement-days': cpdRow(only(200, ...TRAINEES), (by) => by.get('/cpd/placement-days')),
  'POST /api/cpd/placement-days': cpdRow(only(201, ...TRAINEES), (by) =>
    by.post('/cpd/placement-days', { schoolName: 'Harrowmere High', days: ['2027-05-04'] }),
  ),
  'DELETE /api/cpd/placement-days/{day}': cpdRow(only(204, ...TRAINEES), (by) =>
    by.delete('/cpd/placement-days/2027-05-04'),
  ),
  'GET /api/cpd/suitability': cpdRow(only(200, 'mentor', 'staff'), (by) => by.get('/cpd/suitability')),
  'POST /api/cpd/suitability/{accountId}': cpdRow(only(201, 'mentor', 'staff'), async (by, world) =>
    by.post(`/cpd/suitability/${await traineeOf(world)}`, {
      confirmedBy: 'Imogen Hale',
      confirmedOn: '2026-09-14',
    }),
  ),
};
