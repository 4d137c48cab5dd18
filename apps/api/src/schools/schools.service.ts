import {
  type School,
  schoolCursor,
  type SchoolPage,
  type SchoolQuery,
  schoolSearch,
  type Succession,
} from '@lectern/schools';
import { Injectable } from '@nestjs/common';
import { schoolView } from './school.mapper';
import { HOST_STATUS, type ListedSchool, SchoolsRepository } from './schools.repository';

/** A school closed, its successor closed as well, and so on: more often than that happens nowhere. */
const LONGEST_CHAIN = 6;

/** No school number: what reads numbers never takes it for one. */
const HOST_URN = 'HOST00';

/** Finds schools of the register. */
@Injectable()
export class SchoolsService {
  constructor(private readonly schools: SchoolsRepository) {}

  /** The school with this number, closed ones too; null when the register has none. */
  async find(urn: string): Promise<School | null> {
    // MariaDB compares without trailing spaces, so what is no URN never gets there.
    if (!/^\d{6}$/.test(urn)) return null;
    const row = await this.schools.findByUrn(urn);
    return row ? ((await this.views([row]))[0] ?? null) : null;
  }

  /** The schools with these numbers, by number; numbers that the register does not have are left out. */
  async findAll(urns: readonly string[]): Promise<ReadonlyMap<string, School>> {
    const rows = await this.schools.findListed(urns);
    return new Map((await this.views(rows)).map((school) => [school.urn, school]));
  }

  /** Where schools are on the national grid, in metres, by number; those that the register does not place are left out. */
  async gridReferences(
    urns: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly easting: number; readonly northing: number }>> {
    const rows = await this.schools.gridReferences(urns);
    return new Map(rows.map(({ urn, easting, northing }) => [urn, { easting, northing }]));
  }

  /**
   * What stands for the host where a door needs a school: the people whom the host brings itself, by the name that a door
   * shows. Inside the caller's unit of work.
   */
  async host(name: string, at: Date): Promise<string> {
    const known = await this.schools.findByUrn(HOST_URN);
    if (!known) {
      const nothing = { town: '', postcode: '', searchText: '', openDate: null, closeDate: null };
      const nowhere = { easting: null, northing: null, missingSince: null };
      await this.schools.store([{ urn: HOST_URN, name, status: HOST_STATUS, ...nothing, ...nowhere }], at);
    }
    return HOST_URN;
  }

  /** One page of the schools that a search finds, best first. */
  async search({ q, limit, offset }: SchoolQuery): Promise<SchoolPage> {
    const search = schoolSearch(q);
    if (!search) return { items: [], nextCursor: null };
    // One more than asked for tells whether there is a next page.
    const rows = await this.schools.search(search, limit + 1, offset);
    return {
      items: await this.views(rows.slice(0, limit)),
      nextCursor: rows.length > limit ? schoolCursor(offset + limit) : null,
    };
  }

  private async views(rows: readonly ListedSchool[]): Promise<School[]> {
    // Only closed schools cost more than the search itself.
    const successions: Succession[] = [];
    let from = rows.filter(({ status }) => status === 'closed').map(({ urn }) => urn);
    for (let step = 0; step < LONGEST_CHAIN && from.length > 0; step++) {
      const found = await this.schools.successions(from);
      successions.push(...found);
      from = found.filter(({ to }) => to.status === 'closed').map(({ to }) => to.urn);
    }
    return rows.map((row) => schoolView(row, successions));
  }
}
