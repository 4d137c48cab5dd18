import type { CpdRow } from '../cpd-access-rows.harness';

export const RESOURCES: Readonly<Record<string, CpdRow>> = {};
