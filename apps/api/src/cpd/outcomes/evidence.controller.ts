import type { Page } from '@lectern/core';
import {
  EVIDENCE_PATH,
  type EvidenceForMentor,
  type EvidenceListing,
  type EvidenceRecord,
} from '@lectern/cpd';
import { EvidenceChange, MentorNoteRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Body, Controller, Get, Param, Patch, Put, Query, type StreamableFile } from '@nestjs/common';
import { RequirePermission } from '../../platform/access';
import { Answers, AnswersFile } from '../../platform/answers';
import { asFile } from '../../platform/printed-file';
import { textAsked } from '../../platform/questions';
import { CurrentActor } from '../../platform/visitor.decorators';
import { EvidenceService } from './evidence.service';

/** Trainees’ evidence of what they delivered. */
@Controller()
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @RequirePermission('evidence.own')
  @Get(EVIDENCE_PATH)
  @Answers(200, 'Page<EvidenceRecord>')
  own(@CurrentActor() actor: Actor): Promise<Page<EvidenceRecord>> {
    return this.evidence.own(actor);
  }

  @RequirePermission('evidence.own')
  @Get(`${EVIDENCE_PATH}.pdf`)
  @AnswersFile('application/pdf')
  async print(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return asFile(await this.evidence.print(actor));
  }

  @RequirePermission('evidence.guide')
  @Get(`${EVIDENCE_PATH}/to-guide`)
  @Answers(200, 'Page<EvidenceListing>')
  list(@Query() asked: Readonly<Record<string, unknown>>): Promise<Page<EvidenceListing>> {
    return this.evidence.list(textAsked(asked, 'academicYear'));
  }

  @RequirePermission('evidence.guide')
  @Get(`${EVIDENCE_PATH}/:id`)
  @Answers(200, 'EvidenceForMentor')
  see(@Param('id') id: string): Promise<EvidenceForMentor> {
    return this.evidence.see(id);
  }

  @RequirePermission('evidence.own')
  @Patch(`${EVIDENCE_PATH}/:id`)
  @Answers(200, 'EvidenceRecord')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: EvidenceChange,
  ): Promise<EvidenceRecord> {
    return this.evidence.change(actor, id, change);
  }

  @RequirePermission('evidence.guide')
  @Put(`${EVIDENCE_PATH}/:id/mentor-note`)
  @Answers(200, 'EvidenceForMentor')
  note(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() request: MentorNoteRequest,
  ): Promise<EvidenceForMentor> {
    return this.evidence.note(actor, id, request);
  }
}
