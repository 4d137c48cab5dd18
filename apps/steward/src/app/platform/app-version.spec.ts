import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../../..', path), 'utf8'));

describe('the version that a phone reports', () => {
  it('is the product’s own', () => {
    const project = read('apps/steward/project.json') as {
      targets: { build: { options: { define: { LECTERN_VERSION: string } } } };
    };
    const { version } = read('package.json') as { version: string };
    expect(project.targets.build.options.define.LECTERN_VERSION).toBe(`'${version}'`);
  });
});
