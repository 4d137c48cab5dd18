import { readSchoolQuery, type SchoolPage, SCHOOLS_PATH } from '@lectern/schools';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/access';
import { Answers } from '../platform/answers';
import { SchoolsService } from './schools.service';
import { SearchPace } from './search-pace';

/** The register of schools, for anyone. */
@Controller(SCHOOLS_PATH)
export class SchoolsController {
  constructor(
    private readonly schools: SchoolsService,
    private readonly pace: SearchPace,
  ) {}

  @Public()
  @Get()
  @ApiQuery({ name: 'q', required: false, schema: { type: 'string', maxLength: 100 } })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  })
  @ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } })
  @Answers(200, 'SchoolPage')
  search(@Query() query: Record<string, unknown>, @Req() raw: FastifyRequest): Promise<SchoolPage> {
    this.pace.take(raw.ip);
    return this.schools.search(readSchoolQuery(query));
  }
}
