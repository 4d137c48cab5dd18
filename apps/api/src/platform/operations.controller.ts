import { existsSync, readFileSync } from 'node:fs';
import { DomainError, notFound } from '@lectern/core';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '../persistence/database';
import { Public } from './access';
import { Metrics } from './metrics';
import { OPENAPI_FILE } from './places';
import { Readiness } from './readiness';

/** What an operator and their monitoring ask. */
@ApiExcludeController()
@Controller()
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  /** The process runs. */
  @Public()
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It may be sent requests: the database answers and the process is not stopping. */
  @Public()
  @Get('health/ready')
  async ready(): Promise<{ status: 'ok' }> {
    const away = (): DomainError =>
      new DomainError(
        'unavailable',
        'not-ready',
        'Not ready to serve: the database is away or the process is stopping.',
        {
          retryAfter: 5,
        },
      );
    if (this.readiness.stopping) throw away();
    await this.database.ping().catch(() => {
      throw away();
    });
    return { status: 'ok' };
  }

  @Public()
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  figures(): Promise<string> {
    return this.metrics.registry.metrics();
  }

  @Public()
  @Get('api/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openapi(): string {
    if (!existsSync(OPENAPI_FILE)) throw notFound('document');
    return readFileSync(OPENAPI_FILE, 'utf8');
  }
}
