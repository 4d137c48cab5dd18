import {
  CONFERENCES_PATH,
  type Programme,
  PROGRAMME_PATH,
  type ProgrammeRoom,
  type ProgrammeSession,
  type ProgrammeSlot,
  type ProgrammeSpeaker,
  type ProgrammeStrand,
} from '@lectern/conferences';
import {
  ProgrammePublicationRequest,
  ProgrammeRoomRequest,
  ProgrammeSessionRequest,
  ProgrammeSlotRequest,
  ProgrammeSpeakerRequest,
  ProgrammeStrandRequest,
} from '@lectern/conferences/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Public, RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { MaybeActor } from '../platform/visitor.decorators';
import { ProgrammePartsService } from './programme-parts.service';
import { ProgrammeService } from './programme.service';
import { ProgrammeSessionsService } from './programme-sessions.service';

/** The programme of a conference: everybody reads what is published, staff write it. */
@Controller(`${CONFERENCES_PATH}/:id/${PROGRAMME_PATH}`)
export class ProgrammeController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly parts: ProgrammePartsService,
    private readonly sessions: ProgrammeSessionsService,
  ) {}

  @Public()
  @Get()
  @Answers(200, 'Programme')
  see(@MaybeActor() actor: Actor | null, @Param('id') id: string): Promise<Programme> {
    return this.programme.see(actor, id);
  }

  @RequirePermission('conference.manage')
  @Put('publication')
  @Answers(200, 'Programme')
  publish(@Param('id') id: string, @Body() request: ProgrammePublicationRequest): Promise<Programme> {
    return this.programme.publish(id, request);
  }

  @RequirePermission('conference.manage')
  @Post('strands')
  @Answers(201, 'ProgrammeStrand')
  addStrand(@Param('id') id: string, @Body() request: ProgrammeStrandRequest): Promise<ProgrammeStrand> {
    return this.parts.saveStrand(id, null, request);
  }

  @RequirePermission('conference.manage')
  @Put('strands/:partId')
  @Answers(200, 'ProgrammeStrand')
  changeStrand(
    @Param('id') id: string,
    @Param('partId') partId: string,
    @Body() request: ProgrammeStrandRequest,
  ): Promise<ProgrammeStrand> {
    return this.parts.saveStrand(id, partId, request);
  }

  @RequirePermission('conference.manage')
  @Delete('strands/:partId')
  @HttpCode(204)
  @Answers(204)
  removeStrand(@Param('id') id: string, @Param('partId') partId: string): Promise<void> {
    return this.parts.remove(id, 'strands', partId);
  }

  @RequirePermission('conference.manage')
  @Post('rooms')
  @Answers(201, 'ProgrammeRoom')
  addRoom(@Param('id') id: string, @Body() request: ProgrammeRoomRequest): Promise<ProgrammeRoom> {
    return this.parts.saveRoom(id, null, request);
  }

  @RequirePermission('conference.manage')
  @Put('rooms/:partId')
  @Answers(200, 'ProgrammeRoom')
  changeRoom(
    @Param('id') id: string,
    @Param('partId') partId: string,
    @Body() request: ProgrammeRoomRequest,
  ): Promise<ProgrammeRoom> {
    return this.parts.saveRoom(id, partId, request);
  }

  @RequirePermission('conference.manage')
  @Delete('rooms/:partId')
  @HttpCode(204)
  @Answers(204)
  removeRoom(@Param('id') id: string, @Param('partId') partId: string): Promise<void> {
    return this.parts.remove(id, 'rooms', partId);
  }

  @RequirePermission('conference.manage')
  @Post('slots')
  @Answers(201, 'ProgrammeSlot')
  addSlot(@Param('id') id: string, @Body() request: ProgrammeSlotRequest): Promise<ProgrammeSlot> {
    return this.parts.saveSlot(id, null, request);
  }

  @RequirePermission('conference.manage')
  @Put('slots/:partId')
  @Answers(200, 'ProgrammeSlot')
  changeSlot(
    @Param('id') id: string,
    @Param('partId') partId: string,
    @Body() request: ProgrammeSlotRequest,
  ): Promise<ProgrammeSlot> {
    return this.parts.saveSlot(id, partId, request);
  }

  @RequirePermission('conference.manage')
  @Delete('slots/:partId')
  @HttpCode(204)
  @Answers(204)
  removeSlot(@Param('id') id: string, @Param('partId') partId: string): Promise<void> {
    return this.parts.remove(id, 'slots', partId);
  }

  @RequirePermission('conference.manage')
  @Post('speakers')
  @Answers(201, 'ProgrammeSpeaker')
  addSpeaker(@Param('id') id: string, @Body() request: ProgrammeSpeakerRequest): Promise<ProgrammeSpeaker> {
    return this.parts.saveSpeaker(id, null, request);
  }

  @RequirePermission('conference.manage')
  @Put('speakers/:partId')
  @Answers(200, 'ProgrammeSpeaker')
  changeSpeaker(
    @Param('id') id: string,
    @Param('partId') partId: string,
    @Body() request: ProgrammeSpeakerRequest,
  ): Promise<ProgrammeSpeaker> {
    return this.parts.saveSpeaker(id, partId, request);
  }

  @RequirePermission('conference.manage')
  @Delete('speakers/:partId')
  @HttpCode(204)
  @Answers(204)
  removeSpeaker(@Param('id') id: string, @Param('partId') partId: string): Promise<void> {
    return this.parts.remove(id, 'speakers', partId);
  }

  @RequirePermission('conference.manage')
  @Post('sessions')
  @Answers(201, 'ProgrammeSession')
  addSession(@Param('id') id: string, @Body() request: ProgrammeSessionRequest): Promise<ProgrammeSession> {
    return this.sessions.save(id, null, request);
  }

  @RequirePermission('conference.manage')
  @Put('sessions/:partId')
  @Answers(200, 'ProgrammeSession')
  changeSession(
    @Param('id') id: string,
    @Param('partId') partId: string,
    @Body() request: ProgrammeSessionRequest,
  ): Promise<ProgrammeSession> {
    return this.sessions.save(id, partId, request);
  }

  @RequirePermission('conference.manage')
  @Delete('sessions/:partId')
  @HttpCode(204)
  @Answers(204)
  removeSession(@Param('id') id: string, @Param('partId') partId: string): Promise<void> {
    return this.sessions.remove(id, partId);
  }
}
