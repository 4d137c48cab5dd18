import type { CpdProgramme, CpdSession, SeriesWithSessions, Topic } from '@lectern/cpd';
import type { Actor } from '@lectern/identity';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Database } from '../persistence/database';
import type { DemoClock } from './demo-clock';

/** What the demo of the CPD is told with. */
export interface DemoCpdParts {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly clock: Pick<DemoClock, 'now' | 'goTo'>;
  readonly staff: Actor;
  readonly now: Date;
  /** Of the password that every account of the demo has. */
  readonly hash: string;
}

/** Somebody of the demo, as the services know who asks. */
export interface DemoPerson extends Actor {
  readonly name: string;
  readonly email: string;
}

/** The demo’s CPD: the year’s programme, its sessions by name, and the people in it. */
export interface DemoCpd extends DemoCpdParts {
  readonly programme: CpdProgramme;
  readonly series: SeriesWithSessions;
  /** A session by its key in `CPD_SESSIONS`: `surds`, `bounds`, … */
  readonly session: (key: string) => CpdSession;
  /** Somebody by the part of the address before the `@`: `trainee`, `trainee.amal`, `mentor`, `teacher.ines`, … */
  readonly person: (key: string) => DemoPerson;
  readonly topic: (title: string) => Topic;
}
