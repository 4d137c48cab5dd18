import type { Roll } from '@lectern/check-in';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { choiceAsked } from '../platform/questions';
import { AnswersPlainList, ROLL_ORDERS, rollPage } from './roll-page';
import { RollService } from './roll.service';

/** The on-site roll for staff, as data and as a plain list for a bad phone or the printer. */
@Controller('conferences/:id')
export class RollController {
  constructor(private readonly rolls: RollService) {}

  @RequirePermission('attendance.see')
  @Get('roll')
  @Header('cache-control', 'no-store')
  @Answers(200, 'Roll')
  roll(@Param('id') id: string): Promise<Roll> {
    return this.rolls.read(id, 'page');
  }

  @RequirePermission('attendance.see')
  @Get('roll.html')
  @ApiQuery({ name: 'by', required: false, enum: ROLL_ORDERS })
  @AnswersPlainList()
  async plainList(
    @Param('id') id: string,
    @Query() question: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const by = choiceAsked(question, 'by', ROLL_ORDERS) ?? 'school';
    return rollPage(await this.rolls.read(id, 'plain list'), by);
  }
}
