import { isInstant, type Page, validationFailed } from '@lectern/core';
import { AUDIT_RECORDS_PATH, type AuditRecord } from '@lectern/identity';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequirePermission } from '../platform/access';
import { Answers, AnswersFile } from '../platform/answers';
import { limitOf } from '../platform/paging';
import { textAsked } from '../platform/questions';
import { type AuditAsked, AuditViewerService } from './audit-viewer.service';

const QUESTIONS = ['actorId', 'who', 'action', 'objectKind', 'objectId', 'from', 'to'] as const;

const Filters = () =>
  applyDecorators(
    ...QUESTIONS.map((name) => ApiQuery({ name, required: false, schema: { type: 'string' } })),
  );

const momentAsked = (asked: Readonly<Record<string, unknown>>, name: string): Date | undefined => {
  const text = textAsked(asked, name, 40);
  if (text === undefined) return undefined;
  if (isInstant(text)) return new Date(text);
  const message = `Give ${name} as a moment such as 2027-03-09T09:30:00Z.`;
  throw validationFailed([{ field: name, code: 'not-instant', message }]);
};

const filterAsked = (asked: Readonly<Record<string, unknown>>): AuditAsked => ({
  actorId: textAsked(asked, 'actorId'),
  who: textAsked(asked, 'who'),
  action: textAsked(asked, 'action'),
  objectKind: textAsked(asked, 'objectKind'),
  objectId: textAsked(asked, 'objectId'),
  from: momentAsked(asked, 'from'),
  to: momentAsked(asked, 'to'),
});

/** The audit trail, for reading only. */
@Controller()
export class AuditController {
  constructor(private readonly viewer: AuditViewerService) {}

  @RequirePermission('audit.see')
  @Get(AUDIT_RECORDS_PATH)
  @Filters()
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } })
  @Answers(200, 'Page<AuditRecord>')
  list(@Query() asked: Record<string, unknown>): Promise<Page<AuditRecord>> {
    return this.viewer.list(filterAsked(asked), limitOf(asked['limit']), asked['cursor']);
  }

  @RequirePermission('audit.see')
  @Get(`${AUDIT_RECORDS_PATH}.csv`)
  @Filters()
  @AnswersFile('text/csv')
  async export(
    @Query() asked: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.viewer.export(filterAsked(asked));
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit-trail.csv"');
    return file;
  }
}
