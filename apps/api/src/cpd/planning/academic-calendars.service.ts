import {
  academicYearFromSlug,
  checkCalendar,
  type Clock,
  type HalfTermDates,
  newId,
  notFound,
  usualCalendar,
  validationFailed,
} from '@lectern/core';
import type { YearCalendar } from '@lectern/cpd';
import type { AcademicCalendarRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { isUniqueViolation } from '../../persistence/dialect';
import { CLOCK } from '../../platform/tokens';
import { AcademicCalendarsRepository } from './academic-calendars.repository';

/** The half-terms of each academic year, as the host sets them; the usual ones until then. */
@Injectable()
export class AcademicCalendarsService {
  constructor(
    private readonly database: Database,
    private readonly calendars: AcademicCalendarsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The calendar of `2026/27`. */
  async of(year: string): Promise<YearCalendar> {
    const set = await this.calendars.find(year);
    if (!set) return { ...usualCalendar(year), isUsual: true };
    return { year, halfTerms: JSON.parse(set.halfTerms) as HalfTermDates[], isUsual: false };
  }

  /** The calendar that a part of an address names, `2026-27`. */
  see(slug: string): Promise<YearCalendar> {
    return this.of(yearOf(slug));
  }

  async set(actor: Actor, slug: string, { halfTerms }: AcademicCalendarRequest): Promise<YearCalendar> {
    const year = yearOf(slug);
    const wanted = halfTerms.map(({ halfTerm, startsOn, endsOn }) => ({ halfTerm, startsOn, endsOn }));
    const errors = checkCalendar({ year, halfTerms: wanted });
    if (errors.length > 0) throw validationFailed(errors);
    const keep = () => this.database.transaction(() => this.keep(actor, year, JSON.stringify(wanted)));
    try {
      await keep();
    } catch (error) {
      // Somebody set the year’s first calendar at the same moment: now there is one to change.
      if (!isUniqueViolation(error) || this.database.isWorking) throw error;
      await keep();
    }
    return this.of(year);
  }

  private async keep(actor: Actor, academicYear: string, halfTerms: string): Promise<void> {
    const now = this.clock.now();
    if (!(await this.calendars.change(academicYear, halfTerms, actor.accountId, now))) {
      const changedBy = actor.accountId;
      await this.calendars.insert({ id: newId(), academicYear, halfTerms, changedBy, changedAt: now });
    }
    await this.audit.record({
      action: 'academic-calendar.set',
      objectKind: 'academic-calendar',
      objectId: null,
      details: { year: academicYear },
    });
  }
}

const yearOf = (slug: string): string => {
  const year = academicYearFromSlug(slug);
  if (year === null) throw notFound('academic year');
  return year;
};
