import type { CertificateKind } from '@lectern/cpd';
import { seriesAttendance } from '@lectern/cpd';
import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service';
import { CpdProgrammesRepository } from '../planning/cpd-programmes.repository';
import { type CpdSessionRow, CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { type Attended, OutcomeFacts } from './outcome-facts';

/** What somebody has earned a certificate for. */
export interface CertificateGround {
  readonly kind: CertificateKind;
  readonly subjectId: string;
  readonly sessionId: string | null;
  readonly seriesId: string | null;
  readonly accountId: string | null;
  readonly holderEmail: string;
  readonly holderEmailKey: string;
  readonly name: string;
  readonly title: string;
  readonly topicTitle: string | null;
  readonly heldFrom: Date;
  readonly heldUntil: Date;
  readonly sessions: number;
  readonly minutes: number;
  readonly trn: string | null;
}

const MINUTE = 60_000;

const plannedMinutes = ({ startsAt, endsAt }: CpdSessionRow): number =>
  Math.max(0, Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE));

/** Of the stay where it was measured, never more than the session lasted. */
const minutesAt = (session: CpdSessionRow, stayed: number): number =>
  stayed > 0 ? Math.min(stayed, plannedMinutes(session)) : plannedMinutes(session);

const ofSession = (session: CpdSessionRow) => ({
  subjectId: session.id,
  sessionId: session.id,
  seriesId: null,
  title: session.title,
  topicTitle: session.topicTitle,
  heldFrom: session.startsAt,
  heldUntil: session.endsAt,
  sessions: 1,
});

/**
 * Works out who has earned a certificate: teachers who were at a delivered session, trainees who delivered it, and
 * teachers who met what is expected of a series, once all of it is delivered.
 */
@Injectable()
export class CertificateGrounds {
  constructor(
    private readonly sessions: CpdSessionsRepository,
    private readonly programmes: CpdProgrammesRepository,
    private readonly facts: OutcomeFacts,
    private readonly accounts: AccountsService,
  ) {}

  /** For a session that was delivered, and for its series if that is over with it. */
  async of(session: CpdSessionRow): Promise<readonly CertificateGround[]> {
    const teachers = await this.identified(await this.facts.teachersAt([session.id]));
    const attended = teachers.map((teacher) => ({
      ...ofSession(session),
      ...holderOf(teacher),
      kind: 'attended-session' as const,
      minutes: minutesAt(session, teacher.minutes),
    }));
    return [
      ...once(attended),
      ...(await this.delivered(session)),
      ...(session.seriesId === null ? [] : await this.ofSeries(session.seriesId)),
    ];
  }

  private async delivered(session: CpdSessionRow): Promise<CertificateGround[]> {
    const found: CertificateGround[] = [];
    for (const { accountId, minutes } of await this.facts.deliveredAt([session.id])) {
      const account = await this.accounts.find(accountId);
      if (!account) continue;
      found.push({
        ...ofSession(session),
        kind: 'delivered-session',
        accountId,
        holderEmail: account.email,
        holderEmailKey: account.emailKey,
        name: account.name,
        trn: null,
        minutes: minutesAt(session, minutes),
      });
    }
    return found;
  }

  private async ofSeries(seriesId: string): Promise<CertificateGround[]> {
    const series = await this.programmes.findSeries(seriesId);
    const held = (await this.sessions.ofSeries(seriesId)).filter(
      ({ status }) => status !== 'cancelled' && status !== 'proposed',
    );
    const [first, last] = [held[0], held.at(-1)];
    const isOver = held.every(({ status }) => status === 'delivered');
    // What is expected and not planned yet is still to come.
    if (!series || !first || !last || !isOver || held.length < (series.sessionsExpected ?? 1)) return [];
    const there = await this.identified(await this.facts.teachersAt(held.map(({ id }) => id)));
    const people = once(there.map((teacher) => ({ ...teacher, holderEmailKey: teacher.emailKey })));
    const standings = seriesAttendance({
      sessions: held.map(({ id, startsAt, endsAt }) => ({
        id,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        isCancelled: false,
      })),
      sessionsExpected: series.sessionsExpected,
      people: people.map(({ emailKey, name }) => ({
        id: emailKey,
        name,
        kind: 'teacher',
        sessionIds: held.map(({ id }) => id),
      })),
      attendances: there.map(({ emailKey, sessionId }) => ({ personId: emailKey, sessionId })),
      now: last.endsAt,
    });
    return people.flatMap((teacher) => {
      const standing = standings.find(({ id }) => id === teacher.emailKey);
      if (standing?.standing !== 'met') return [];
      const stays = there.filter(({ emailKey }) => emailKey === teacher.emailKey);
      const minutesOf = (session: CpdSessionRow): number => {
        const own = stays.filter(({ sessionId }) => sessionId === session.id);
        return own.length === 0 ? 0 : minutesAt(session, Math.max(...own.map(({ minutes }) => minutes)));
      };
      return [
        {
          ...holderOf(teacher),
          kind: 'attended-series' as const,
          subjectId: seriesId,
          sessionId: null,
          seriesId,
          title: series.title,
          topicTitle: null,
          heldFrom: first.startsAt,
          heldUntil: last.endsAt,
          sessions: standing.attended,
          minutes: held.reduce((sum, session) => sum + minutesOf(session), 0),
          // Given with one booking of the series, perhaps not with another.
          trn: stays.find(({ trn }) => trn !== null)?.trn ?? null,
        },
      ];
    });
  }

  /** Whoever has an account is known by its address, whatever a booking calls them by. */
  private async identified(teachers: readonly Attended[]): Promise<Attended[]> {
    const found: Attended[] = [];
    for (const teacher of teachers) {
      const account = teacher.accountId === null ? null : await this.accounts.find(teacher.accountId);
      found.push(account ? { ...teacher, email: account.email, emailKey: account.emailKey } : teacher);
    }
    return found;
  }
}

const holderOf = ({ accountId, email, emailKey, name, trn }: Attended) => ({
  accountId,
  holderEmail: email,
  holderEmailKey: emailKey,
  name,
  trn,
});

/** Each holder once, although two bookings may name the same person. */
const once = <Held extends { readonly holderEmailKey: string }>(held: readonly Held[]): Held[] => [
  ...new Map(held.map((one) => [one.holderEmailKey, one])).values(),
];
