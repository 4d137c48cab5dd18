import type { Page } from '@lectern/core';
import { type School, SCHOOLS_PATH } from '@lectern/schools';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../platform/access';
import { Answers } from '../platform/answers';

/** The register of schools, for anyone. */
@Controller(SCHOOLS_PATH)
export class SchoolsController {
  @Public()
  @Get()
  @Answers(200, 'SchoolPage')
  search(): Page<School> {
    return { items: [], nextCursor: null };
  }
}
