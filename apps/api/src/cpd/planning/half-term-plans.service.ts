import { academicYearDays, addDays, notFound, startOfDay } from '@lectern/core';
import { CPD_SESSION_STATUSES, type CpdSessionStatus, planHalfTerms, type YearPlan } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { AcademicCalendarsService } from './academic-calendars.service';
import { programmeView } from './cpd-programme.mapper';
import { CpdProgrammesRepository } from './cpd-programmes.repository';
import { CpdSessionsRepository } from './cpd-sessions.repository';
import { PlanSources } from './plan-sources';

/** More sessions than any programme of a year has. */
const ALL = 2_000;

/** What each half-term of a programme should have, has planned, staffed and delivered. */
@Injectable()
export class HalfTermPlansService {
  constructor(
    private readonly programmes: CpdProgrammesRepository,
    private readonly sessions: CpdSessionsRepository,
    private readonly calendars: AcademicCalendarsService,
    private readonly sources: PlanSources,
  ) {}

  async of(programmeId: string): Promise<YearPlan> {
    const found = await this.programmes.find(programmeId);
    if (!found) throw notFound('programme');
    const { academicYear, expected } = programmeView(found);
    const listing = { statuses: CPD_SESSION_STATUSES, programmeId, limit: ALL, after: null };
    const rows = await this.sessions.list(listing);
    const staffing = await this.sources.staffing(rows.map(({ id }) => id));
    const { startsOn, endsOn } = academicYearDays(academicYear);
    return planHalfTerms({
      calendar: await this.calendars.of(academicYear),
      expected,
      sessions: rows.map((row) => ({
        id: row.id,
        title: row.title,
        startsAt: row.startsAt.toISOString(),
        status: row.status as CpdSessionStatus,
        presentersWanted: row.presentersWanted,
        presentersApproved: staffing.get(row.id)?.approved ?? 0,
      })),
      visits: await this.sources.visits(startOfDay(startsOn), startOfDay(addDays(endsOn, 1))),
    });
  }
}
