import type { Clock } from '@lectern/core';
import { Module } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from './config';
import { Jobs } from './jobs';
import { Metrics } from './metrics';
import { OperationsController } from './operations.controller';
import { PageHeads } from './page-heads';
import { Readiness } from './readiness';
import { Seal } from './seal';
import { Throttle } from './throttle';
import { CLOCK, CONFIG, LOGGER } from './tokens';

/** What the process was started with. */
export interface PlatformParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly seal: Seal;
}

/** Configuration, clock, log, metrics and sealing for every area; health and metrics for operators. */
@Module({})
export class PlatformModule {
  static with({ config, clock, logger, seal }: PlatformParts) {
    return {
      module: PlatformModule,
      global: true,
      controllers: [OperationsController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: LOGGER, useValue: logger },
        { provide: Seal, useValue: seal },
        Jobs,
        Metrics,
        PageHeads,
        Readiness,
        Throttle,
      ],
      exports: [CONFIG, CLOCK, LOGGER, Seal, Jobs, Metrics, PageHeads, Readiness, Throttle],
    };
  }
}
