import { type Clock, DomainError, notFound, validationFailed } from '@lectern/core';
import type { CpdSession, CpdSessionStatus } from '@lectern/cpd';
import type { CpdSessionChange, CpdSessionRequest } from '@lectern/cpd/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import { CpdSeriesRepository } from './cpd-series.repository';
import type { CpdSessionEntity } from './cpd-session.entity';
import { CpdSessionLifecycle } from './cpd-session-lifecycle';
import { placeColumns, placeView } from './cpd-session.mapper';
import { CpdSessionsRepository } from './cpd-sessions.repository';
import { CpdSessionsService } from './cpd-sessions.service';
import { SessionRooms } from './session-rooms';

/** What may still be put right once a session was given: what it is called, and what it was about. */
const NAMES: readonly string[] = ['title', 'topicId'];

/** Changes sessions that are planned; everybody who has a part in one is heard before and told after. */
@Injectable()
export class SessionEditor {
  constructor(
    private readonly database: Database,
    private readonly sessions: CpdSessionsRepository,
    private readonly series: CpdSeriesRepository,
    private readonly views: CpdSessionsService,
    private readonly rooms: SessionRooms,
    private readonly lifecycle: CpdSessionLifecycle,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async change(id: string, change: Partial<CpdSessionChange>): Promise<CpdSession> {
    return this.database.transaction(async () => {
      const [before] = await this.sessions.lock([id]);
      if (!before) throw notFound('session');
      const given = Object.fromEntries(
        Object.entries(change).filter(([name, value]) => value != null || name === 'seriesId'),
      ) as Partial<CpdSessionRequest>;
      const wanted: CpdSessionRequest = { ...requestOf(before), ...given };
      const after: CpdSessionEntity = { ...before, ...columnsOf(wanted), updatedAt: this.clock.now() };
      const changed = changedFields(before, after);
      refuseOnceOver(before, changed);
      await this.views.check(wanted, before);
      await this.checkPublished(before, after, changed);
      await this.checkTasks(before, after);
      if (['startsAt', 'endsAt', 'place'].some((field) => changed.includes(field))) {
        await this.rooms.claim({ ...after, place: placeView(after) });
      }
      await this.lifecycle.aboutToBeRevised({ before, after });
      await this.sessions.update(id, { ...columnsOf(wanted), updatedAt: after.updatedAt });
      await this.lifecycle.revised({ before, after });
      await this.audit.record({
        action: 'cpd-session.changed',
        objectKind: 'cpd-session',
        objectId: id,
        details: { fields: changed },
      });
      return this.views.viewOf(id);
    });
  }

  /** What is open for booking stays in an open programme, and is not moved to a time that has passed. */
  private async checkPublished(
    before: CpdSessionEntity,
    after: CpdSessionEntity,
    changed: readonly string[],
  ): Promise<void> {
    if (before.status !== 'published') return;
    if (changed.includes('startsAt') && after.startsAt <= this.clock.now()) {
      const message = 'This session is open for booking. Move it to a time to come.';
      throw validationFailed([{ field: 'startsAt', code: 'in-the-past', message }]);
    }
    if (changed.includes('programmeId')) await this.views.checkProgrammeIsOpen(after.programmeId);
  }

  /** A session that sets a gap task cannot leave its series behind. */
  private async checkTasks(before: CpdSessionEntity, after: CpdSessionEntity): Promise<void> {
    if (before.seriesId === null || before.seriesId === after.seriesId) return;
    await this.series.lock(before.seriesId);
    const tasks = await this.series.tasksOf([before.seriesId]);
    if (tasks.some(({ afterSessionId }) => afterSessionId === before.id)) {
      const words =
        'This session sets a gap task of its series. Take the task away first, or give it to another session.';
      throw new DomainError('conflict', 'gap-task-set', words);
    }
  }
}

const requestOf = (session: CpdSessionEntity): CpdSessionRequest => ({
  programmeId: session.programmeId,
  seriesId: session.seriesId,
  topicId: session.topicId,
  title: session.title,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  place: placeView(session),
  teacherPlaces: session.teacherPlaces,
  presentersWanted: session.presentersWanted,
});

const columnsOf = (wanted: CpdSessionRequest) => ({
  programmeId: wanted.programmeId,
  seriesId: wanted.seriesId ?? null,
  topicId: wanted.topicId,
  title: wanted.title.trim(),
  startsAt: new Date(wanted.startsAt),
  endsAt: new Date(wanted.endsAt),
  ...placeColumns(wanted.place),
  teacherPlaces: wanted.teacherPlaces,
  presentersWanted: wanted.presentersWanted,
});

/** Which facts of a session differ, by the names that requests give them. */
const changedFields = (before: CpdSessionEntity, after: CpdSessionEntity): readonly string[] => {
  const [was, is] = [requestOf(before), requestOf(after)];
  return (Object.keys(is) as (keyof CpdSessionRequest)[]).filter(
    (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  );
};

const refuseOnceOver = ({ status }: CpdSessionEntity, changed: readonly string[]): void => {
  const stays = (status as CpdSessionStatus) === 'cancelled' || (status as CpdSessionStatus) === 'delivered';
  const names = status === 'delivered' ? NAMES : [];
  if (!stays || changed.every((name) => names.includes(name))) return;
  const words =
    status === 'delivered'
      ? 'This session was delivered. Only its title and its topic can still be put right.'
      : 'This session was cancelled and no longer changes. Plan another one instead.';
  throw new DomainError('conflict', 'session-over', words);
};
