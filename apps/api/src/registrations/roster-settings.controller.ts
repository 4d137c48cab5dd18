import { CONFERENCES_PATH } from '@lectern/conferences';
import type { RosterSettings } from '@lectern/registrations';
import { RosterSettingsChange } from '@lectern/registrations/requests';
import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { RosterSettingsService } from './roster-settings.service';

/** What a conference asks of its rosters. */
@Controller(`${CONFERENCES_PATH}/:id/roster-settings`)
export class RosterSettingsController {
  constructor(private readonly settings: RosterSettingsService) {}

  @RequirePermission('conference.manage')
  @Get()
  @Answers(200, 'RosterSettings')
  see(@Param('id') id: string): Promise<RosterSettings> {
    return this.settings.see(id);
  }

  @RequirePermission('conference.manage')
  @Patch()
  @Answers(200, 'RosterSettings')
  change(@Param('id') id: string, @Body() change: RosterSettingsChange): Promise<RosterSettings> {
    return this.settings.change(id, change);
  }
}
