import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DoorRecordService } from '../../check-in/door-record.service';
import { Database } from '../../persistence/database';
import { Jobs } from '../../platform/jobs';
import { CLOCK } from '../../platform/tokens';
import { PresenterOffersService } from '../offers/presenter-offers.service';
import { CpdSessionLifecycle } from '../planning/cpd-session-lifecycle';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { AttendanceReader, type PersonStanding } from './attendance-reader';
import { AttendanceRepository } from './attendance.repository';

export const LATE_SCANS_JOB = 'cpd.late-scans';
const DAY = 24 * 60 * 60_000;
/** A scan that was being stored while its session was settled may be stamped a little earlier. */
const MARGIN = 2 * 60_000;
/** A phone that was not in touch for longer holds no scans any more. */
const LATEST = 30 * DAY;

/**
 * What becomes of attendance once a session is delivered: the door’s word is kept, kept anew when a phone tells of scans
 * only afterwards, and the offers of those who presented are settled by it.
 */
@Injectable()
export class AttendanceSettlement implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sessions: CpdSessionsRepository,
    private readonly lifecycle: CpdSessionLifecycle,
    private readonly reader: AttendanceReader,
    private readonly rows: AttendanceRepository,
    private readonly record: DoorRecordService,
    private readonly offers: PresenterOffersService,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenMoved(async ({ session, to }) => {
      if (to === 'delivered') await this.settle(session.id);
    });
    this.jobs.add({ name: LATE_SCANS_JOB, everySeconds: 60, run: () => this.keepLateScans() });
  }

  /** Keeps what the door saw, for when tickets and scans are gone. Under the session’s lock. */
  async settle(sessionId: string, byStaff: string | null = null, isLate = false): Promise<void> {
    const [standing] = await this.reader.standings([sessionId]);
    const recordedAt = this.clock.now();
    for (const { person, decision } of standing?.isDoorUsed ? standing.people : []) {
      if (decision.source === 'staff') continue;
      await this.rows.keep({
        sessionId,
        personId: person.personId,
        part: person.part,
        attended: decision.attended,
        arrivedAt: decision.arrivedAt,
        leftAt: decision.leftAt,
        minutes: decision.minutes,
        source: 'door',
        recordedAt,
        reason: null,
        recordedBy: null,
      });
    }
    await this.settleOffers(sessionId, byStaff, isLate);
  }

  /**
   * A team delivered when one of it was there. Where nobody kept a door and nobody said, the word that the session was
   * delivered is word of those who were to deliver it. A scan
   * that comes late brings somebody in, and takes back nothing that a mentor said meanwhile.
   */
  async settleOffers(sessionId: string, byStaff: string | null, isLate = false): Promise<void> {
    const [standing] = await this.reader.standings([sessionId]);
    const presenting = new Map((standing?.people ?? []).map((one) => [one.person.personId, one]));
    for (const { offerId, people } of await this.offers.teamOf(sessionId)) {
      const team = people.flatMap(({ presenterId }) => presenting.get(presenterId) ?? []);
      const action = team.some(wasThere) ? 'deliver' : 'miss';
      if (action === 'deliver' || !isLate) await this.offers.settle(offerId, action, byStaff);
    }
  }

  /** Sessions whose doors learnt something since they were settled; again at any time, for nothing new. */
  async keepLateScans(): Promise<void> {
    const doors = await this.rows.settledDoors(new Date(this.clock.now().getTime() - LATEST));
    const learnt = await this.record.learntAt(doors.map(({ eventId }) => eventId));
    for (const { sessionId, eventId, keptAt } of doors) {
      const at = learnt.get(eventId);
      if (!at || (keptAt !== null && at.getTime() + MARGIN < keptAt.getTime())) continue;
      await this.database.transaction(async () => {
        await this.sessions.lock([sessionId]);
        await this.settle(sessionId, null, true);
      });
    }
  }
}

const wasThere = ({ decision }: PersonStanding): boolean =>
  decision.attended || decision.state === 'not-recorded';
