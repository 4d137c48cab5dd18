import type { Page } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import { type GroupPackState, GROUPS_PATH, type GroupVisitPack } from '@lectern/registrations';
import { PackAcknowledgementRequest } from '@lectern/registrations/requests';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { Public, RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import { CurrentActor, MaybeActor } from '../platform/visitor.decorators';
import { PackAcknowledgementsService } from './pack-acknowledgements.service';

/** Reading the visit pack, and saying that it was read. */
@Controller()
export class PackAcknowledgementsController {
  constructor(private readonly acknowledgements: PackAcknowledgementsService) {}

  @RequirePermission('group.see')
  @Get(`${GROUPS_PATH}/:id/visit-pack`)
  @Answers(200, 'GroupVisitPack')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<GroupVisitPack> {
    return this.acknowledgements.ofGroup(actor, id);
  }

  @RequirePermission('group.change')
  @Post(`${GROUPS_PATH}/:id/visit-pack/acknowledgement`)
  @HttpCode(200)
  @Answers(200, 'GroupVisitPack')
  acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: PackAcknowledgementRequest,
  ): Promise<GroupVisitPack> {
    return this.acknowledgements.acknowledge(actor, id, request);
  }

  @RequirePermission('conference.manage')
  @Get('conferences/:id/visit-pack/acknowledgements')
  @Answers(200, 'Page<GroupPackState>')
  async states(@Param('id') id: string): Promise<Page<GroupPackState>> {
    return { items: await this.acknowledgements.ofConference(id), nextCursor: null };
  }

  /** Always a download, in a sandbox of its own: what somebody uploaded never runs as a page of ours. */
  @Public()
  @Get('visit-pack-files/:id')
  @Header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  @Header('cache-control', 'private, no-store')
  @AnswersFile('application/octet-stream')
  async download(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<StreamableFile> {
    const { bytes, contentType, fileName } = await this.acknowledgements.download(actor, id);
    return new StreamableFile(bytes, {
      type: contentType,
      disposition: `attachment; filename="${fileName}"`,
      length: bytes.length,
    });
  }
}
