/** What the groups of one conference still lack, counted, for those who run it. */
export interface GroupNeeds {
  readonly conferenceId: string;
  /** Confirmed groups with pupils that are not named. */
  readonly unnamed: number;
  /** Confirmed groups with fewer adults than advised and no reason given. */
  readonly shortOfAdults: number;
  /** Confirmed groups that have not acknowledged the visit pack as it is now. */
  readonly packUnread: number;
  /** Groups that await a fair allocation. */
  readonly pending: number;
}

/** A school's link to its calendar. */
export interface CalendarFeed {
  /** The address to subscribe to; null until somebody of the school has asked for one. */
  readonly address: string | null;
  readonly renewedAt: string | null;
}
