import type { ArrivalCount, Attendance } from '@lectern/check-in';
import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  concat,
  defer,
  distinctUntilChanged,
  from,
  map,
  type Observable,
  Subject,
  share,
  switchMap,
  takeUntil,
  timer,
} from 'rxjs';
import { CLOCK } from '../platform/tokens';
import { DoorTicketsService } from '../registrations/door-tickets.service';
import { AttendanceRepository } from './attendance.repository';

const SPAN = 5 * 60_000;
const FRESH = 1000;

interface Snapshot {
  readonly attendance: Promise<Attendance>;
  readonly takenAt: number;
}

/**
 * The attendance of each conference, computed at most once a second per process however many people look. Viewers
 * share one timer; a scan taken by another process shows at the next second.
 */
@Injectable()
export class AttendanceBoard implements OnApplicationShutdown {
  private readonly snapshots = new Map<string, Snapshot>();
  private readonly streams = new Map<string, Observable<Attendance>>();
  private readonly stopped = new Subject<void>();

  constructor(
    private readonly counts: AttendanceRepository,
    private readonly tickets: DoorTicketsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The figures now, at most a second old. */
  now(conferenceId: string): Promise<Attendance> {
    const known = this.snapshots.get(conferenceId);
    if (known && performance.now() - known.takenAt < FRESH) return known.attendance;
    return this.take(conferenceId);
  }

  /** A scan was stored: whoever asks next by hand sees it. */
  touch(conferenceId: string): void {
    this.snapshots.delete(conferenceId);
  }

  /** The figures whenever they change, at most once a second, the present ones first. */
  stream(conferenceId: string): Observable<Attendance> {
    const known = this.streams.get(conferenceId);
    const live =
      known ??
      timer(FRESH, FRESH).pipe(
        switchMap(() => from(this.now(conferenceId))),
        share({ resetOnRefCountZero: true }),
      );
    if (!known) this.streams.set(conferenceId, live);
    return concat(
      defer(() => from(this.now(conferenceId))),
      live,
    ).pipe(
      distinctUntilChanged((a, b) => JSON.stringify({ ...a, at: '' }) === JSON.stringify({ ...b, at: '' })),
      takeUntil(this.stopped),
    );
  }

  onApplicationShutdown(): void {
    this.stopped.next();
  }

  /** Ends every stream; a graceful stop begins with it. */
  close(): void {
    this.stopped.next();
  }

  private take(conferenceId: string): Promise<Attendance> {
    const attendance = this.compute(conferenceId);
    this.snapshots.set(conferenceId, { attendance, takenAt: performance.now() });
    // A failed count is not kept: the next look tries again.
    attendance.catch(() => this.snapshots.delete(conferenceId));
    return attendance;
  }

  private async compute(conferenceId: string): Promise<Attendance> {
    const [schools, checkpoints, outcomes] = await Promise.all([
      this.tickets.registeredBySchool(conferenceId),
      this.counts.byCheckpoint(conferenceId),
      this.counts.outcomes(conferenceId),
    ]);
    const door = checkpoints.find((checkpoint) => checkpoint.isMainDoor);
    const came = door ? await this.counts.bySchool(conferenceId, door.id) : [];
    const arrivals = door ? arrivalsOf(await this.counts.firstArrivals(conferenceId, door.id)) : [];
    const registered = schools.reduce((sum, school) => sum + school.registered, 0);
    const walkIns = schools.reduce((sum, school) => sum + school.walkIns, 0);
    const admitted = door?.admitted ?? 0;
    const onSite = door?.onSite ?? 0;
    const cameOf = new Map(came.map((school) => [school.urn, school]));
    return {
      registered,
      admitted,
      onSite,
      left: Math.max(0, admitted - onSite),
      neverCame: Math.max(0, registered + walkIns - admitted),
      walkIns,
      byCheckpoint: checkpoints.map(({ id, name, admitted: let_in, onSite: inside }) => ({
        id,
        name,
        admitted: let_in,
        onSite: inside,
      })),
      bySchool: schools
        .map(({ urn, name, registered: expected }) => ({
          urn,
          name,
          registered: expected,
          admitted: cameOf.get(urn)?.admitted ?? 0,
          onSite: cameOf.get(urn)?.onSite ?? 0,
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.urn.localeCompare(b.urn)),
      arrivals,
      ...outcomes,
      at: this.clock.now().toISOString(),
    };
  }
}

/** First admissions by five-minute span, in order, without empty ends. */
const arrivalsOf = (times: readonly Date[]): ArrivalCount[] => {
  const counts = new Map<number, number>();
  for (const time of times) {
    const from = Math.floor(time.getTime() / SPAN) * SPAN;
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([from, admitted]) => ({ from: new Date(from).toISOString(), admitted }));
};

export const asEvent = (attendance: Attendance): { data: Attendance } => ({ data: attendance });
export const toEvents = map(asEvent);
