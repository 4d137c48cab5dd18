import type { FieldError } from '@lectern/core';

export const ROSTER_ROWS_MAX = 500;

export const PERSON_KINDS = ['pupil', 'adult'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export const PHOTO_CONSENTS = ['yes', 'no', 'not-known'] as const;
/** Consent to photographs; not known is treated as no. */
export type PhotoConsent = (typeof PHOTO_CONSENTS)[number];

/** What is needed on the day only, as the roster shows it to those who may see it. */
export interface DayOnlyNeeds {
  readonly dietary?: string;
  readonly access?: string;
  readonly medical?: string;
  readonly emergencyContact?: string;
}

/** One row of a preview; `line` counts the lines of the file, the heading being line 1. */
export interface RosterRow {
  readonly line: number;
  readonly kind: PersonKind;
  readonly givenName: string;
  readonly familyName: string;
  readonly yearGroup: number | null;
  /** What the cell said, when it is not a year group. */
  readonly yearGroupText?: string;
  readonly photoConsent: PhotoConsent;
  readonly dayOnly?: DayOnlyNeeds;
  /** Only where the conference asks for tracking data: `2011-05-03`. */
  readonly birthDate?: string;
  readonly errors: readonly FieldError[];
}

export interface DroppedColumn {
  readonly name: string;
  readonly reason: string;
}

/** Rows that name the same person, by their lines. */
export interface DuplicateRows {
  readonly lines: readonly number[];
  readonly name: string;
}

/** What a pasted or uploaded list would become; nothing is saved until it is confirmed. */
export interface RosterPreview {
  readonly id: string;
  readonly rows: readonly RosterRow[];
  readonly droppedColumns: readonly DroppedColumn[];
  readonly duplicates: readonly DuplicateRows[];
  /** Problems of the whole list, such as more pupils than places. */
  readonly notices: readonly string[];
  readonly expiresAt: string;
}

/** A person as the roster shows them. */
export interface Person {
  readonly id: string;
  readonly kind: PersonKind;
  readonly givenName: string;
  readonly familyName: string;
  readonly yearGroup: number | null;
  readonly photoConsent: PhotoConsent;
  readonly dayOnly?: DayOnlyNeeds;
  /** Only where the conference asks for tracking data. */
  readonly birthDate?: string;
}

/** What the server alone decides of a person; people can be sent back as they were shown, and this is not sent. */
export interface PersonFacts {
  readonly personId: string;
  /** When a consent to photographs ends; from then on it counts as no. */
  readonly photoConsentEndsAt: string | null;
  /** Whether photographs are allowed today. */
  readonly mayBePhotographed: boolean;
  /** The version of the privacy notice that was given. */
  readonly noticeVersion: string;
  /** When what was needed on the day was deleted; null while it is there, or when there was none. */
  readonly dayOnlyDeletedOn: string | null;
}

export interface Roster {
  readonly groupId: string;
  readonly people: readonly Person[];
  /** One for each person, in the same order. */
  readonly facts: readonly PersonFacts[];
}

/** One person in place of another: who comes now, and the ticket to print, once the group has places. */
export interface Substitution {
  readonly person: Person;
  readonly ticketId: string | null;
}
