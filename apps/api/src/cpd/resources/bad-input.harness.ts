import type { Caller, TestApp } from '../../app.harness';
import type { Operation } from '../../platform/bad-fields.harness';
import { aCpdProgramme, type TestCpd } from '../cpd.harness';
import { A_LINK, aResource, shareFile } from './shelf.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

/** Requests about the shelf, for the spec of bad input; asked for late. */
export const resourcesOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  let begun: Promise<TestCpd> | undefined;
  const cpd = (): Promise<TestCpd> => (begun ??= aCpdProgramme(world().staff));
  const aLink = async () => ({
    ...aResource({ topicId: (await cpd()).topic.id }, { url: A_LINK }),
    summary: 'An area model of rationalising.',
    attribution: 'The mathematics department',
  });
  const aFile = async (): Promise<string> => {
    const said = aResource({ topicId: (await cpd()).topic.id });
    return `/cpd/resources/${(await shareFile(world().staff, said)).body.id}`;
  };

  return {
    'POST /api/cpd/resources': {
      arrange: async () => ({ path: '/cpd/resources', body: await aLink() }),
      fields: {
        title: 'text',
        summary: 'free text?',
        topicId: 'choice',
        sessionId: 'choice?',
        licence: 'choice',
        attribution: 'free text?',
        audience: 'choice',
        url: 'text',
      },
    },
    'PATCH /api/cpd/resources/{id}': {
      arrange: async () => {
        const { body } = await world().staff.post('/cpd/resources', await aLink());
        const see = `/cpd/resources/${body.id}`;
        return { path: see, see, body: { title: 'Surds as lengths', audience: 'partnership', url: A_LINK } };
      },
      fields: {
        title: 'text?',
        summary: 'free text?',
        licence: 'choice?',
        attribution: 'free text?',
        audience: 'choice?',
        url: 'text?',
      },
    },
    'POST /api/cpd/resources/{id}/versions': {
      arrange: async () => {
        const see = await aFile();
        return { path: `${see}/versions`, see, body: {} };
      },
      fields: {},
    },
    'POST /api/cpd/resources/{id}/withdrawal': {
      arrange: async () => ({ path: `${await aFile()}/withdrawal`, body: {} }),
      fields: {},
    },
  };
};
