import { isId, validationFailed } from '@lectern/core';
import {
  CPD_HOURS_PATH,
  CPD_SERIES_PATH,
  CPD_SESSIONS_PATH,
  type CpdHours,
  type SeriesAttendance,
  type SessionAttendance,
  type SessionDoor,
  type SessionTicket,
} from '@lectern/cpd';
import { AttendanceCorrection } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers } from '../../platform/answers';
import { textAsked } from '../../platform/questions';
import { CurrentActor } from '../../platform/visitor.decorators';
import { CpdHoursService } from './cpd-hours.service';
import { SessionAttendanceService } from './session-attendance.service';
import { SessionDoorService } from './session-door.service';

/** The day of a session: its door, its tickets and who came. */
@Controller()
export class CpdAttendanceController {
  constructor(
    private readonly attendance: SessionAttendanceService,
    private readonly doors: SessionDoorService,
    private readonly hoursOf: CpdHoursService,
  ) {}

  @RequirePermission('cpd-attendance.see')
  @Get(`${CPD_SESSIONS_PATH}/:id/attendance`)
  @Answers(200, 'SessionAttendance')
  see(@Param('id') id: string): Promise<SessionAttendance> {
    return this.attendance.see(id);
  }

  @RequirePermission('cpd.plan')
  @Post(`${CPD_SESSIONS_PATH}/:id/attendance/corrections`)
  @HttpCode(200)
  @Answers(200, 'SessionAttendance')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() correction: AttendanceCorrection,
  ): Promise<SessionAttendance> {
    return this.attendance.correct(actor, id, correction);
  }

  @RequirePermission('cpd.plan')
  @Delete(`${CPD_SESSIONS_PATH}/:id/attendance/corrections/:personId`)
  @Answers(200, 'SessionAttendance')
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
  ): Promise<SessionAttendance> {
    return this.attendance.takeBack(actor, id, personId);
  }

  @RequirePermission('check-in.manage')
  @Post(`${CPD_SESSIONS_PATH}/:id/door`)
  @Answers(201, 'SessionDoor')
  open(@Param('id') id: string): Promise<SessionDoor> {
    return this.doors.open(id);
  }

  @RequirePermission('session.own')
  @Get(`${CPD_SESSIONS_PATH}/:id/my-ticket`)
  @Answers(200, 'SessionTicket')
  ticket(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SessionTicket> {
    return this.doors.ticketOf(actor, id);
  }

  @RequirePermission('session.own')
  @Get(CPD_HOURS_PATH)
  @Answers(200, 'CpdHours')
  hours(@CurrentActor() actor: Actor, @Query() asked: Readonly<Record<string, unknown>>): Promise<CpdHours> {
    const accountId = textAsked(asked, 'accountId');
    if (accountId !== undefined && !isId(accountId)) {
      const message = 'Ask for accountId by its id.';
      throw validationFailed([{ field: 'accountId', code: 'not-an-id', message }]);
    }
    return this.hoursOf.hours(actor, accountId);
  }

  @RequirePermission('cpd-attendance.see')
  @Get(`${CPD_SERIES_PATH}/:id/attendance`)
  @Answers(200, 'SeriesAttendance')
  series(@Param('id') id: string): Promise<SeriesAttendance> {
    return this.hoursOf.ofSeries(id);
  }
}
