import type { RefusedScan } from '@lectern/check-in';
import type { Page } from '@lectern/core';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { limitOf } from '../platform/paging';
import { RefusedScansService } from './refused-scans.service';

/** What the doors turned away, for staff. */
@Controller('conferences/:id/refused-scans')
export class RefusedScansController {
  constructor(private readonly scans: RefusedScansService) {}

  @RequirePermission('attendance.see')
  @Get()
  @Answers(200, 'Page<RefusedScan>')
  list(
    @Param('id') id: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<Page<RefusedScan>> {
    return this.scans.list(id, limitOf(limit), cursor);
  }
}
