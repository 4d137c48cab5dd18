import { newId } from '@lectern/core';
import type { CpdSession } from '@lectern/cpd';
import type { Caller, TestApp } from '../../app.harness';
import { aCpdSessionThatIs, type TestCpd } from '../cpd.harness';

/** The afternoon of the specs: a session from 4pm to 5.30pm in London. */
export const at = (time: string): string => `2027-01-12T${time}:00.000Z`;

export const aSessionOfTheDay = (
  staff: Caller,
  cpd: TestCpd,
  change: Parameters<typeof aCpdSessionThatIs>[3] = {},
): Promise<CpdSession> =>
  aCpdSessionThatIs(staff, cpd, 'published', { startsAt: at('16:00'), endsAt: at('17:30'), ...change });

/** A session that began an hour ago and goes on for another: it was planned in time, and then time went by. */
export const aSessionUnderWay = async (test: TestApp, staff: Caller, cpd: TestCpd): Promise<CpdSession> => {
  const session = await aCpdSessionThatIs(staff, cpd, 'published');
  const now = test.clock.now().getTime();
  await change(test, 'UPDATE cpd_sessions SET starts_at = ?, ends_at = ? WHERE id = ?', [
    new Date(now - 3_600_000),
    new Date(now + 3_600_000),
    session.id,
  ]);
  return session;
};

export const accountOf = async (caller: Caller): Promise<string> =>
  (await caller.get('/session')).body.account.id;

export interface TestBooking {
  readonly id: string;
  readonly people: readonly string[];
}

/** A booking of sessions as its tables hold it: the first has the account, all have places unless it says otherwise. */
export const aBookingOf = async (
  { database, clock }: TestApp,
  sessionIds: readonly string[],
  bookedBy: string,
  { names = ['Ada Teacher'], schoolUrn = '930001', hasPlace = true, email = '' } = {},
): Promise<TestBooking> => {
  const id = newId();
  const people = names.map(() => newId());
  await database.transaction(async () => {
    await database.execute(
      'INSERT INTO cpd_bookings (id, kind, session_id, series_id, live_key, school_urn, booked_by, status, people,' +
        ' fewest, places, held, sequence, booked_at, updated_at) VALUES (?, ?, ?, NULL, NULL, ?, ?, ?, ?, 1, ?, 0, 1, ?, ?)',
      [
        id,
        'session',
        sessionIds[0],
        schoolUrn,
        bookedBy,
        hasPlace ? 'confirmed' : 'waiting',
        names.length,
        hasPlace ? names.length : 0,
        clock.now(),
        clock.now(),
      ],
    );
    for (const sessionId of sessionIds) {
      await database.execute('INSERT INTO cpd_booking_sessions (booking_id, session_id) VALUES (?, ?)', [
        id,
        sessionId,
      ]);
    }
    for (const [place, name] of names.entries()) {
      const address = place === 0 && email ? email : `${people[place]}@example.org`;
      await database.execute(
        'INSERT INTO cpd_booked_people (id, booking_id, place_in_list, account_id, name, email, email_key, has_place)' +
          ' VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        [
          people[place],
          id,
          place,
          place === 0 && !email ? bookedBy : null,
          name,
          address,
          address,
          hasPlace ? 1 : 0,
        ],
      );
    }
  });
  return { id, people };
};

/** An approved offer of one presenter; the id of the presenter on it. */
export const anApprovedOffer = async (
  { database, clock }: TestApp,
  sessionId: string,
  accountId: string,
): Promise<{ readonly offerId: string; readonly presenterId: string }> => {
  const offerId = newId();
  const presenterId = newId();
  await database.transaction(async () => {
    await database.execute(
      'INSERT INTO cpd_offers (id, session_id, live_key, status, outline, offered_at, updated_at)' +
        " VALUES (?, ?, NULL, 'approved', 'What we would do.', ?, ?)",
      [offerId, sessionId, clock.now(), clock.now()],
    );
    await database.execute(
      'INSERT INTO cpd_offer_presenters (id, offer_id, account_id, place_in_list, is_lead) VALUES (?, ?, ?, 0, 1)',
      [presenterId, offerId, accountId],
    );
  });
  return { offerId, presenterId };
};

/** Runs one statement, as another part of the CPD would. */
export const change = ({ database }: TestApp, sql: string, values: readonly unknown[]): Promise<number> =>
  database.transaction(() => database.execute(sql, values));
