import { type Clock, DomainError, newId, notFound, type Page, validationFailed } from '@lectern/core';
import { type CpdSessionStatus, type SeriesWithSessions } from '@lectern/cpd';
import type { GapTaskChange, GapTaskRequest, SeriesChange, SeriesRequest } from '@lectern/cpd/requests';
import type { Actor } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import type { CpdSeriesEntity, GapTaskEntity } from './cpd-programme.entity';
import { CpdProgrammesRepository } from './cpd-programmes.repository';
import { seriesView } from './cpd-series.mapper';
import { CpdSeriesRepository } from './cpd-series.repository';
import { CpdSessionsRepository } from './cpd-sessions.repository';
import { CpdSessionsService, seesDrafts, visibleTo } from './cpd-sessions.service';

const wordsOf = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null);

/** Series of sessions with the same people, and what these try in class in between. */
@Injectable()
export class CpdSeriesService {
  constructor(
    private readonly database: Database,
    private readonly series: CpdSeriesRepository,
    private readonly programmes: CpdProgrammesRepository,
    private readonly sessions: CpdSessionsRepository,
    private readonly sessionViews: CpdSessionsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every series with what the asker may see of it; one of which they see nothing does not exist for them. */
  async list(actor: Actor | null, programmeId?: string): Promise<Page<SeriesWithSessions>> {
    const views = await this.viewsOf(actor, await this.series.list(programmeId));
    return { items: views, nextCursor: null };
  }

  async see(actor: Actor | null, id: string): Promise<SeriesWithSessions> {
    const found = await this.series.find(id);
    const [view] = found ? await this.viewsOf(actor, [found]) : [];
    if (!view) throw notFound('series');
    return view;
  }

  async create(actor: Actor, request: SeriesRequest): Promise<SeriesWithSessions> {
    return this.database.transaction(async () => {
      if (!(await this.programmes.find(request.programmeId))) {
        const message = 'Choose a programme that exists.';
        throw validationFailed([{ field: 'programmeId', code: 'unknown', message }]);
      }
      const made: CpdSeriesEntity = {
        id: newId(),
        programmeId: request.programmeId,
        title: request.title.trim(),
        summary: wordsOf(request.summary),
        sessionsExpected: request.sessionsExpected ?? null,
        createdAt: this.clock.now(),
      };
      await this.series.insert(made);
      await this.note('cpd-series.created', made.id);
      return this.see(actor, made.id);
    });
  }

  async change(actor: Actor, id: string, change: Partial<SeriesChange>): Promise<SeriesWithSessions> {
    return this.database.transaction(async () => {
      await this.lock(id);
      await this.series.update(id, {
        ...(change.title == null ? {} : { title: change.title.trim() }),
        ...(change.summary === undefined ? {} : { summary: wordsOf(change.summary) }),
        ...(change.sessionsExpected === undefined ? {} : { sessionsExpected: change.sessionsExpected }),
      });
      await this.note('cpd-series.changed', id);
      return this.see(actor, id);
    });
  }

  /** Takes away a series that no session belongs to. */
  async remove(id: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.lock(id);
      const sessions = await this.sessions.ofSeries(id);
      if (sessions.length > 0) {
        const words =
          'Sessions belong to this series. Take them out of it first, in the form of each session.';
        throw new DomainError('conflict', 'series-in-use', words);
      }
      await this.series.remove(id);
      await this.note('cpd-series.removed', id);
    });
  }

  async addTask(actor: Actor, id: string, request: GapTaskRequest): Promise<SeriesWithSessions> {
    return this.database.transaction(async () => {
      await this.lock(id);
      await this.checkSetter(id, request.afterSessionId);
      await this.series.insertTask({
        id: newId(),
        seriesId: id,
        afterSessionId: request.afterSessionId,
        title: request.title.trim(),
        task: request.text.trim(),
        createdAt: this.clock.now(),
      });
      await this.note('cpd-series.task-added', id);
      return this.see(actor, id);
    });
  }

  async changeTask(
    actor: Actor,
    id: string,
    taskId: string,
    change: Partial<GapTaskChange>,
  ): Promise<SeriesWithSessions> {
    return this.database.transaction(async () => {
      await this.lock(id);
      await this.task(id, taskId);
      if (change.afterSessionId != null) await this.checkSetter(id, change.afterSessionId);
      await this.series.updateTask(taskId, {
        ...(change.afterSessionId == null ? {} : { afterSessionId: change.afterSessionId }),
        ...(change.title == null ? {} : { title: change.title.trim() }),
        ...(change.text == null ? {} : { task: change.text.trim() }),
      });
      await this.note('cpd-series.task-changed', id);
      return this.see(actor, id);
    });
  }

  async removeTask(actor: Actor, id: string, taskId: string): Promise<SeriesWithSessions> {
    return this.database.transaction(async () => {
      await this.lock(id);
      await this.task(id, taskId);
      await this.series.removeTask(taskId);
      await this.note('cpd-series.task-removed', id);
      return this.see(actor, id);
    });
  }

  private async viewsOf(
    actor: Actor | null,
    found: readonly CpdSeriesEntity[],
  ): Promise<SeriesWithSessions[]> {
    const visible = visibleTo(actor);
    const rows = (await this.sessions.ofAllSeries(found.map(({ id }) => id))).filter(({ status }) =>
      visible.includes(status as CpdSessionStatus),
    );
    const sessions = await this.sessionViews.staffed(rows);
    const tasks = await this.series.tasksOf(found.map(({ id }) => id));
    const labels = new Map((await this.programmes.all()).map(({ id, label }) => [id, label]));
    return found
      .map((one) => {
        const own = sessions.filter(({ seriesId }) => seriesId === one.id);
        return seriesView(one, labels.get(one.programmeId) ?? '', own, tasks);
      })
      .filter((view) => view.sessions.length > 0 || seesDrafts(actor));
  }

  private async lock(id: string): Promise<void> {
    if (!(await this.series.lock(id))) throw notFound('series');
  }

  private async task(seriesId: string, taskId: string): Promise<GapTaskEntity> {
    const task = (await this.series.tasksOf([seriesId])).find(({ id }) => id === taskId);
    if (!task) throw notFound('gap task');
    return task;
  }

  private async checkSetter(seriesId: string, sessionId: string): Promise<void> {
    const session = await this.sessions.find(sessionId);
    if (session?.seriesId === seriesId && session.status !== 'cancelled') return;
    const message = 'Choose a session of this series that sets the task.';
    throw validationFailed([{ field: 'afterSessionId', code: 'not-of-the-series', message }]);
  }

  private note(action: string, objectId: string): Promise<void> {
    return this.audit.record({ action, objectKind: 'cpd-series', objectId });
  }
}
