import type { CpdRow } from '../cpd-access-rows.harness';

export const ATTENDANCE: Readonly<Record<string, CpdRow>> = {};
