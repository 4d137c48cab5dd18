import { ACADEMIC_YEARS_PATH, type YearCalendar } from '@lectern/cpd';
import { AcademicCalendarRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Public, RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { CurrentActor } from '../../platform/visitor.decorators';
import { AcademicCalendarsService } from './academic-calendars.service';

/** The half-terms of academic years, each year under its slug: `2026-27`. */
@Controller(ACADEMIC_YEARS_PATH)
export class AcademicCalendarsController {
  constructor(private readonly calendars: AcademicCalendarsService) {}

  @Public()
  @Get(':slug/calendar')
  @Answers(200, 'YearCalendar')
  see(@Param('slug') slug: string): Promise<YearCalendar> {
    return this.calendars.see(slug);
  }

  @RequirePermission('cpd.plan')
  @Put(':slug/calendar')
  @Answers(200, 'YearCalendar')
  set(
    @CurrentActor() actor: Actor,
    @Param('slug') slug: string,
    @Body() request: AcademicCalendarRequest,
  ): Promise<YearCalendar> {
    return this.calendars.set(actor, slug, request);
  }
}
