import { notFound, type Page } from '@lectern/core';
import { type Resource, RESOURCES_PATH } from '@lectern/cpd';
import { ResourceChange, ResourceRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequirePermission } from '../../platform/access';
import { Answers, AnswersFile } from '../../platform/answers';
import { limitOf } from '../../platform/paging';
import { choiceAsked, textAsked } from '../../platform/questions';
import { RequestPipe } from '../../platform/request.pipe';
import { CurrentActor } from '../../platform/visitor.decorators';
import { idAsked } from '../cpd-questions';
import { type ResourceFile, resourceFileOf } from './resource-file';
import { resourceUploadOf } from './resource-upload';
import { refuseFile } from './resource.errors';
import { ResourcesService } from './resources.service';

type Asked = Readonly<Record<string, unknown>>;

const pipe = new RequestPipe();

const requestOf = (body: unknown): ResourceRequest =>
  pipe.transform(body, { type: 'body', metatype: ResourceRequest }) as ResourceRequest;

const text = { type: 'string' as const };
const FILE = { type: 'string' as const, format: 'binary' };
/** A form with the file in it, as the API’s description shows it; a link goes as JSON with the same fields. */
const SHARED = {
  schema: {
    type: 'object' as const,
    required: ['title', 'licence', 'audience'],
    properties: {
      file: FILE,
      title: text,
      summary: text,
      topicId: text,
      sessionId: text,
      licence: text,
      attribution: text,
      audience: text,
      url: text,
    },
  },
};
const NEXT_VERSION = {
  schema: { type: 'object' as const, required: ['file'], properties: { file: FILE } },
};

/** The shelf of files and links to teach with. */
@Controller(RESOURCES_PATH)
export class ResourcesController {
  constructor(private readonly resources: ResourcesService) {}

  @RequirePermission('resource.see')
  @Get()
  @Answers(200, 'Page<Resource>')
  list(@CurrentActor() actor: Actor, @Query() asked: Asked): Promise<Page<Resource>> {
    return this.resources.list(
      actor,
      {
        q: textAsked(asked, 'q'),
        topicId: idAsked(asked, 'topicId'),
        sessionId: idAsked(asked, 'sessionId'),
        own: choiceAsked(asked, 'of', ['all', 'own']) === 'own',
      },
      limitOf(asked['limit']),
      textAsked(asked, 'cursor', 200),
    );
  }

  /** A file comes as a form, a link as JSON. */
  @RequirePermission('resource.share')
  @Post()
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(SHARED)
  @Answers(201, 'Resource')
  async share(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<Resource> {
    if (!request.isMultipart()) return this.resources.share(actor, requestOf(request.body), null);
    const { fields, file } = await resourceUploadOf(request);
    const said = requestOf(fields);
    return this.resources.share(actor, said, file && (await resourceFileOf(file.name, file.content)));
  }

  @RequirePermission('resource.see')
  @Get(':id')
  @Answers(200, 'Resource')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Resource> {
    return this.resources.see(actor, id);
  }

  @RequirePermission('resource.share')
  @Patch(':id')
  @Answers(200, 'Resource')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: ResourceChange,
  ): Promise<Resource> {
    return this.resources.change(actor, id, change);
  }

  @RequirePermission('resource.share')
  @Post(':id/versions')
  @ApiConsumes('multipart/form-data')
  @ApiBody(NEXT_VERSION)
  @Answers(201, 'Resource')
  async addVersion(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<Resource> {
    return this.resources.addVersion(actor, id, await fileOf(request));
  }

  @RequirePermission('resource.share')
  @Post(':id/withdrawal')
  @HttpCode(204)
  @Answers(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.resources.withdraw(actor, id);
  }

  /** Always a download, in a sandbox of its own: what somebody uploaded never runs as a page of ours. */
  @RequirePermission('resource.see')
  @Get(':id/versions/:version')
  @Header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  @Header('cache-control', 'private, no-store')
  @AnswersFile('application/octet-stream')
  async download(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('version') version: string,
  ): Promise<StreamableFile> {
    if (!/^[1-9]\d{0,3}$/.test(version)) throw notFound('file');
    const { file, fileName, contentType, size } = await this.resources.open(actor, id, Number(version));
    return new StreamableFile(file, {
      type: contentType,
      disposition: `attachment; filename="${fileName}"`,
      length: size,
    });
  }
}

const fileOf = async (request: FastifyRequest): Promise<ResourceFile> => {
  const { file } = await resourceUploadOf(request);
  if (!file) throw refuseFile('missing', 'Choose a file, in the field called file.');
  return resourceFileOf(file.name, file.content);
};
