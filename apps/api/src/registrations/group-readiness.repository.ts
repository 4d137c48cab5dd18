import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import { marks } from '../persistence/sql';

/** How ready a group is, beyond its numbers. */
export interface GroupReadiness {
  /** Named pupils by year group. */
  readonly pupilsByYear: ReadonlyMap<number, number>;
  /** Named pupils of whom nobody has said whether they may be photographed. */
  readonly consentsMissing: number;
  /** The version of the visit pack that was acknowledged last; null when none was. */
  readonly packAcknowledged: number | null;
}

export const NOT_READY: GroupReadiness = {
  pupilsByYear: new Map(),
  consentsMissing: 0,
  packAcknowledged: null,
};

interface YearRow {
  readonly group_id: string;
  readonly year_group: number | null;
  readonly n: number;
  readonly missing: number;
}

/** Counts what makes groups ready, for many of them in two questions. */
@Injectable()
export class GroupReadinessRepository {
  constructor(private readonly database: Database) {}

  async of(groupIds: readonly string[]): Promise<ReadonlyMap<string, GroupReadiness>> {
    if (groupIds.length === 0) return new Map();
    const years = await this.database.select<YearRow>(
      'SELECT group_id, year_group, COUNT(*) AS n,' +
        " SUM(CASE WHEN photo_consent IN ('yes', 'no') THEN 0 ELSE 1 END) AS missing" +
        ` FROM people WHERE kind = 'pupil' AND group_id IN (${marks(groupIds)}) GROUP BY group_id, year_group`,
      groupIds,
    );
    const acknowledged = await this.database.select<{ group_id: string; version: number }>(
      'SELECT group_id, MAX(pack_version) AS version FROM pack_acknowledgements' +
        ` WHERE group_id IN (${marks(groupIds)}) GROUP BY group_id`,
      groupIds,
    );
    const versions = new Map(acknowledged.map((row) => [row.group_id, Number(row.version)]));
    return new Map(
      groupIds.map((id) => {
        const rows = years.filter(({ group_id }) => group_id === id);
        const named = rows.flatMap(({ year_group, n }): [number, number][] =>
          year_group === null ? [] : [[Number(year_group), Number(n)]],
        );
        return [
          id,
          {
            pupilsByYear: new Map(named),
            consentsMissing: rows.reduce((sum, { missing }) => sum + Number(missing), 0),
            packAcknowledged: versions.get(id) ?? null,
          },
        ];
      }),
    );
  }
}
