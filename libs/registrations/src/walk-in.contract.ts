import type { Person } from './roster.contract';

/** Somebody who came without being on a list, put on it: who they are, their ticket, and whether there was a place. */
export interface WalkIn {
  readonly person: Person;
  readonly ticketId: string;
  /** Whether they came over the places of their group. */
  readonly overPlaces: boolean;
}
