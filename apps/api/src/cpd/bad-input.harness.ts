import type { Caller, TestApp } from '../app.harness';
import type { Operation } from '../platform/bad-fields.harness';
import { attendanceOperations } from './attendance/bad-input.harness';
import { bookingsOperations } from './bookings/bad-input.harness';
import { offersOperations } from './offers/bad-input.harness';
import { openDoorsOperations } from './open-doors/bad-input.harness';
import { outcomesOperations } from './outcomes/bad-input.harness';
import { planningOperations } from './planning/bad-input.harness';
import { resourcesOperations } from './resources/bad-input.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

/** Requests of the CPD, for the spec of bad input. */
export const cpdOperations = (world: () => World): Readonly<Record<string, Operation>> => ({
  ...planningOperations(world),
  ...offersOperations(world),
  ...bookingsOperations(world),
  ...attendanceOperations(world),
  ...outcomesOperations(world),
  ...openDoorsOperations(world),
  ...resourcesOperations(world),
});
