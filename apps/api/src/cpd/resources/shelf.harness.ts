import type { CpdSession } from '@lectern/cpd';
import type { Caller } from '../../app.harness';
import type { TestCpd } from '../cpd.harness';

export interface TestShelf {
  readonly none: true;
}

export const shelfOf = (
  _callers: Readonly<Record<'teacher' | 'staff', Caller>>,
  _cpd: TestCpd,
  _session: CpdSession,
): Promise<TestShelf> => Promise.resolve({ none: true });
