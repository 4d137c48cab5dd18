import type { SupervisionBand } from '@lectern/conferences';
import type { GroupOffer, RestingReason } from './offer.contract';

export const GROUPS_PATH = 'groups';

/**
 * `confirmed` has places (maybe fewer than wanted), `waiting` has none yet, `pending` awaits a fair allocation,
 * `cancelled` gave its places back.
 */
export const GROUP_STATUSES = ['confirmed', 'waiting', 'pending', 'cancelled'] as const;
export type GroupStatus = (typeof GROUP_STATUSES)[number];

export const GROUP_STATUS_NAMES: Readonly<Record<GroupStatus, string>> = {
  confirmed: 'Confirmed',
  waiting: 'Waiting',
  pending: 'Being decided',
  cancelled: 'Cancelled',
};

/** A group as its school and the staff see it. */
export interface Group {
  readonly id: string;
  readonly status: GroupStatus;
  /** Pupil places given. */
  readonly places: number;
  /** Where it stands on the waiting list, first is 1; absent when nothing is waited for. */
  readonly position?: number;
  /** Places that are held for it until it answers; only while an offer is open. */
  readonly offer?: GroupOffer;
  /** Why it is off the waiting list; absent while it is on it. */
  readonly resting?: RestingReason;
  /** Why it was or was not given places when they were shared out; only after a fair allocation. */
  readonly allocationReason?: string;
  readonly pupilsWanted: number;
  readonly pupilsMinimum: number;
  readonly adults: number;
  readonly advisedAdults: number;
  readonly visitLeader: { readonly name: string; readonly phone: string };
  readonly supervisionReason: string | null;
  readonly notes: string | null;
  readonly school: {
    readonly urn: string;
    readonly name: string;
    readonly town: string;
    /** Present when the school has closed; `nowName` is the school that stands in its place today. */
    readonly closed?: true;
    readonly nowName?: string;
  };
  readonly conference: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly status: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly venueName: string;
    readonly finalNumbersAt: string;
    readonly yearGroups: readonly number[];
    readonly pupilsPerAdult: number;
    readonly supervisionBands?: readonly SupervisionBand[];
  };
  /** People named on the roster so far. */
  readonly pupilsNamed: number;
  readonly adultsNamed: number;
  /** Pupils who came on the day although no place was left; absent when there are none. */
  readonly pupilsOver?: number;
  /** Pupils of whom nobody has said whether they may be photographed. */
  readonly consentsMissing?: number;
  /** The visit pack's version and the one that the group acknowledged last; absent while there is no pack. */
  readonly visitPack?: { readonly version: number; readonly acknowledged: number | null };
  /**
   * What the coach's QR carries: one scan at the door opens the whole group. Only where one confirmed group is shown,
   * to its own school and the university, until the conference is over.
   */
  readonly partyCode?: string;
  readonly registeredAt: string;
  readonly cancelledAt: string | null;
  readonly cancellationReason: string | null;
}
