import { AsyncLocalStorage } from 'node:async_hooks';
import { type Fared, Gathering } from './gathering';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('gathering', () => {
  const gathering = (
    work: (items: readonly number[]) => Promise<readonly Fared<number>[]>,
    full = 100,
  ): { groups: number[][]; add: (item: number) => Promise<number> } => {
    const groups: number[][] = [];
    const made = new Gathering<number, number>(
      (items) => {
        groups.push([...items]);
        return work(items);
      },
      { weigh: () => 1, full },
    );
    return { groups, add: (item) => made.add(item) };
  };

  const doubled = (items: readonly number[]): Promise<Fared<number>[]> =>
    Promise.resolve(items.map((item) => ({ answer: item * 2 })));

  it('makes one group of what arrives in one turn, and answers each its own', async () => {
    const { groups, add } = gathering(doubled);
    expect(await Promise.all([1, 2, 3].map(add))).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('gathers the next group while one is at work', async () => {
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const { groups, add } = gathering((items) => held.then(() => doubled(items)));
    const first = add(1);
    await turn();
    const rest = [add(2), add(3)];
    await turn();
    expect(groups).toEqual([[1]]);
    finish();
    expect(await Promise.all([first, ...rest])).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('leaves what is too much for the next group', async () => {
    const { groups, add } = gathering(doubled, 2);
    await Promise.all([1, 2, 3, 4, 5].map(add));
    expect(groups).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('tells a failure only to whoever sent the item', async () => {
    const { add } = gathering((items) =>
      Promise.resolve(items.map((item) => (item === 2 ? { error: new Error('two') } : { answer: item }))),
    );
    const fared = await Promise.allSettled([1, 2, 3].map(add));
    expect(fared.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('goes on after a group that failed as a whole', async () => {
    const { add } = gathering((items) =>
      items.includes(1) ? Promise.reject(new Error('away')) : doubled(items),
    );
    await expect(add(1)).rejects.toThrow('away');
    expect(await add(2)).toBe(4);
  });

  it('works outside the context of whoever sent an item', async () => {
    const context = new AsyncLocalStorage<string>();
    const met: unknown[] = [];
    const { add } = gathering((items) => {
      met.push(context.getStore());
      return doubled(items);
    });
    await context.run('mine', async () => {
      await add(1);
      expect(context.getStore()).toBe('mine');
    });
    expect(met).toEqual([undefined]);
  });
});
