import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMES = ['update', 'delete'] as const;

/** The server lets this account of ours make no triggers: MySQL with a binary log asks for a right that few have. */
const NOT_ALLOWED = [1142, 1227, 1419];

const isNotAllowed = (error: unknown): boolean => {
  const wrapped = error as { driverError?: { errno?: number }; errno?: number };
  return NOT_ALLOWED.includes(wrapped.driverError?.errno ?? wrapped.errno ?? 0);
};

const statements = (table: string, moment: string, years: number, sqlite: boolean): string[] => {
  const words = `${table} is append-only`;
  const old = sqlite
    ? `OLD."${moment}" > datetime('now', '-${years} years')`
    : `OLD.\`${moment}\` > UTC_TIMESTAMP() - INTERVAL ${years} YEAR`;
  if (sqlite) {
    return [
      `CREATE TRIGGER "tr_${table}_update" BEFORE UPDATE ON "${table}" BEGIN SELECT RAISE(ABORT, '${words}'); END`,
      `CREATE TRIGGER "tr_${table}_delete" BEFORE DELETE ON "${table}" WHEN ${old} BEGIN SELECT RAISE(ABORT, '${words}'); END`,
    ];
  }
  const refuse = `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${words}'`;
  return [
    `CREATE TRIGGER tr_${table}_update BEFORE UPDATE ON ${table} FOR EACH ROW ${refuse}`,
    `CREATE TRIGGER tr_${table}_delete BEFORE DELETE ON ${table} FOR EACH ROW BEGIN IF ${old} THEN ${refuse}; END IF; END`,
  ];
};

/**
 * A migration after which the database itself refuses to change a table's rows, and to delete them before their
 * retention of so many years is over. Where the server forbids us triggers, our own code is what keeps it so.
 */
export const appendOnlyMigration = (
  order: number,
  table: string,
  moment: string,
  years: number,
): new () => MigrationInterface => {
  const className = `AppendOnly_${table}_${order}`;
  return class implements MigrationInterface {
    readonly name = className;

    async up(runner: QueryRunner): Promise<void> {
      await this.down(runner);
      const sqlite = runner.dataSource.options.type === 'better-sqlite3';
      try {
        for (const statement of statements(table, moment, years, sqlite)) await runner.query(statement);
      } catch (error) {
        if (!isNotAllowed(error)) throw error;
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const name of NAMES) await runner.query(`DROP TRIGGER IF EXISTS tr_${table}_${name}`);
    }
  };
};
