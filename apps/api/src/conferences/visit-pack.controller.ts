import { CONFERENCES_PATH, PACK_FILES_PATH, type PackFile, type VisitPack } from '@lectern/conferences';
import { PackFileChange, PackFileRequest } from '@lectern/conferences/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { RequestPipe } from '../platform/request.pipe';
import { CurrentActor, MaybeActor } from '../platform/visitor.decorators';
import { uploadOf } from './pack-upload';
import { VisitPackService } from './visit-pack.service';

const pipe = new RequestPipe();

/** A form with a file, as the API's description shows it. */
const form = (...fields: readonly string[]) => ({
  schema: {
    type: 'object' as const,
    required: ['file'],
    properties: {
      file: { type: 'string' as const, format: 'binary' },
      ...Object.fromEntries(fields.map((field) => [field, { type: 'string' as const }])),
    },
  },
});

/** The visit pack of a conference: what anyone may read of it, and what staff put into it. */
@Controller()
export class VisitPackController {
  constructor(private readonly packs: VisitPackService) {}

  @Public()
  @Get(`${CONFERENCES_PATH}/:id/visit-pack`)
  @Answers(200, 'VisitPack')
  see(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<VisitPack> {
    return this.packs.see(actor, id);
  }

  @RequirePermission('conference.manage')
  @Post(`${CONFERENCES_PATH}/:id/visit-pack/files`)
  @ApiConsumes('multipart/form-data')
  @ApiBody(form('kind', 'title', 'isPublic'))
  @Answers(201, 'PackFile')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<PackFile> {
    const upload = await uploadOf(request);
    const said = pipe.transform(upload.fields, {
      type: 'body',
      metatype: PackFileRequest,
    }) as PackFileRequest;
    return this.packs.add(actor, id, said, upload);
  }

  @RequirePermission('conference.manage')
  @Post(`${PACK_FILES_PATH}/:id/versions`)
  @ApiConsumes('multipart/form-data')
  @ApiBody(form())
  @Answers(201, 'PackFile')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<PackFile> {
    return this.packs.replace(actor, id, await uploadOf(request));
  }

  @RequirePermission('conference.manage')
  @Patch(`${PACK_FILES_PATH}/:id`)
  @Answers(200, 'PackFile')
  change(@Param('id') id: string, @Body() change: PackFileChange): Promise<PackFile> {
    return this.packs.change(id, change);
  }

  @RequirePermission('conference.manage')
  @Post(`${PACK_FILES_PATH}/:id/withdrawal`)
  @HttpCode(200)
  @Answers(200, 'PackFile')
  withdraw(@Param('id') id: string): Promise<PackFile> {
    return this.packs.withdraw(id);
  }
}
