import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { problemOf, retryAfterOf } from './problems';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) {
      // The stack, never the message's parameters: a driver's error text may hold what somebody typed.
      const stack =
        error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 12).join('\n') : undefined;
      const kind = error instanceof Error ? error.name : typeof error;
      const driverCode = (error as { code?: unknown } | null)?.code;
      this.logger.error({ correlationId: request.id, kind, driverCode, stack }, 'request failed');
    }
    if (reply.sent || reply.raw.headersSent) return;
    const retryAfter = retryAfterOf(error);
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    void reply
      .status(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
