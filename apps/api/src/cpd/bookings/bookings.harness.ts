import { newId } from '@lectern/core';
import type { BookingMade, CpdSession, SessionBooking } from '@lectern/cpd';
import type { CpdSessionRequest, SessionBookingRequest } from '@lectern/cpd/requests';
import type { Answer, Caller, TestApp } from '../../app.harness';
import type { Letter } from '../../notifications/letter';
import { SEALED_LETTER } from '../../notifications/outbox';
import { Seal } from '../../platform/seal';
import { aCpdSessionThatIs, type TestCpd } from '../cpd.harness';

export const book = (
  teacher: Caller,
  session: Pick<CpdSession, 'id'>,
  request: Partial<SessionBookingRequest> = {},
): Promise<Answer<BookingMade>> => teacher.post<BookingMade>(`/cpd/sessions/${session.id}/bookings`, request);

export const bookSeries = (
  teacher: Caller,
  seriesId: string,
  request: Partial<SessionBookingRequest> = {},
): Promise<Answer<BookingMade>> => teacher.post<BookingMade>(`/cpd/series/${seriesId}/bookings`, request);

export const seeBooking = async (by: Caller, { id }: Pick<BookingMade, 'id'>): Promise<SessionBooking> =>
  (await by.get<SessionBooking>(`/cpd/bookings/${id}`)).body;

/** Colleagues with invented names and addresses. */
export const colleagues = (...names: readonly string[]) =>
  names.map((name) => ({ name, email: `${name.toLowerCase().replace(/\W/g, '.')}@school.example` }));

/** A series of published sessions, a month apart, the first on 9 February 2027. */
export const aSeries = async (
  test: TestApp,
  staff: Caller,
  cpd: TestCpd,
  changes: readonly Partial<CpdSessionRequest>[],
): Promise<{ readonly seriesId: string; readonly sessions: readonly CpdSession[] }> => {
  const seriesId = newId();
  await test.database.transaction(() =>
    test.database.execute(
      'INSERT INTO cpd_series (id, programme_id, title, created_at) VALUES (?, ?, ?, ?)',
      [seriesId, cpd.programme.id, 'Proof, step by step', test.clock.now()],
    ),
  );
  const sessions: CpdSession[] = [];
  for (const [at, change] of changes.entries()) {
    const day = `2027-0${at + 2}-09`;
    const times = { startsAt: `${day}T16:00:00.000Z`, endsAt: `${day}T17:30:00.000Z` };
    sessions.push(
      await aCpdSessionThatIs(staff, cpd, 'published', {
        seriesId,
        title: `Proof ${at + 1}`,
        ...times,
        ...change,
      }),
    );
  }
  return { seriesId, sessions };
};

export interface Posted {
  readonly kind: string;
  readonly to: string;
  readonly letter: Letter;
}

/** The letters about a booking, in the order in which they were written. */
export const lettersOf = async (test: TestApp, { id }: Pick<BookingMade, 'id'>): Promise<Posted[]> => {
  const rows = await test.database.select<{
    id: string;
    kind: string;
    recipient_email: string;
    sealed_letter: string;
  }>(
    "SELECT id, kind, recipient_email, sealed_letter FROM outbox_mails WHERE object_kind = 'cpd-booking'" +
      ' AND object_id = ? ORDER BY id',
    [id],
  );
  const seal = test.app.get(Seal);
  return rows.map((row) => ({
    kind: row.kind,
    to: row.recipient_email,
    letter: JSON.parse(seal.open(SEALED_LETTER, row.id, row.sealed_letter)) as Letter,
  }));
};

/** The token of the link in the letter that offered places to a booking. */
export const offerTokenOf = async (test: TestApp, booking: Pick<BookingMade, 'id'>): Promise<string> => {
  const offered = (await lettersOf(test, booking))
    .filter(({ kind }) => kind === 'cpd-booking.offered')
    .at(-1);
  const button = offered?.letter.parts.find((part) => part.kind === 'button');
  if (button?.kind !== 'button') throw new Error('The letter has a button.');
  return button.url.split('/').at(-1) ?? '';
};

/** What the database says of a session: its counter, and what its bookings have and hold, counted apart from it. */
export const countedOf = async (
  test: TestApp,
  { id }: Pick<CpdSession, 'id'>,
): Promise<{
  readonly given: number;
  readonly had: number;
  readonly held: number;
  readonly people: number;
}> => {
  const number = async (sql: string): Promise<number> => {
    const [row] = await test.database.select<{ n: number | string | null }>(sql, [id]);
    return Number(row?.n ?? 0);
  };
  const LIVE =
    " FROM cpd_bookings b JOIN cpd_booking_sessions bs ON bs.booking_id = b.id WHERE bs.session_id = ? AND b.status <> 'cancelled'";
  return {
    given: await number('SELECT places_given AS n FROM cpd_sessions WHERE id = ?'),
    had: await number(`SELECT SUM(b.places) AS n${LIVE}`),
    held: await number(`SELECT SUM(b.held) AS n${LIVE}`),
    people: await number(
      'SELECT COUNT(*) AS n FROM cpd_booked_people p JOIN cpd_bookings b ON b.id = p.booking_id' +
        ' JOIN cpd_booking_sessions bs ON bs.booking_id = b.id' +
        " WHERE bs.session_id = ? AND b.status <> 'cancelled' AND p.left_at IS NULL AND p.has_place",
    ),
  };
};
