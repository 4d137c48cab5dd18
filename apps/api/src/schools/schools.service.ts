import type { School } from '@lectern/schools';
import { Injectable } from '@nestjs/common';
import { schoolView } from './school.mapper';
import { SchoolsRepository } from './schools.repository';

/** Finds schools of the register. */
@Injectable()
export class SchoolsService {
  constructor(private readonly schools: SchoolsRepository) {}

  /** The school with this number, closed ones too; null when the register has none. */
  async find(urn: string): Promise<School | null> {
    // MariaDB compares without trailing spaces, so what is no URN never gets there.
    if (!/^\d{6}$/.test(urn)) return null;
    const row = await this.schools.findByUrn(urn);
    return row ? schoolView(row) : null;
  }
}
