export const CLOSED_SCHOOLS_PATH = 'closed-schools';

/** A school as the list of closed ones names it. */
export interface NamedSchool {
  readonly urn: string;
  readonly name: string;
  readonly town: string;
}

/** A closed school that still has people or groups to come. */
export interface ClosedSchool {
  readonly school: NamedSchool;
  /** The school that stands in its place today, where the register links them. */
  readonly successor: NamedSchool | null;
  readonly accounts: number;
  readonly groups: number;
}

/** A group that stayed with its closed school, since the successor has one for the same conference. */
export interface GroupLeftBehind {
  readonly groupId: string;
  readonly conferenceTitle: string;
}

/** What was moved from a closed school to the school that took its place. */
export interface SuccessionReport {
  readonly accounts: number;
  readonly groups: number;
  readonly leftBehind: readonly GroupLeftBehind[];
}
