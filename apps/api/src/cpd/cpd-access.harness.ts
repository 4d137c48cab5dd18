import type { CpdRow } from './cpd-access-rows.harness';
import { PLANNING } from './planning/access.harness';

/** Who may call what of the CPD: every route, asked by every caller. */
export const CPD_MATRIX: Readonly<Record<string, CpdRow>> = { ...PLANNING };
