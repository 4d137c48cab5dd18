/** What a conference asks of its rosters, and how long it keeps what is sent. */
export interface RosterSettings {
  readonly conferenceId: string;
  /** Whether schools may still swap one person for another after the date for final numbers. */
  readonly swapsAfterFinalNumbers: boolean;
  /** Whether dates of birth are asked for, to follow up in a tracking service. */
  readonly trackingData: boolean;
  /** What schools are told about that: what is asked and why. */
  readonly trackingReason: string | null;
  /** Days after the conference until dates of birth are deleted. */
  readonly trackingDays: number;
  /** Days after the conference until day-only data is deleted. */
  readonly dayOnlyDays: number;
  /** Months for which a consent to photographs holds. */
  readonly photoConsentMonths: number;
}

/** What holds until staff say otherwise. */
export const ROSTER_SETTINGS: Omit<RosterSettings, 'conferenceId'> = {
  swapsAfterFinalNumbers: true,
  trackingData: false,
  trackingReason: null,
  trackingDays: 90,
  dayOnlyDays: 7,
  photoConsentMonths: 24,
};

/** A time that staff let a group change its list after final numbers, or a change that they made themselves. */
export interface RosterOverride {
  readonly at: string;
  readonly reason: string;
  /** Who gave the reason. */
  readonly by: string;
  /** Until when the school may change the list; null when staff made the change themselves. */
  readonly openUntil: string | null;
  /** Only when somebody was put on the list at the door; `overPlaces` when there was no place for them. */
  readonly atDoor?: { readonly kind: 'walk-in' | 'substitution'; readonly overPlaces: boolean };
}

/** By which terms a group's roster stands now, for whoever asks. */
export interface RosterTerms {
  readonly groupId: string;
  readonly finalNumbersAt: string;
  /** Whether the date for final numbers has passed and the list is not open again. */
  readonly isLocked: boolean;
  /** Until when staff have opened the list again; null when they have not. */
  readonly openUntil: string | null;
  readonly maySwap: boolean;
  readonly mayTakeOff: boolean;
  /** Whom a school asks: the member of staff who made the conference. */
  readonly askWhom: { readonly name: string; readonly email: string } | null;
  /** Latest first. */
  readonly overrides: readonly RosterOverride[];
  readonly trackingData: boolean;
  readonly trackingReason: string | null;
  readonly trackingGoesAt: string | null;
  readonly dayOnlyGoesAt: string;
  readonly photoConsentMonths: number;
  /** The privacy notice that pupils are given now. */
  readonly noticeVersion: string;
}
