import type { SessionPresenter, VisitStatus } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';

/** Who presents a session: those whom everybody may see, and how many are approved at all. */
export interface SessionStaffing {
  /** Only those whose suitability is confirmed. */
  readonly presenters: readonly SessionPresenter[];
  /** People in approved or delivered offers. */
  readonly approved: number;
}

/** A visit to an open-door lesson, as the plan of a half-term counts it. */
export interface PlannedVisit {
  readonly lessonStartsAt: string;
  readonly status: VisitStatus;
}

type StaffingSource = (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, SessionStaffing>>;
type VisitSource = (from: Date, until: Date) => Promise<readonly PlannedVisit[]>;

/** What planning learns from the parts that build on it: who presents, and which lessons are visited. */
@Injectable()
export class PlanSources {
  private staffingSource: StaffingSource = () => Promise.resolve(new Map());
  private visitSource: VisitSource = () => Promise.resolve([]);

  provideStaffing(source: StaffingSource): void {
    this.staffingSource = source;
  }

  provideVisits(source: VisitSource): void {
    this.visitSource = source;
  }

  staffing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, SessionStaffing>> {
    return this.staffingSource(sessionIds);
  }

  visits(from: Date, until: Date): Promise<readonly PlannedVisit[]> {
    return this.visitSource(from, until);
  }
}
