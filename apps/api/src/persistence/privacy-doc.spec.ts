import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { ROOT } from '../platform/places';
import { ENTITIES } from './entities';

const page = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');

const tables = getMetadataArgsStorage()
  .tables.filter(({ target }) => ENTITIES.some((entity) => entity === target))
  .map(({ name }) => name ?? '');

/** Tables with a row of their own, which says whom they are about, the basis and the period. */
const described = [...page.matchAll(/^\| `(\w+)` \|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, table = '', ...cells]) => ({ table, cells: cells.map((cell) => cell.trim()) }),
);

const withoutPeople = [...(/^(.*) hold no personal data/m.exec(page)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(
  ([, table = '']) => table,
);

describe('docs/privacy.md', () => {
  it('says of every table what it holds about people, or that it holds nothing', () => {
    const named = [...described.map(({ table }) => table), ...withoutPeople];
    expect(tables).toHaveLength(ENTITIES.length);
    expect([...named].sort()).toEqual([...tables].sort());
  });

  it('gives whom, what, basis and period for each', () => {
    expect(described.filter(({ cells }) => cells.some((cell) => cell === ''))).toEqual([]);
  });
});
