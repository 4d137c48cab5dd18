import { Module } from '@nestjs/common';
import { SchoolLinkImport } from './school-link-import';
import { SchoolImport } from './school-import';
import { SchoolsController } from './schools.controller';
import { SchoolsRepository } from './schools.repository';
import { SchoolsService } from './schools.service';
import { SearchPace } from './search-pace';

/** Which schools there are: the GIAS register and its search. */
@Module({
  controllers: [SchoolsController],
  providers: [SchoolImport, SchoolLinkImport, SchoolsRepository, SchoolsService, SearchPace],
  exports: [SchoolImport, SchoolLinkImport, SchoolsService],
})
export class SchoolsModule {}
