import type { Caller, TestApp } from '../../app.harness';
import type { Operation } from '../../platform/bad-fields.harness';

interface World {
  readonly test: TestApp;
  readonly staff: Caller;
}

/** Its requests, for the spec of bad input; asked for late. */
export const bookingsOperations = (_world: () => World): Readonly<Record<string, Operation>> => ({});
