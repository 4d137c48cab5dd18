import type { RosterChanges, ScanResult } from '@lectern/check-in';
import { newId } from '@lectern/core';
import type { CpdSession, SessionAttendance, SessionDoor, SessionTicket } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { pairPhone, type Phone, sendScans } from '../../check-in/door.harness';
import { aCpdProgramme, type TestCpd } from '../cpd.harness';
import { CpdSessionLifecycle } from '../planning/cpd-session-lifecycle';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { aBookingOf, accountOf, anApprovedOffer, aSessionOfTheDay, at, change } from './attendance.harness';
import { SessionDoorService } from './session-door.service';

let test: TestApp;
let staff: Caller;
let cpd: TestCpd;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools(['930001', '930002']);
  test.clock.set(at('15:00'));
  staff = await test.as('staff');
  cpd = await aCpdProgramme(staff);
});

afterAll(() => test.close());

interface Afternoon {
  readonly session: CpdSession;
  readonly teacher: Caller;
  readonly ticket: SessionTicket;
  readonly people: readonly string[];
  readonly door: SessionDoor;
  readonly phone: Phone;
}

/** A session with a teacher, a colleague and a presenter, and a phone at its door. */
const anAfternoon = async (): Promise<Afternoon> => {
  test.clock.set(at('15:00'));
  const session = await aSessionOfTheDay(staff, cpd);
  const teacher = await test.as('teacher', '930001');
  const { people } = await aBookingOf(test, [session.id], await accountOf(teacher), {
    names: ['Ada Teacher', 'Ben Colleague'],
  });
  const trainee = await test.as('trainee');
  await anApprovedOffer(test, session.id, await accountOf(trainee));
  const { body: ticket } = await teacher.get<SessionTicket>(`/cpd/sessions/${session.id}/my-ticket`);
  const { body: door } = await staff.post<SessionDoor>(`/cpd/sessions/${session.id}/door`);
  const phone = await pairPhone(test, staff, door.eventId);
  return { session, teacher, ticket, people, door, phone };
};

const scan = async (
  { phone, ticket }: Pick<Afternoon, 'phone' | 'ticket'>,
  time: string,
  more: Record<string, unknown> = {},
): Promise<ScanResult> => {
  test.clock.set(at(time));
  const [result] = await sendScans(phone, [
    {
      id: newId(),
      checkpointId: phone.paired.checkpoints[0]!.id,
      code: ticket.code,
      direction: 'in',
      scannedAt: at(time),
      ...more,
    },
  ]);
  return result!;
};

const rosterOf = async ({ caller }: Phone): Promise<RosterChanges> =>
  (await caller.get<RosterChanges>('/check-in/roster')).body;

const attendanceOf = async (session: Pick<CpdSession, 'id'>): Promise<SessionAttendance> =>
  (await staff.get<SessionAttendance>(`/cpd/sessions/${session.id}/attendance`)).body;

