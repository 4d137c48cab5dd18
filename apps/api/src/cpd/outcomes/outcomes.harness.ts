import { newId } from '@lectern/core';
import type { CpdSession } from '@lectern/cpd';
import type { CpdSessionRequest } from '@lectern/cpd/requests';
import type { Caller, TestApp } from '../../app.harness';
import { aCpdSessionThatIs, type TestCpd } from '../cpd.harness';

/** A teacher who was there: an account, or a colleague of whom only an address is known. */
export interface TestTeacher {
  readonly accountId: string | null;
  readonly email: string;
  readonly name: string;
  readonly trn?: string;
  readonly attended?: boolean;
  /** Left out: for the whole session. */
  readonly minutes?: number;
}

export interface TestPresenter {
  readonly accountId: string;
  readonly offer?: 'approved' | 'delivered' | 'offered' | 'withdrawn';
  /** Left out: nobody marked them. */
  readonly attended?: boolean;
}

export interface HeldSession {
  readonly session: CpdSession;
  /** In the order of the presenters: the ids of their evidence. */
  readonly presenterIds: readonly string[];
}

/** The account of a caller, as their own page shows it. */
export const accountOf = async (
  caller: Caller,
): Promise<{ id: string; name: string; email: string; schoolUrn: string | null }> =>
  (await caller.get('/session')).body.account;

export const teacherOf = async (caller: Caller, change: Partial<TestTeacher> = {}): Promise<TestTeacher> => {
  const { id, email, name } = await accountOf(caller);
  return { accountId: id, email, name, ...change };
};

/** Writes down who booked a session and was there. */
export const cameTo = async (
  { database, clock }: TestApp,
  { id: sessionId, startsAt }: Pick<CpdSession, 'id' | 'startsAt'>,
  teachers: readonly TestTeacher[],
  { school, by }: { readonly school: string; readonly by: string },
): Promise<void> =>
  database.transaction(async () => {
    for (const { accountId, email, name, trn, attended = true, minutes } of teachers) {
      const [bookingId, personId] = [newId(), newId()];
      const now = clock.now();
      await database.execute(
        'INSERT INTO cpd_bookings (id, kind, session_id, school_urn, booked_by, status, people, fewest, places, held,' +
          " sequence, booked_at, updated_at) VALUES (?, 'session', ?, ?, ?, 'confirmed', 1, 1, 1, 0, 1, ?, ?)",
        [bookingId, sessionId, school, by, now, now],
      );
      await database.execute('INSERT INTO cpd_booking_sessions (booking_id, session_id) VALUES (?, ?)', [
        bookingId,
        sessionId,
      ]);
      await database.execute(
        'INSERT INTO cpd_booked_people (id, booking_id, place_in_list, account_id, name, email, email_key, trn, has_place)' +
          ' VALUES (?, ?, 1, ?, ?, ?, ?, ?, 1)',
        [personId, bookingId, accountId, name, email, email.toLowerCase(), trn ?? null],
      );
      const leftAt = minutes === undefined ? null : new Date(Date.parse(startsAt) + minutes * 60_000);
      await database.execute(
        'INSERT INTO cpd_attendances (session_id, person_id, part, attended, left_at, minutes, source, recorded_at)' +
          " VALUES (?, ?, 'teacher', ?, ?, 0, 'staff', ?)",
        [sessionId, personId, attended ? 1 : 0, leftAt, now],
      );
    }
  });

/** Writes down who offered to deliver a session, each alone, and answers with the ids of their evidence. */
export const presentedBy = async (
  { database, clock }: TestApp,
  sessionId: string,
  presenters: readonly TestPresenter[],
): Promise<string[]> => {
  const ids = presenters.map(() => newId());
  await database.transaction(async () => {
    for (const [at, { accountId, offer = 'approved', attended }] of presenters.entries()) {
      const [offerId, now] = [newId(), clock.now()];
      await database.execute(
        'INSERT INTO cpd_offers (id, session_id, status, outline, offered_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
        [offerId, sessionId, offer, 'Cards, then a proof in pairs.', now, now],
      );
      await database.execute(
        'INSERT INTO cpd_offer_presenters (id, offer_id, account_id, place_in_list, is_lead) VALUES (?, ?, ?, 1, 1)',
        [ids[at], offerId, accountId],
      );
      if (attended === undefined) continue;
      await database.execute(
        'INSERT INTO cpd_attendances (session_id, person_id, part, attended, minutes, source, recorded_at)' +
          " VALUES (?, ?, 'presenter', ?, 90, 'staff', ?)",
        [sessionId, ids[at], attended ? 1 : 0, now],
      );
    }
  });
  return ids;
};

/** Yesterday, as the clock of the tests has it. */
export const YESTERDAY = {
  startsAt: '2027-01-11T16:00:00.000Z',
  endsAt: '2027-01-11T17:30:00.000Z',
} as const;

/** A session of yesterday that these people attended and delivered; marked as delivered unless it says otherwise. */
export const aHeldSession = async (
  test: TestApp,
  staff: Caller,
  cpd: TestCpd,
  people: {
    readonly teachers?: readonly TestTeacher[];
    readonly presenters?: readonly TestPresenter[];
    readonly school: string;
  },
  { isDelivered = true, ...change }: Partial<CpdSessionRequest> & { readonly isDelivered?: boolean } = {},
): Promise<HeldSession> => {
  const asked = { ...YESTERDAY, ...change };
  const now = test.clock.now().toISOString();
  // Nobody opens a session for booking that lies in the past.
  test.clock.set(new Date(Date.parse(asked.startsAt) - 86_400_000).toISOString());
  const made = await aCpdSessionThatIs(staff, cpd, 'published', asked);
  test.clock.set(now);
  const by = (await accountOf(staff)).id;
  await cameTo(test, made, people.teachers ?? [], { school: people.school, by });
  const presenterIds = await presentedBy(test, made.id, people.presenters ?? []);
  if (!isDelivered) return { session: made, presenterIds };
  const { body } = await staff.post<CpdSession>(`/cpd/sessions/${made.id}/transitions`, { to: 'delivered' });
  return { session: body, presenterIds };
};
