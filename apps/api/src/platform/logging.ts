import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config';

/** One line of JSON an event; ids, routes and durations only, never names, codes, answers or whole addresses. */
export const makeLogger = (level: LogLevel): Logger =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['req', 'res', 'headers', 'email', 'password', 'token', 'code'],
  });

/** Nest's own messages through the same log; its chatter about modules only when debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(String(message));
  }

  error(message: unknown, stack?: unknown): void {
    this.logger.error(
      { stack: typeof stack === 'string' ? stack.split('\n').slice(0, 8) : undefined },
      String(message),
    );
  }

  warn(message: unknown): void {
    this.logger.warn(String(message));
  }
}
