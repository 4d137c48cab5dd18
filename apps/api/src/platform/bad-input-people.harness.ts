import { newId } from '@lectern/core';
import type { TestApp } from '../app.harness';
import type { Operation } from './bad-fields.harness';

interface World {
  readonly test: TestApp;
  /** The number of a school that nothing else stands on. */
  readonly anotherSchool: () => string;
}

/** Requests about access, accounts and the people of schools, for the spec of bad input; asked for late. */
export const peopleOperations = (world: () => World): Readonly<Record<string, Operation>> => {
  const anAccountId = async (): Promise<string> =>
    (await (await world().test.as('teacher', '970001')).get('/session')).body.account.id;

  const anAccessRequest = async (): Promise<string> => {
    const id = newId();
    const email = `${id}@example.org`;
    await world().test.database.transaction(() =>
      world().test.database.execute(
        'INSERT INTO access_requests (id, token_hash, status, email, email_key, name, role, school_urn, created_at,' +
          " confirm_by) VALUES (?, ?, 'waiting', ?, ?, 'Robin Vale', 'teacher', '970001', ?, ?)",
        [id, id, email, email, world().test.clock.now(), world().test.clock.now()],
      ),
    );
    return id;
  };

  return {
    'POST /api/access-requests': {
      by: 'anyone',
      arrange: () => ({
        path: '/access-requests',
        body: {
          name: 'Robin Vale',
          email: `${newId()}@example.org`,
          schoolUrn: '970001',
          role: 'teacher',
          note: 'Hello',
        },
      }),
      fields: { name: 'text', email: 'text', schoolUrn: 'text', role: 'choice', note: 'free text?' },
    },
    'POST /api/access-requests/confirmations': {
      by: 'anyone',
      arrange: () => ({ path: '/access-requests/confirmations', body: { token: 'x'.repeat(43) } }),
      fields: { token: 'text' },
    },
    'POST /api/access-requests/{id}/approval': {
      arrange: async () => ({ path: `/access-requests/${await anAccessRequest()}/approval`, body: {} }),
      fields: {},
    },
    'POST /api/access-requests/{id}/refusal': {
      arrange: async () => ({
        path: `/access-requests/${await anAccessRequest()}/refusal`,
        body: { reason: 'Unknown.' },
      }),
      fields: { reason: 'text' },
    },
    'PATCH /api/accounts/{id}': {
      arrange: async () => {
        const path = `/accounts/${await anAccountId()}`;
        return { path, see: path, body: { roles: ['teacher', 'coordinator'], schoolUrn: '970002' } };
      },
      fields: { roles: 'list?', 'roles[0]': 'choice', schoolUrn: 'text?' },
    },
    'POST /api/accounts/{id}/disabling': {
      arrange: async () => ({ path: `/accounts/${await anAccountId()}/disabling`, body: {} }),
      fields: {},
    },
    'POST /api/accounts/{id}/enabling': {
      arrange: async () => ({ path: `/accounts/${await anAccountId()}/enabling`, body: {} }),
      fields: {},
    },
    'POST /api/schools/{urn}/invitations': {
      arrange: () => ({
        path: '/schools/970001/invitations',
        body: { email: `${newId()}@example.org`, role: 'teacher' },
      }),
      fields: { email: 'text', role: 'choice' },
    },
    'POST /api/closed-schools/{urn}/succession': {
      arrange: async () => {
        const urn = world().anotherSchool();
        await world().test.database.transaction(() =>
          world().test.database.execute("UPDATE schools SET status = 'closed' WHERE urn = ?", [urn]),
        );
        return { path: `/closed-schools/${urn}/succession`, body: { successorUrn: '970001' } };
      },
      fields: { successorUrn: 'text' },
    },
  };
};
