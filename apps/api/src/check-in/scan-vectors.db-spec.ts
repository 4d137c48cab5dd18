import { factsOf, SCAN_VECTORS, type ScanVector, VECTOR_SCANNED_AT } from '@lectern/check-in/testing';
import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { TicketsService } from '../registrations/tickets.service';
import { aDoorDay, type DoorDay, pairPhone, type Phone, sendScan } from './door.harness';
import { DoorSessions } from './door-sessions.service';

/** Tickets whose holders are inside a session before somebody comes. */
const OTHERS = [1, 2];

describe('acceptance 47: the shared vectors, through the API', () => {
  let test: TestApp;
  let staff: Caller;
  let day: DoorDay;
  let theirs: DoorDay;
  let phones: Record<'steward' | 'supervisor', Phone>;
  let coachCode: string;

  const run = (sql: string, values: readonly unknown[]) =>
    test.database.transaction(() => test.database.execute(sql, values));

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['910000']);
    theirs = await aDoorDay(test, staff);
    day = await aDoorDay(test, staff, { pupils: 3, adults: 1 });
    phones = {
      steward: await pairPhone(test, staff, day.conferenceId),
      supervisor: await pairPhone(test, staff, day.conferenceId, 'supervisor'),
    };
    const facts = await test.app.get(ConferencePlacesService).facts(day.conferenceId);
    coachCode = (await test.app.get(TicketsService).partyCodes(facts!))(day.group.id);
    test.clock.set(VECTOR_SCANNED_AT);
  });

  afterAll(() => test.close());

  /** What the camera would read. */
  const codeFor = (ticket: ReturnType<typeof factsOf>['ticket']): string => {
    const own = day.tickets.find(
      ({ kind }) => kind === (typeof ticket === 'string' ? 'pupil' : ticket.kind),
    )!;
    if (typeof ticket !== 'string') return own.code;
    return {
      'unknown-code': 'HELLO',
      'mistyped-code': '0000-0012',
      'damaged-code': own.code.slice(0, -1),
      'party-code': coachCode,
      'wrong-event': theirs.tickets[0]!.code,
    }[ticket];
  };

  const admit = (
    ticketId: string,
    checkpointId: string,
    first: string | null,
    door: string | null,
    inside: boolean,
  ) =>
    run(
      'INSERT INTO admissions (ticket_id, checkpoint_id, conference_id, school_urn, first_admitted_at, first_door,' +
        " inside, last_at) VALUES (?, ?, ?, '910000', ?, ?, ?, ?)",
      [
        ticketId,
        checkpointId,
        day.conferenceId,
        first && new Date(first),
        door,
        inside,
        new Date('2027-01-12T09:02:00Z'),
      ],
    );

  /** A checkpoint of the vector's own, with everything on record that it names. */
  const arrange = async (vector: ScanVector): Promise<string> => {
    const {
      ticket,
      admission,
      checkpoint,
      sessionCount = 0,
      inSession = false,
      rightPlace,
    } = factsOf(vector);
    const id = newId();
    const status = typeof ticket === 'string' ? 'valid' : ticket.status;
    await run('UPDATE visit_groups SET status = ? WHERE id = ?', [
      status === 'not-confirmed' ? 'waiting' : 'confirmed',
      day.group.id,
    ]);
    await run('UPDATE tickets SET status = ? WHERE conference_id = ?', [
      status === 'not-confirmed' ? 'valid' : status,
      day.conferenceId,
    ]);
    if (!checkpoint) return id;
    const { admits, opensAt, closesAt, session } = checkpoint;
    await run(
      'INSERT INTO checkpoints (id, conference_id, name, admits, is_main_door, opens_at, closes_at, created_at, session_id)' +
        ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        id,
        day.conferenceId,
        'Here',
        admits,
        false,
        opensAt && new Date(opensAt),
        closesAt && new Date(closesAt),
        test.clock.now(),
        session ? newId() : null,
      ],
    );
    const at = jest.spyOn(test.app.get(DoorSessions), 'at');
    at.mockResolvedValue(session ? { ...session, has: () => inSession, placeOf: () => rightPlace } : null);
    for (const other of OTHERS.slice(0, sessionCount))
      await admit(day.tickets[other]!.id, id, '2027-01-12T09:00:00Z', 'Here', true);
    const own = typeof ticket === 'string' ? null : day.tickets.find(({ kind }) => kind === ticket.kind);
    if (admission && own)
      await admit(own.id, id, admission.firstAdmittedAt, admission.firstDoor, admission.inside);
    return id;
  };

  it.each(SCAN_VECTORS)('$name', async (vector) => {
    const { ticket, direction, role, override } = factsOf(vector);
    const checkpointId = await arrange(vector);
    const result = await sendScan(phones[role], {
      id: newId(),
      checkpointId,
      code: codeFor(ticket),
      direction,
      scannedAt: VECTOR_SCANNED_AT,
      ...(override ? { override: { reason: 'As the vector says' } } : {}),
    });
    expect({ outcome: result.outcome, reason: result.reason }).toEqual({
      outcome: vector.outcome,
      reason: vector.reason,
    });
    expect(result.message.startsWith(`${vector.title}. `)).toBe(true);
  });
});
