import type { CpdRow } from '../cpd-access-rows.harness';

export const OFFERS: Readonly<Record<string, CpdRow>> = {};
