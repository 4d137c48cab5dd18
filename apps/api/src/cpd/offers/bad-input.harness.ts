import type { CpdSession } from '@lectern/cpd';
import type { Caller, TestApp } from '../../app.harness';
import type { Operation } from '../../platform/bad-fields.harness';
import { aCpdProgramme, aCpdSession, aCpdSessionThatIs, type TestCpd } from '../cpd.harness';
import { anOffer, decide, OUTLINE } from './offers.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

const teamFields = { withTraineeIds: 'people?', outline: 'text' } as const;

/** Its requests, for the spec of bad input; asked for late. */
export const offersOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let begun: Promise<{ cpd: TestCpd; session: CpdSession }> | undefined;
  const there = () =>
    (begun ??= aCpdProgramme(world().staff).then(async (cpd) => ({
      cpd,
      session: await aCpdSessionThatIs(world().staff, cpd, 'published'),
    })));
  const trainee = (): Promise<Caller> => world().test.as('trainee');

  /** A new offer, by somebody new. */
  const offer = async (): Promise<{ as: Caller; see: string; id: string }> => {
    const as = await trainee();
    const session = await aCpdSessionThatIs(world().staff, (await there()).cpd, 'published');
    const { id } = await anOffer(as, session.id);
    return { as, id, see: `/cpd/offers/${id}` };
  };

  return {
    'POST /api/cpd/sessions/{id}/offers': {
      arrange: async () => ({
        as: await trainee(),
        path: `/cpd/sessions/${(await there()).session.id}/offers`,
        body: { outline: OUTLINE, withTraineeIds: [] },
      }),
      fields: teamFields,
    },
    'POST /api/cpd/proposals': {
      arrange: async () => {
        const { teacherPlaces: _, presentersWanted: __, ...facts } = aCpdSession((await there()).cpd);
        const body = { ...facts, offer: { outline: OUTLINE, withTraineeIds: [] } };
        return { as: await trainee(), path: '/cpd/proposals', body };
      },
      fields: {
        programmeId: 'text',
        topicId: 'text',
        title: 'text',
        startsAt: 'moment',
        endsAt: 'moment',
        place: 'object',
        'place.kind': 'choice',
        'place.name': 'text',
        'place.site': 'text?',
        offer: 'object',
        'offer.outline': 'text',
        'offer.withTraineeIds': 'people?',
      },
    },
    'POST /api/cpd/offers/{id}/revision': {
      arrange: async () => {
        const { id, ...known } = await offer();
        await decide(world().staff, id, 'request-changes', 'Say how it begins.');
        return { ...known, path: `${known.see}/revision`, body: { outline: OUTLINE } };
      },
      fields: { outline: 'text' },
    },
    'POST /api/cpd/offers/{id}/withdrawal': {
      arrange: async () => {
        const known = await offer();
        return { as: known.as, see: known.see, path: `${known.see}/withdrawal`, body: { reason: 'Ill.' } };
      },
      fields: { reason: 'text' },
    },
    'POST /api/cpd/offers/{id}/notes': {
      arrange: async () => {
        const known = await offer();
        return { as: known.as, see: known.see, path: `${known.see}/notes`, body: { text: 'When?' } };
      },
      fields: { text: 'text' },
    },
    'POST /api/cpd/offers/{id}/decisions': {
      arrange: async () => {
        const { see } = await offer();
        return { see, path: `${see}/decisions`, body: { decision: 'decline', note: 'Not this time.' } };
      },
      fields: { decision: 'choice', note: 'free text?' },
    },
    'POST /api/cpd/placement-days': {
      arrange: async () => ({
        as: await trainee(),
        path: '/cpd/placement-days',
        body: { schoolName: 'Harrowmere High', days: ['2027-05-04'] },
      }),
      fields: { schoolName: 'text', days: 'list', 'days[0]': 'choice' },
    },
    'POST /api/cpd/suitability/{accountId}': {
      arrange: async () => {
        const { body } = await (await trainee()).get('/session');
        return {
          path: `/cpd/suitability/${body.account.id as string}`,
          body: { confirmedBy: 'Imogen Hale', confirmedOn: '2026-09-14' },
        };
      },
      fields: { confirmedBy: 'text', confirmedOn: 'choice' },
    },
  };
};
