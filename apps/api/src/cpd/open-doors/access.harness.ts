import type { CpdRow } from '../cpd-access-rows.harness';

export const OPEN_DOORS: Readonly<Record<string, CpdRow>> = {};
