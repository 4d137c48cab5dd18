import type { Direction, PairedDevice } from '@lectern/check-in';

/** This phone's pairing with one event, and who holds it. */
export interface StewardDevice extends PairedDevice {
  readonly stewardName: string;
  /** How far this phone's clock is behind the server's, in milliseconds, as last measured. */
  readonly skewMs?: number;
}

/** What the steward chose under "More". */
export interface DoorSettings {
  readonly checkpointId: string | null;
  readonly direction: Direction;
  readonly sound: boolean;
  /** Whether this is a tablet that people hold their own badges to. */
  readonly kiosk?: boolean;
  /** Whether the camera on the screen's side is used. */
  readonly frontCamera?: boolean;
}
