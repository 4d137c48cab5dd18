import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { SchoolEntity } from './school.entity';

/** The stored register of schools. */
@Injectable()
export class SchoolsRepository {
  constructor(private readonly database: Database) {}

  findByUrn(urn: string): Promise<SchoolEntity | null> {
    return this.database.reader.findOneBy(SchoolEntity, { urn });
  }
}
