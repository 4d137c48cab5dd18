import type { Page } from '@lectern/core';
import {
  type BookingMade,
  type BookingOutlook,
  CPD_SERIES_PATH,
  CPD_SESSIONS_PATH,
  type SessionBooking,
} from '@lectern/cpd';
import { SessionBookingRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Header, Inject, Param, Post } from '@nestjs/common';
import { Public, RequirePermission } from '../../platform/access';
import { Answers, AnswersFile } from '../../platform/answers';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import { CurrentActor, MaybeActor } from '../../platform/visitor.decorators';
import { BookableThings } from './bookable-things';
import { BookingViewsService } from './booking-views.service';
import { BookingsService } from './bookings.service';
import { sessionsCalendar } from './session-calendar';
import { inCalendar } from './session-calendars';

/** Booking a session or a series, and what is told before it; their calendars. */
@Controller()
export class SessionBookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly views: BookingViewsService,
    private readonly things: BookableThings,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  @RequirePermission('booking.make')
  @Post(`${CPD_SESSIONS_PATH}/:id/bookings`)
  @Answers(201, 'BookingMade')
  async bookSession(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: SessionBookingRequest,
  ): Promise<BookingMade> {
    await this.things.session(actor, id);
    return this.bookings.book(actor, { kind: 'session', id, sessionIds: [id] }, request);
  }

  @RequirePermission('booking.make')
  @Post(`${CPD_SERIES_PATH}/:id/bookings`)
  @Answers(201, 'BookingMade')
  async bookSeries(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: SessionBookingRequest,
  ): Promise<BookingMade> {
    const sessions = await this.things.seriesSessions(actor, id);
    const sessionIds = sessions.map((session) => session.id);
    return this.bookings.book(actor, { kind: 'series', id, sessionIds }, request);
  }

  @RequirePermission('cpd.plan')
  @Get(`${CPD_SESSIONS_PATH}/:id/bookings`)
  @Answers(200, 'Page<SessionBooking>')
  ofSession(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Page<SessionBooking>> {
    return this.views.ofSession(actor, id);
  }

  @Public()
  @Get(`${CPD_SESSIONS_PATH}/:id/booking-outlook`)
  @Answers(200, 'BookingOutlook')
  outlook(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<BookingOutlook> {
    return this.views.outlook(actor, id);
  }

  @Public()
  @Get(`${CPD_SESSIONS_PATH}/:id/calendar.ics`)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="session.ics"')
  @AnswersFile('text/calendar')
  async calendar(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<string> {
    return sessionsCalendar([inCalendar(await this.things.session(actor, id))], this.config.url);
  }

  @Public()
  @Get(`${CPD_SERIES_PATH}/:id/calendar.ics`)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="series.ics"')
  @AnswersFile('text/calendar')
  async seriesCalendar(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<string> {
    const sessions = await this.things.seriesSessions(actor, id);
    return sessionsCalendar(sessions.map(inCalendar), this.config.url);
  }
}
