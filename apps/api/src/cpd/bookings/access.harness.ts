import type { CpdRow } from '../cpd-access-rows.harness';

export const BOOKINGS: Readonly<Record<string, CpdRow>> = {};
