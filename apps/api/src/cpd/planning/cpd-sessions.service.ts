import {
  type Clock,
  DomainError,
  type FieldError,
  newId,
  notFound,
  type Page,
  validationFailed,
} from '@lectern/core';
import {
  CPD_SESSION_STATUSES,
  CPD_SESSION_TRANSITIONS,
  type CpdSession,
  type CpdSessionStatus,
} from '@lectern/cpd';
import type { CpdSessionRequest, CpdSessionTransition } from '@lectern/cpd/requests';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { cursorOf, placeOf } from '../../platform/paging';
import { CLOCK } from '../../platform/tokens';
import { CpdProgrammesRepository } from './cpd-programmes.repository';
import type { CpdSessionEntity } from './cpd-session.entity';
import { CpdSessionLifecycle } from './cpd-session-lifecycle';
import { placeColumns, placeView, sessionView } from './cpd-session.mapper';
import { type CpdSessionListing, type CpdSessionRow, CpdSessionsRepository } from './cpd-sessions.repository';
import { PlanSources } from './plan-sources';
import { SessionRooms } from './session-rooms';
import { TopicsRepository } from './topics.repository';

/** What everybody may see: what is open for booking, and what was delivered. */
const PUBLIC: readonly CpdSessionStatus[] = ['published', 'delivered'];

export interface SessionQuestions extends Pick<
  CpdSessionListing,
  'topicId' | 'programmeId' | 'seriesId' | 'from' | 'to'
> {
  readonly status?: CpdSessionStatus | undefined;
}

export const seesDrafts = (actor: Actor | null): boolean => actor !== null && can(actor, 'cpd.see-drafts');

/** The states in which a session exists for somebody. */
export const visibleTo = (actor: Actor | null): readonly CpdSessionStatus[] =>
  seesDrafts(actor) ? CPD_SESSION_STATUSES : PUBLIC;

