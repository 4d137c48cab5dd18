import type { Direction, PairedDevice } from '@lectern/check-in';

/** This phone's pairing with one event, and who holds it. */
export interface StewardDevice extends PairedDevice {
  readonly stewardName: string;
}

/** What the steward chose under "More". */
export interface DoorSettings {
  readonly checkpointId: string | null;
  readonly direction: Direction;
  readonly sound: boolean;
}
