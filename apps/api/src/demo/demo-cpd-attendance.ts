import { newId } from '@lectern/core';
import type { CpdSession } from '@lectern/cpd';
import { CheckpointsService } from '../check-in/checkpoints.service';
import { DevicesService } from '../check-in/devices.service';
import { ScansService } from '../check-in/scans.service';
import { SessionAttendanceService } from '../cpd/attendance/session-attendance.service';
import { SessionDoorService } from '../cpd/attendance/session-door.service';
import { DoorTicketsService } from '../registrations/door-tickets.service';
import { after } from './demo-clock';
import type { DemoCpd } from './demo-cpd-parts';

const PRESENTERS = 'HOST00';
const DOOR = 'Room door';

/** One in seven had a meeting after all. */
const didCome = (n: number): boolean => n % 7 !== 5;

/** Minutes from the start at which the nth teacher came: most a little early, one in five from a lesson that overran. */
const arrival = (n: number): number => (n % 5 === 4 ? 12 : (n % 9) - 10);

/** People come to a session in person: presenters first, a few teachers late or not at all, one leaves early. */
const scanIn = async ({ app, clock, staff }: DemoCpd, session: CpdSession): Promise<void> => {
  const starts = new Date(session.startsAt);
  clock.goTo(after(starts, -45));
  const { eventId } = await app.get(SessionDoorService).open(session.id);
  const devices = app.get(DevicesService);
  const { pairingCode } = await devices.invite(staff, eventId, { role: 'steward', label: DOOR });
  const { deviceId, role } = await devices.pair({ pairingCode, name: DOOR }, 'demo');
  const [door] = await app.get(CheckpointsService).list(eventId);
  const { tickets } = await app.get(DoorTicketsService).changedSince(eventId, [0, ''], 500);
  if (!door || tickets.length === 0) return;
  const scan = (ticketId: string, at: Date, direction: 'in' | 'out' = 'in') => ({
    id: newId(),
    checkpointId: door.id,
    ticketId,
    direction,
    scannedAt: at.toISOString(),
  });
  const presenters = tickets.filter(({ schoolUrn }) => schoolUrn === PRESENTERS);
  const teachers = tickets
    .filter(({ schoolUrn }) => schoolUrn !== PRESENTERS)
    .sort((a, b) => a.displayName.localeCompare(b.displayName, 'en-GB'))
    .filter((_, n) => didCome(n));
  const scans = [
    ...presenters.map(({ ticketId }) => scan(ticketId, after(starts, -35))),
    ...teachers.map(({ ticketId }, n) => scan(ticketId, after(starts, arrival(n)))),
    ...teachers
      .slice(2, 3)
      .map(({ ticketId }) => scan(ticketId, after(new Date(session.endsAt), -25), 'out')),
  ];
  clock.goTo(after(new Date(session.endsAt), 5));
  const device = { deviceId, conferenceId: eventId, role, name: DOOR };
  await app.get(ScansService).take(device, { scans });
};

/** A meeting online has no door: staff mark who was there by its list. */
const markByHand = async ({ app, clock, staff }: DemoCpd, session: CpdSession): Promise<void> => {
  clock.goTo(after(new Date(session.endsAt), 10));
  const attendance = app.get(SessionAttendanceService);
  const { people } = await attendance.see(session.id);
  const expected = people.filter(({ isExpected }) => isExpected);
  if (expected.length === 0) return;
  await attendance.correct(staff, session.id, {
    people: expected.map(({ personId, part }, n) => ({
      personId,
      attended: part === 'presenter' || didCome(n),
    })),
    reason: 'From the list of the meeting.',
  });
};

/** Who was there, by the door or by hand. */
export const attendSession = (cpd: DemoCpd, session: CpdSession): Promise<void> =>
  session.place.kind === 'online' ? markByHand(cpd, session) : scanIn(cpd, session);
