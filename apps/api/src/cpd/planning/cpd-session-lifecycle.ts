import type { CpdSessionStatus } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import type { CpdSessionEntity } from './cpd-session.entity';

export interface CpdSessionTransitionMade {
  readonly session: CpdSessionEntity;
  readonly from: CpdSessionStatus;
  readonly to: CpdSessionStatus;
  readonly reason: string | null;
}

/** A session before and after staff changed it. */
export interface CpdSessionRevision {
  readonly before: CpdSessionEntity;
  readonly after: CpdSessionEntity;
}

/**
 * Lets offers, bookings and the door take part in what happens to a session, inside its unit of work and under its lock:
 * bookings refuse fewer places than are given, presenters and teachers are told.
 */
@Injectable()
export class CpdSessionLifecycle {
  private readonly onMove: ((transition: CpdSessionTransitionMade) => Promise<void>)[] = [];
  private readonly onRevision: ((revision: CpdSessionRevision) => Promise<void>)[] = [];
  private readonly onPlanned: ((revision: CpdSessionRevision) => Promise<void>)[] = [];

  whenMoved(listener: (transition: CpdSessionTransitionMade) => Promise<void>): void {
    this.onMove.push(listener);
  }

  /** Before a change is stored: whoever may not let it happen throws. */
  beforeRevised(listener: (revision: CpdSessionRevision) => Promise<void>): void {
    this.onPlanned.push(listener);
  }

  whenRevised(listener: (revision: CpdSessionRevision) => Promise<void>): void {
    this.onRevision.push(listener);
  }

  async moved(transition: CpdSessionTransitionMade): Promise<void> {
    for (const listener of this.onMove) await listener(transition);
  }

  async aboutToBeRevised(revision: CpdSessionRevision): Promise<void> {
    for (const listener of this.onPlanned) await listener(revision);
  }

  async revised(revision: CpdSessionRevision): Promise<void> {
    for (const listener of this.onRevision) await listener(revision);
  }
}
