import { randomBytes } from 'node:crypto';
import { fixedClock } from '@lectern/testing';
import type { Database } from '../persistence/database';
import { testDatabase } from '../persistence/database.harness';
import { Seal } from '../platform/seal';
import type { Outgoing } from './letter';
import { LetterKinds } from './letter-kinds';
import { Outbox } from './outbox';

const letter = { subject: 'Your group', parts: [{ kind: 'words', text: 'It has 30 places.' }] } as const;
const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
  kind: 'group.confirmed',
  to: { name: 'Pat Lowe', email: 'pat@example.org' },
  letter,
  about: { kind: 'group', id: null },
  ...change,
});

describe('the outbox', () => {
  let database: Database;
  let close: () => Promise<void>;
  let outbox: Outbox;

  beforeEach(async () => {
    ({ database, close } = await testDatabase());
    const kinds = new LetterKinds();
    kinds.add({ kind: 'group.confirmed', title: 'A group gets its places', example: () => letter });
    outbox = new Outbox(database, kinds, new Seal(randomBytes(32)), fixedClock());
  });
  afterEach(() => close());

  const stored = () =>
    database.select<{ subject: string; sealed_letter: string }>(
      'SELECT subject, sealed_letter FROM outbox_mails',
    );

  it('keeps a letter with the change that it tells of, and loses it with that change', async () => {
    const failing = database.transaction(async () => {
      await outbox.post(outgoing());
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await stored()).toEqual([]);
    await database.transaction(() => outbox.post(outgoing()));
    expect(await stored()).toHaveLength(1);
  });

  it('stores no letter in the clear, and no line break in a subject', async () => {
    const subject = 'Your group\r\nBcc: everybody@example.org';
    await database.transaction(() => outbox.post(outgoing({ letter: { ...letter, subject } })));
    const [row] = await stored();
    expect(row?.subject).toBe('Your group Bcc: everybody@example.org');
    expect(row?.sealed_letter).not.toContain('30 places');
  });

  it('takes no letter outside a unit of work, nor of an unknown kind', async () => {
    await expect(outbox.post(outgoing())).rejects.toThrow('outside a unit of work');
    await expect(database.transaction(() => outbox.post(outgoing({ kind: 'other' })))).rejects.toThrow(
      'No kind of letter',
    );
  });
});