/** Sessions of CPD: planning them and moving them through their lifecycle. */
@Injectable()
export class CpdSessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: CpdSessionsRepository,
    private readonly programmes: CpdProgrammesRepository,
    private readonly topics: TopicsRepository,
    private readonly rooms: SessionRooms,
    private readonly lifecycle: CpdSessionLifecycle,
    private readonly sources: PlanSources,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(actor: Actor, request: CpdSessionRequest): Promise<CpdSession> {
    return this.database.transaction(async () => {
      await this.check(request);
      const session = this.draftOf(actor, request);
      await this.rooms.claim({ ...session, place: placeView(session) });
      await this.sessions.insert(session);
      await this.note('cpd-session.created', session.id);
      return this.viewOf(session.id);
    });
  }

  async move(id: string, { to, reason }: CpdSessionTransition): Promise<CpdSession> {
    return this.database.transaction(async () => {
      const [session] = await this.sessions.lock([id]);
      if (!session) throw notFound('session');
      const from = session.status as CpdSessionStatus;
      const why = reason?.trim() ? reason.trim() : null;
      const now = this.clock.now();
      checkStep(session, to, why, now);
      if (to === 'published') await this.checkProgrammeIsOpen(session.programmeId);
      if (from === 'proposed' && to === 'draft') {
        await this.rooms.claim({ ...session, place: placeView(session) });
      }
      await this.sessions.move(id, from, to, to === 'cancelled' ? why : null, now);
      await this.lifecycle.moved({ session: { ...session, status: to }, from, to, reason: why });
      await this.note('cpd-session.moved', id, { from, to });
      return this.viewOf(id);
    });
  }

  /** A session; one that is not public does not exist for those who may not see drafts. */
  async see(actor: Actor | null, id: string): Promise<CpdSession> {
    const session = await this.sessions.find(id);
    if (!session || !visibleTo(actor).includes(session.status as CpdSessionStatus)) throw notFound('session');
    return this.staffed([session]).then(([view]) => view as CpdSession);
  }

  async list(
    actor: Actor | null,
    { status, ...asked }: SessionQuestions,
    limit: number,
    cursor?: string,
  ): Promise<Page<CpdSession>> {
    const visible = visibleTo(actor);
    const place = placeOf(cursor, 2);
    const after = place ? { startsAt: new Date(Number(place[0])), id: String(place[1]) } : null;
    const statuses = visible.filter((one) => status === undefined || one === status);
    const rows = await this.sessions.list({ ...asked, statuses, limit: limit + 1, after });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.staffed(shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.startsAt.getTime(), last.id]) : null,
    };
  }

  /** Sessions as everybody sees them, with who presents. */
  async staffed(rows: readonly CpdSessionRow[]): Promise<CpdSession[]> {
    const staffing = await this.sources.staffing(rows.map(({ id }) => id));
    return rows.map((row) => sessionView(row, staffing.get(row.id)));
  }

  /** Refuses a session that could not be held; one that stands already keeps its topic when that leaves the catalogue. */
  async check(
    request: Pick<CpdSessionRequest, 'programmeId' | 'seriesId' | 'topicId' | 'startsAt' | 'endsAt'>,
    standing: Pick<CpdSessionEntity, 'topicId'> | null = null,
  ): Promise<void> {
    const programme = await this.programmes.find(request.programmeId);
    const topic = await this.topics.find(request.topicId);
    const mayHaveTopic = topic !== null && (Boolean(topic.active) || standing?.topicId === topic.id);
    const series = request.seriesId ? await this.programmes.findSeries(request.seriesId) : null;
    const errors: FieldError[] = [
      ...(programme
        ? []
        : [{ field: 'programmeId', code: 'unknown', message: 'Choose a programme that exists.' }]),
      ...(mayHaveTopic
        ? []
        : [{ field: 'topicId', code: 'unknown', message: 'Choose a topic of the catalogue.' }]),
      ...(request.seriesId && series?.programmeId !== request.programmeId
        ? [{ field: 'seriesId', code: 'unknown', message: 'Choose a series of this programme.' }]
        : []),
      ...(Date.parse(request.endsAt) > Date.parse(request.startsAt)
        ? []
        : [{ field: 'endsAt', code: 'before-start', message: 'The session must end after it starts.' }]),
    ];
    if (errors.length > 0) throw validationFailed(errors);
  }

  private draftOf(actor: Actor, request: CpdSessionRequest): CpdSessionEntity {
    const now = this.clock.now();
    return {
      id: newId(),
      programmeId: request.programmeId,
      seriesId: request.seriesId ?? null,
      topicId: request.topicId,
      title: request.title.trim(),
      startsAt: new Date(request.startsAt),
      endsAt: new Date(request.endsAt),
      ...placeColumns(request.place),
      teacherPlaces: request.teacherPlaces,
      placesGiven: 0,
      presentersWanted: request.presentersWanted,
      status: 'draft',
      cancellationReason: null,
      calendarSequence: 0,
      createdBy: actor.accountId,
      createdAt: now,
      updatedAt: now,
    };
  }

  /** Nothing is opened for booking in a programme that is not open itself; it cannot close until this has ended. */
  async checkProgrammeIsOpen(programmeId: string): Promise<void> {
    await this.programmes.lockAll();
    const programme = await this.programmes.find(programmeId);
    if (programme?.status === 'open') return;
    const words = 'The programme of this session is not open. Open the programme first, then the session.';
    throw new DomainError('conflict', 'programme-not-open', words);
  }

  /** A session as those who plan see it. */
  async viewOf(id: string): Promise<CpdSession> {
    const session = await this.sessions.find(id);
    if (!session) throw notFound('session');
    return this.staffed([session]).then(([view]) => view as CpdSession);
  }

  private note(action: string, objectId: string, details?: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({
      action,
      objectKind: 'cpd-session',
      objectId,
      ...(details ? { details } : {}),
    });
  }
}

/** Refuses a step that the table does not have, one without its reason, and one at the wrong time. */
const checkStep = (
  { status, startsAt }: CpdSessionEntity,
  to: CpdSessionStatus,
  reason: string | null,
  now: Date,
): void => {
  const from = status as CpdSessionStatus;
  const allowed = CPD_SESSION_TRANSITIONS[from];
  if (!allowed.includes(to)) {
    throw new DomainError(
      'conflict',
      'transition-not-allowed',
      allowed.length === 0
        ? `A session that is ${from} stays so.`
        : `A session that is ${from} can become ${allowed.join(' or ')}, not ${to}.`,
      { details: { from, allowed } },
    );
  }
  if (to === 'cancelled' && reason === null) {
    const message = 'Say why the session is cancelled: everyone who booked or offered will be told.';
    throw validationFailed([{ field: 'reason', code: 'missing', message }]);
  }
  if (to === 'published' && startsAt <= now) {
    const words = 'This session lies in the past, so nobody could book it. Change its date first.';
    throw new DomainError('conflict', 'session-in-the-past', words);
  }
  if (to === 'delivered' && startsAt > now) {
    throw new DomainError(
      'conflict',
      'session-not-begun',
      'This session has not begun. Mark it once it has.',
    );
  }
};
