import type { VisitPack } from '@lectern/conferences';

/** That a group's visit leader has read the pack: which version, who said so and when. */
export interface PackAcknowledgement {
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

/** The visit pack as a group that comes has it. */
export interface GroupVisitPack extends VisitPack {
  /** The latest; of an earlier version when the pack has changed since. */
  readonly acknowledgement: PackAcknowledgement | null;
  /** Whether the pack as it is now is still to be acknowledged. */
  readonly isDue: boolean;
}

/** Where one group stands with the pack, for staff. */
export interface GroupPackState {
  readonly groupId: string;
  readonly school: { readonly urn: string; readonly name: string };
  readonly acknowledgement: PackAcknowledgement | null;
  readonly isDue: boolean;
}