describe('the door of a session', () => {
  it('pairs a phone that shows the session and knows who is expected', async () => {
    const { phone, door, session } = await anAfternoon();
    expect(phone.paired.conference).toMatchObject({
      id: door.eventId,
      title: session.title,
      venueName: session.place.name,
      startsAt: session.startsAt,
    });
    expect(phone.paired.checkpoints.map(({ name, admits }) => `${name}, ${admits}`)).toEqual([
      'Main door, once',
    ]);
    const { upserts } = await rosterOf(phone);
    expect(
      upserts.map(({ displayName, school, kind, status }) => [displayName, school, kind, status]).sort(),
    ).toEqual([
      ['A trainee', 'Presenters', 'adult', 'valid'],
      ['Ada Teacher', 'School 930001', 'adult', 'valid'],
      ['Ben Colleague', 'School 930001', 'adult', 'valid'],
    ]);
    expect(door.tickets).toBe(3);
  });

  it('lets a teacher in by the ticket on their phone, once, and sees them leave', async () => {
    const day = await anAfternoon();
    expect(await scan(day, '15:50')).toMatchObject({ outcome: 'admitted' });
    expect(await scan(day, '15:55')).toMatchObject({ outcome: 'already-in' });
    const here = await attendanceOf(day.session);
    expect(here).toMatchObject({ expected: 3, attended: 1, onSite: 1, noShows: 0, isDoorUsed: true });
    expect(here.people.find(({ name }) => name === 'Ada Teacher')).toMatchObject({
      state: 'here',
      arrivedAt: at('15:50'),
    });
    await scan(day, '17:00', { direction: 'out' });
    test.clock.set(at('18:00'));
    const after = await attendanceOf(day.session);
    expect(after.people.map(({ name, state, minutes }) => [name, state, minutes])).toEqual([
      ['A trainee', 'no-show', 0],
      ['Ada Teacher', 'attended', 60],
      ['Ben Colleague', 'no-show', 0],
    ]);
    expect(after).toMatchObject({ attended: 1, noShows: 2, onSite: 0 });
  });

  it('refuses the ticket of another session, saying so', async () => {
    const day = await anAfternoon();
    const other = await anAfternoon();
    expect(await scan({ phone: day.phone, ticket: other.ticket }, '15:50')).toMatchObject({
      outcome: 'refused',
      reason: 'wrong-event',
    });
  });

  it('follows the bookings: who gives the place back is refused, who gets one comes in', async () => {
    const day = await anAfternoon();
    await rosterOf(day.phone);
    await change(test, 'UPDATE cpd_booked_people SET has_place = 0 WHERE id = ?', [day.people[0]]);
    await test.app.get(SessionDoorService).peopleChanged(day.session.id);
    expect(await scan(day, '15:50')).toMatchObject({ outcome: 'refused', reason: 'revoked' });
    const { upserts } = await rosterOf(day.phone);
    expect(upserts.find(({ displayName }) => displayName === 'Ada Teacher')?.status).toBe('revoked');
    expect((await day.teacher.get(`/cpd/sessions/${day.session.id}/my-ticket`)).status).toBe(404);
    await change(test, 'UPDATE cpd_booked_people SET has_place = 1 WHERE id = ?', [day.people[0]]);
    await test.app.get(SessionDoorService).peopleChanged(day.session.id);
    expect(await scan(day, '15:52')).toMatchObject({ outcome: 'admitted' });
  });

  it('brings the roster up to date before a phone reads it, though nobody told the door', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const { body: door } = await staff.post<SessionDoor>(`/cpd/sessions/${session.id}/door`);
    const phone = await pairPhone(test, staff, door.eventId);
    const teacher = await test.as('teacher', '930001');
    await aBookingOf(test, [session.id], await accountOf(teacher), { names: ['Late Booker'] });
    expect((await rosterOf(phone)).upserts.map(({ displayName }) => displayName)).toEqual(['Late Booker']);
  });

  it('withdraws the ticket of a presenter whose offer is taken back', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const trainee = await test.as('trainee');
    const { offerId } = await anApprovedOffer(test, session.id, await accountOf(trainee));
    const path = `/cpd/sessions/${session.id}/my-ticket`;
    const { body: ticket } = await trainee.get<SessionTicket>(path);
    expect(ticket).toMatchObject({ name: 'A trainee', title: session.title });
    const { body: door } = await staff.post<SessionDoor>(`/cpd/sessions/${session.id}/door`);
    const phone = await pairPhone(test, staff, door.eventId);
    await change(test, "UPDATE cpd_offers SET status = 'withdrawn' WHERE id = ?", [offerId]);
    await test.app.get(SessionDoorService).peopleChanged(session.id);
    expect((await trainee.get(path)).status).toBe(404);
    expect(await scan({ phone, ticket }, '15:50')).toMatchObject({ outcome: 'refused', reason: 'revoked' });
  });

  it('refuses everybody once the session is cancelled, and pairs no more phones', async () => {
    const day = await anAfternoon();
    const { status } = await staff.post(`/cpd/sessions/${day.session.id}/transitions`, {
      to: 'cancelled',
      reason: 'Snow.',
    });
    expect(status).toBe(200);
    expect(await scan(day, '15:50')).toMatchObject({ outcome: 'refused' });
    const again = { role: 'steward', label: 'North' };
    expect((await staff.post(`/conferences/${day.door.eventId}/device-pairings`, again)).status).toBe(409);
    expect((await staff.post(`/cpd/sessions/${day.session.id}/door`)).body.code).toBe('session-not-open');
  });

  it('has one door however many ask for it at once', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    await change(test, 'DELETE FROM cpd_session_doors WHERE session_id = ?', [session.id]);
    const doors = await Promise.all(
      Array.from({ length: 16 }, () => staff.post<SessionDoor>(`/cpd/sessions/${session.id}/door`)),
    );
    expect(new Set(doors.map(({ body }) => body.eventId)).size).toBe(1);
    expect(new Set(doors.map(({ status }) => status))).toEqual(new Set([201]));
  });

  it('gives a teacher one ticket however often they ask at once', async () => {
    const session = await aSessionOfTheDay(staff, cpd);
    const teacher = await test.as('teacher', '930001');
    await aBookingOf(test, [session.id], await accountOf(teacher));
    const path = `/cpd/sessions/${session.id}/my-ticket`;
    const tickets = await Promise.all(Array.from({ length: 16 }, () => teacher.get<SessionTicket>(path)));
    expect(new Set(tickets.map(({ body }) => body.shortCode)).size).toBe(1);
    const rows = await test.database.select('SELECT ticket_id FROM cpd_door_tickets WHERE session_id = ?', [
      session.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is not there for a draft or for a meeting online, and says so', async () => {
    const online = await aSessionOfTheDay(staff, cpd, { place: { kind: 'online', name: 'Teams' } });
    expect((await staff.post(`/cpd/sessions/${online.id}/door`)).body).toMatchObject({
      status: 409,
      code: 'session-is-online',
    });
    expect((await staff.get(`/cpd/sessions/${online.id}/attendance`)).body.eventId).toBeNull();
    expect((await staff.post(`/cpd/sessions/${newId()}/door`)).status).toBe(404);
  });

  it('adds nobody at the door: staff keep that list', async () => {
    const { door } = await anAfternoon();
    const supervisor = await pairPhone(test, staff, door.eventId, 'supervisor');
    const { status, body } = await supervisor.caller.post('/check-in/walk-ins', {
      id: newId(),
      checkpointId: supervisor.paired.checkpoints[0]!.id,
      groupId: newId(),
      kind: 'adult',
      givenName: 'Una',
      familyName: 'Expected',
      reason: 'She came with Ada.',
      scannedAt: at('15:50'),
    });
    expect([status, body.code]).toEqual([409, 'staff-keep-this-list']);
  });

  it('follows the session to another time and room', async () => {
    const day = await anAfternoon();
    await test.database.transaction(async () => {
      const sessions = test.app.get(CpdSessionsRepository);
      const [before] = await sessions.lock([day.session.id]);
      const after = { ...before!, title: 'Circles again', placeName: 'Arden 1.01' };
      await test.app.get(CpdSessionLifecycle).revised({ before: before!, after });
    });
    const contact = { sentAt: at('15:00'), queued: 0, parked: 0, appVersion: '1' };
    const { body } = await day.phone.caller.post('/check-in/contact', contact);
    expect(body.conference).toMatchObject({ title: 'Circles again', venueName: 'Arden 1.01' });
  });
});
