import type { CpdRow } from '../cpd-access-rows.harness';

export const OUTCOMES: Readonly<Record<string, CpdRow>> = {};
