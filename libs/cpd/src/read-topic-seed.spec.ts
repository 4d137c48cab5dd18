import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { A_LEVEL_SECTIONS, GCSE_CONTENT, GCSE_STRANDS } from './content-codes.data';
import {
  checkContentCodes,
  contentCodesOf,
  contentLabel,
  inContentOrder,
  strandOf,
} from './content-codes.rules';
import { readTopicSeed } from './read-topic-seed';

const SEED_FOLDER = join(__dirname, '../../../../shared/data');
/** Cells of a CSV file; quoted ones hold commas and no line ends. */
const rowsOf = (file: string): string[][] =>
  readFileSync(join(SEED_FOLDER, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) =>
      [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, cell = '', quoted]) => quoted ?? cell),
    );

describe('the catalogue’s first topics', () => {
  const topics = readTopicSeed();

  it('are 28, each once, active, with codes that their qualification has', () => {
    expect(topics).toHaveLength(28);
    expect(new Set(topics.map(({ title }) => title)).size).toBe(28);
    for (const { qualification, contentCodes, active } of topics) {
      expect(active).toBe(true);
      expect(contentCodes.length).toBeGreaterThan(0);
      expect(checkContentCodes(qualification, contentCodes)).toEqual([]);
    }
  });

  it('hold the tier of their qualification', () => {
    for (const { qualification, tier } of topics)
      expect(tier === 'a-level').toBe(qualification === 'a-level');
    expect(topics.filter(({ qualification }) => qualification === 'a-level')).toHaveLength(8);
  });
});

describe('content codes', () => {
  it('are 97 of the GCSE in six strands and 22 of the A level', () => {
    expect(GCSE_CONTENT).toHaveLength(97);
    expect(contentCodesOf('gcse')).toHaveLength(97);
    expect(new Set(GCSE_CONTENT.map(([code]) => strandOf(code))).size).toBe(Object.keys(GCSE_STRANDS).length);
    expect(contentCodesOf('a-level')).toHaveLength(22);
  });

  it('have labels, and are those of one qualification only', () => {
    expect(contentLabel('gcse', 'A20')).toBe('Iteration: approximate solutions');
    expect(contentLabel('a-level', 'H')).toBe('Integration');
    expect(contentLabel('gcse', 'H')).toBeNull();
    expect(strandOf('R16')).toBe('Ratio, proportion and rates of change');
    expect(strandOf('X1')).toBeNull();
  });

  it('are named where they are wrong', () => {
    expect(checkContentCodes('gcse', ['A6', 'A99'])).toEqual([
      {
        field: 'contentCodes[1]',
        code: 'unknown-code',
        message: 'GCSE mathematics has no content code “A99”. Codes look like A11.',
      },
    ]);
  });

  it('stand in the order of the content, each once', () => {
    expect(inContentOrder('gcse', ['A19', 'N8', 'A4', 'A19'])).toEqual(['N8', 'A4', 'A19']);
  });
});

// A clone has no such folder; the comparison then shows as skipped.
(existsSync(SEED_FOLDER) ? describe : describe.skip)('beside the shared data', () => {
  it('has every topic with its codes', () => {
    expect(readTopicSeed().map(({ title, contentCodes }) => [title, contentCodes.join(',')])).toEqual(
      rowsOf('challenging_topics_seed.csv').map(([title, , codes]) => [title, codes]),
    );
  });

  it('has every code of the GCSE and every section of the A level', () => {
    expect(GCSE_CONTENT.map(([code, tier]) => [code, tier])).toEqual(
      rowsOf('gcse_maths_codes.csv').map(([code, , , tier]) => [code, tier]),
    );
    expect(A_LEVEL_SECTIONS.map(([code]) => code)).toEqual(
      rowsOf('dfe_alevel_maths_sections.csv').map(([code]) => code),
    );
  });
});
