import type { Actor } from '@lectern/identity';
import type { CalendarFeed } from '@lectern/registrations';
import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Public, RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { CalendarFeedsService } from './calendar-feeds.service';

/** The calendar that a school subscribes to, and its link. */
@Controller()
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @RequirePermission('calendar.manage')
  @Get('calendar-feed')
  @Answers(200, 'CalendarFeed')
  see(@CurrentActor() actor: Actor): Promise<CalendarFeed> {
    return this.feeds.see(actor);
  }

  @RequirePermission('calendar.manage')
  @Post('calendar-feed/renewal')
  @HttpCode(200)
  @Answers(200, 'CalendarFeed')
  renew(@CurrentActor() actor: Actor): Promise<CalendarFeed> {
    return this.feeds.renew(actor);
  }

  @Public()
  @Get('calendar-feeds/:token')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, max-age=300')
  @AnswersFile('text/calendar')
  read(@Param('token') token: string): Promise<string> {
    return this.feeds.read(token.replace(/\.ics$/, ''));
  }
}
