import { CONFERENCES_PATH } from '@lectern/conferences';
import type { Actor } from '@lectern/identity';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { RequirePermission } from '../platform/access';
import { AnswersFile } from '../platform/answers';
import { CurrentActor } from '../platform/visitor.decorators';
import { PostersService } from './posters.service';

/** The code that leads to a conference's page, alone and on a poster. */
@Controller(CONFERENCES_PATH)
export class PostersController {
  constructor(private readonly posters: PostersService) {}

  @RequirePermission('conference.manage')
  @Get(':id/page-code.svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="page-code.svg"')
  @AnswersFile('image/svg+xml')
  code(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    return this.posters.code(actor, id);
  }

  @RequirePermission('conference.manage')
  @Get(':id/poster.pdf')
  @AnswersFile('application/pdf')
  async poster(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { file, name } = await this.posters.poster(actor, id);
    return new StreamableFile(file, {
      type: 'application/pdf',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
