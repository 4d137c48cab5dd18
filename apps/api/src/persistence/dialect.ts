/** The databases that Lectern runs on; MySQL and MariaDB differ only in what their drivers report of columns. */
export type Dialect = 'sqlite' | 'mysql' | 'mariadb';

/** A stored moment as a Date: raw statements answer with text on SQLite and with a Date elsewhere. */
export const toDate = (value: Date | string): Date =>
  value instanceof Date ? value : new Date(`${value.replace(' ', 'T')}Z`);

export const toDateOrNull = (value: Date | string | null): Date | null =>
  value === null ? null : toDate(value);

const UNIQUE = ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'];

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
}

const driverError = (error: unknown): DriverError => {
  const wrapped = error as (DriverError & { driverError?: DriverError }) | null;
  return wrapped?.driverError ?? wrapped ?? {};
};

/** Whether the database refused a row because another with the same key is there. */
export const isUniqueViolation = (error: unknown): boolean => UNIQUE.includes(driverError(error).code ?? '');

/** Deadlock, lock wait timeout and MariaDB's snapshot conflict: the whole unit of work may simply run again. */
export const isRetryable = (error: unknown): boolean => {
  const { errno, code } = driverError(error);
  return errno === 1213 || errno === 1205 || errno === 1020 || code === 'SQLITE_BUSY';
};

const LOST = [
  'ECONNREFUSED',
  'ECONNRESET',
  'PROTOCOL_CONNECTION_LOST',
  'ETIMEDOUT',
  'EPIPE',
  'ER_SERVER_SHUTDOWN',
];

/** Whether the database itself is away, so that the same call may work in a moment. */
export const isUnavailable = (error: unknown): boolean => LOST.includes(driverError(error).code ?? '');
