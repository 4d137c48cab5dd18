import type { PersonKind } from '@lectern/registrations';

/** The conference as print shows it. */
export interface PrintedConference {
  readonly title: string;
  readonly startsAt: string;
  readonly venueName: string;
}

/** One person as print shows them, with what their ticket says. */
export interface PrintedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly kind: PersonKind;
  readonly yearGroup: number | null;
  readonly shortCode: string;
  /** What the QR carries, in QR's alphanumeric alphabet. */
  readonly code: string;
  /** Whether no photographs may be taken; not known counts as no. */
  readonly noPhoto: boolean;
  /** Whether there is an access need, for lists that staff alone see. */
  readonly accessNeed?: boolean;
  /** The person's survey code; null while the conference has no survey, and the badge keeps its place. */
  readonly surveyCode: string | null;
}

/** The people of one school. */
export interface PrintedGroup {
  readonly schoolName: string;
  /** What the coach's QR carries, on the group's list. */
  readonly partyCode?: string;
  /** Whom to ring, on lists for staff. */
  readonly visitLeader?: { readonly name: string; readonly phone: string };
  readonly people: readonly PrintedPerson[];
}

/** Tickets ready for print, school after school; a whole conference is read while it is drawn. */
export interface PrintedTickets {
  readonly conference: PrintedConference;
  /** Whose tickets they are, for the file's title. */
  readonly whose: string;
  /** Whether a card with the school's name stands before its people. */
  readonly dividers: boolean;
  readonly groups: Iterable<PrintedGroup> | AsyncIterable<PrintedGroup>;
}
