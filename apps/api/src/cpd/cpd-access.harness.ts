import { ATTENDANCE } from './attendance/access.harness';
import { BOOKINGS } from './bookings/access.harness';
import { OFFERS } from './offers/access.harness';
import { OPEN_DOORS } from './open-doors/access.harness';
import { OUTCOMES } from './outcomes/access.harness';
import { PLANNING } from './planning/access.harness';
import { RESOURCES } from './resources/access.harness';
import type { CpdRow } from './cpd-access-rows.harness';

/** Who may call what of the CPD: every route, asked by every caller. */
export const CPD_MATRIX: Readonly<Record<string, CpdRow>> = {
  ...PLANNING,
  ...OFFERS,
  ...BOOKINGS,
  ...ATTENDANCE,
  ...OUTCOMES,
  ...OPEN_DOORS,
  ...RESOURCES,
};
