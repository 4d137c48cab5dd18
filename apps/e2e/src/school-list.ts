import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const REAL = resolve(__dirname, '../../../../shared/data/gias_open_schools_2025-07.csv');
const INVENTED = resolve(__dirname, '../../api/src/schools/samples/narrow.csv');

/** A GIAS file to import: the real register where it is beside the project, else our invented sample. */
export interface SchoolList {
  readonly file: string;
  readonly urn: string;
  readonly name: string;
}

/** The first school in the list whose name the search cannot mistake for a column. */
export const schoolList = (): SchoolList => {
  const file = existsSync(REAL) ? REAL : INVENTED;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/).slice(1)) {
    const [urn = '', name = ''] = line.split(',');
    if (/^\d{6}$/.test(urn) && /^[A-Za-z ]{8,60}$/.test(name)) return { file, urn, name };
  }
  throw new Error('The list of schools holds none with a plain name.');
};
