import { type Clock, isId, notFound } from '@lectern/core';
import type { CpdSessionStatus } from '@lectern/cpd';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/tokens';
import { CpdProgrammesRepository } from '../planning/cpd-programmes.repository';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { takesBookings } from './booking-queue';

const PUBLIC: readonly CpdSessionStatus[] = ['published', 'delivered'];

/** A series with its sessions that take bookings, earliest first. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly sessions: readonly CpdSessionRow[];
}

/** Sessions and series as they may be booked by whoever asks; drafts do not exist for those who may not see them. */
@Injectable()
export class BookableThings {
  constructor(
    private readonly sessions: CpdSessionsRepository,
    private readonly programmes: CpdProgrammesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A session that whoever asks may see. */
  async session(actor: Actor | null, id: string): Promise<CpdSessionRow> {
    const session = isId(id) ? await this.sessions.find(id) : null;
    if (!session || !this.isSeen(actor, session)) throw notFound('session');
    return session;
  }

  /** A session with the series that can be booked instead; null when no more than it is to come. */
  async around(
    actor: Actor | null,
    id: string,
  ): Promise<{ readonly session: CpdSessionRow; readonly isOpen: boolean; readonly series: Series | null }> {
    const session = await this.session(actor, id);
    const series = session.seriesId === null ? null : await this.series(actor, session.seriesId);
    return {
      session,
      isOpen: takesBookings(session, this.clock.now()),
      series: series !== null && series.sessions.length > 1 ? series : null,
    };
  }

  /** A series of which something may be seen. */
  async series(actor: Actor | null, id: string): Promise<Series> {
    const series = isId(id) ? await this.programmes.findSeries(id) : null;
    const sessions = series ? await this.sessions.ofSeries(series.id) : [];
    if (!series || !sessions.some((session) => this.isSeen(actor, session))) throw notFound('series');
    const now = this.clock.now();
    return { ...series, sessions: sessions.filter((session) => takesBookings(session, now)) };
  }

  /** Every session of a series that may be seen, earliest first. */
  async seriesSessions(actor: Actor | null, id: string): Promise<CpdSessionRow[]> {
    await this.series(actor, id);
    return (await this.sessions.ofSeries(id)).filter((session) => this.isSeen(actor, session));
  }

  private isSeen(actor: Actor | null, { status }: CpdSessionRow): boolean {
    return PUBLIC.includes(status as CpdSessionStatus) || (actor !== null && can(actor, 'cpd.see-drafts'));
  }
}
