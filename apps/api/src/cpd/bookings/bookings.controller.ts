import type { Page } from '@lectern/core';
import { SESSION_BOOKINGS_PATH, type SessionBooking } from '@lectern/cpd';
import {
  BookedPersonChange,
  BookingCancellation,
  BookingOfferAnswer,
  ColleagueRequest,
} from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers, AnswersFile } from '../../platform/answers';
import type { Config } from '../../platform/config';
import { limitOf } from '../../platform/paging';
import { textAsked } from '../../platform/questions';
import { CONFIG } from '../../platform/tokens';
import { CurrentActor } from '../../platform/visitor.decorators';
import { BookingChangesService } from './booking-changes.service';
import { BookingThings } from './booking-things';
import { BookingViewsService } from './booking-views.service';
import { sessionsCalendar } from './session-calendar';

/** Bookings of sessions and series, once they are made. */
@Controller(SESSION_BOOKINGS_PATH)
export class BookingsController {
  constructor(
    private readonly views: BookingViewsService,
    private readonly changes: BookingChangesService,
    private readonly things: BookingThings,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  @RequirePermission('booking.see')
  @Get()
  @Answers(200, 'Page<SessionBooking>')
  list(
    @CurrentActor() actor: Actor,
    @Query() asked: Readonly<Record<string, unknown>>,
  ): Promise<Page<SessionBooking>> {
    return this.views.list(actor, limitOf(asked['limit']), textAsked(asked, 'cursor', 200));
  }

  @RequirePermission('booking.see')
  @Get(':id')
  @Answers(200, 'SessionBooking')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SessionBooking> {
    return this.views.see(actor, id);
  }

  @RequirePermission('booking.see')
  @Get(':id/calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="booking.ics"')
  @AnswersFile('text/calendar')
  async calendar(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    await this.views.see(actor, id);
    return sessionsCalendar(await this.things.inCalendar(id), this.config.url);
  }

  @RequirePermission('booking.see')
  @Post(':id/people')
  @Answers(201, 'SessionBooking')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() colleague: ColleagueRequest,
  ): Promise<SessionBooking> {
    await this.changes.addColleague(actor, id, colleague);
    return this.views.see(actor, id);
  }

  @RequirePermission('booking.see')
  @Patch(':id/people/:personId')
  @Answers(200, 'SessionBooking')
  async putRight(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() change: BookedPersonChange,
  ): Promise<SessionBooking> {
    await this.changes.putRight(actor, id, personId, change);
    return this.views.see(actor, id);
  }

  @RequirePermission('booking.see')
  @Post(':id/people/:personId/cancellation')
  @HttpCode(200)
  @Answers(200, 'SessionBooking')
  async takeOff(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
  ): Promise<SessionBooking> {
    await this.changes.takeOff(actor, id, personId);
    return this.views.see(actor, id);
  }

  @RequirePermission('booking.see')
  @Post(':id/cancellation')
  @HttpCode(200)
  @Answers(200, 'SessionBooking')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: BookingCancellation,
  ): Promise<SessionBooking> {
    await this.changes.cancel(actor, id, reason ?? null);
    return this.views.see(actor, id);
  }

  @RequirePermission('booking.see')
  @Post(':id/offer-answer')
  @HttpCode(200)
  @Answers(200, 'SessionBooking')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { answer }: BookingOfferAnswer,
  ): Promise<SessionBooking> {
    await this.changes.answer(actor, id, answer);
    return this.views.see(actor, id);
  }
}
