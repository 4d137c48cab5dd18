import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { BrowserContext } from 'playwright-core';
import type { RunningLectern } from './running-lectern';

interface Store {
  prepare(sql: string): { all(...values: unknown[]): unknown[]; run(...values: unknown[]): unknown };
  close(): void;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly email_key: string;
}

const moment = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '');

/** Writes into the database of a running Lectern what only the days before a session could have brought. */
const write = (home: string, sessionId: string, teachers: readonly string[], trainee: string): void => {
  const store = new DatabaseSync(join(home, 'lectern.db'), { timeout: 5000 }) as Store;
  const person = (key: string): Person =>
    store
      .prepare('SELECT id, name, email, email_key FROM accounts WHERE email = ?')
      .all(`${key}@lectern.example`)[0] as Person;
  const now = moment(new Date());
  const yesterday = Date.now() - 86_400_000;
  store
    .prepare('UPDATE cpd_sessions SET starts_at = ?, ends_at = ? WHERE id = ?')
    .run(moment(new Date(yesterday)), moment(new Date(yesterday + 5_400_000)), sessionId);
  for (const key of teachers) {
    const { id, name, email, email_key } = person(key);
    const [booking, booked] = [randomUUID(), randomUUID()];
    store
      .prepare(
        'INSERT INTO cpd_bookings (id, kind, session_id, school_urn, booked_by, status, people, fewest, places, held,' +
          " sequence, booked_at, updated_at) VALUES (?, 'session', ?, '900001', ?, 'confirmed', 1, 1, 1, 0, 1, ?, ?)",
      )
      .run(booking, sessionId, id, now, now);
    store
      .prepare('INSERT INTO cpd_booking_sessions (booking_id, session_id) VALUES (?, ?)')
      .run(booking, sessionId);
    store
      .prepare(
        'INSERT INTO cpd_booked_people (id, booking_id, place_in_list, account_id, name, email, email_key, trn,' +
          " has_place) VALUES (?, ?, 1, ?, ?, ?, ?, '1234567', 1)",
      )
      .run(booked, booking, id, name, email, email_key);
    store
      .prepare(
        'INSERT INTO cpd_attendances (session_id, person_id, part, attended, minutes, source, recorded_at)' +
          " VALUES (?, ?, 'teacher', 1, 90, 'staff', ?)",
      )
      .run(sessionId, booked, now);
  }
  const offer = randomUUID();
  store
    .prepare(
      "INSERT INTO cpd_offers (id, session_id, status, outline, offered_at, updated_at) VALUES (?, ?, 'approved', ?, ?, ?)",
    )
    .run(offer, sessionId, 'Cards, then a proof in pairs.', now, now);
  store
    .prepare(
      'INSERT INTO cpd_offer_presenters (id, offer_id, account_id, place_in_list, is_lead) VALUES (?, ?, ?, 1, 1)',
    )
    .run(randomUUID(), offer, person(trainee).id);
  store.close();
};

/** A session of yesterday that these people of the demo attended and delivered; its title is its own. */
export const heldSession = async (
  { url, home }: RunningLectern,
  staff: BrowserContext,
  title: string,
  people: { readonly teachers: readonly string[]; readonly trainee: string },
): Promise<string> => {
  const { items } = (await (await staff.request.get(`${url}/api/cpd/sessions`)).json()) as {
    items: { programmeId: string; topicId: string }[];
  };
  const [like] = items;
  if (!like) throw new Error('The demo has no sessions.');
  const post = async (path: string, data: object): Promise<{ id: string }> => {
    const answer = await staff.request.post(`${url}/api/cpd/${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const starts = Date.now() + 7 * 86_400_000;
  const { id } = await post('sessions', {
    programmeId: like.programmeId,
    topicId: like.topicId,
    title,
    startsAt: new Date(starts).toISOString(),
    endsAt: new Date(starts + 5_400_000).toISOString(),
    place: { kind: 'campus', name: 'Maths Lab 2' },
    teacherPlaces: 20,
    presentersWanted: 1,
  });
  await post(`sessions/${id}/transitions`, { to: 'published' });
  write(home, id, people.teachers, people.trainee);
  await post(`sessions/${id}/transitions`, { to: 'delivered' });
  return id;
};
