import type { PersonKind } from '@lectern/registrations';

/** The conference as print shows it. */
export interface PrintedConference {
  readonly title: string;
  readonly startsAt: string;
  readonly venueName: string;
}

/** One person as print shows them, with what their ticket says. */
export interface PrintedPerson {
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly kind: PersonKind;
  readonly yearGroup: number | null;
  readonly shortCode: string;
  /** What the QR carries, in QR's alphanumeric alphabet. */
  readonly code: string;
  /** Whether no photographs may be taken; not known counts as no. */
  readonly noPhoto: boolean;
  /** The person's survey code, when the conference has a survey; the badge keeps the space for it either way. */
  readonly surveyCode?: string;
}

/** A group's tickets, ready for print. */
export interface PrintedGroup {
  readonly conference: PrintedConference;
  readonly schoolName: string;
  readonly people: readonly PrintedPerson[];
}
