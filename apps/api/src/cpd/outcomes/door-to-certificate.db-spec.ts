import { newId } from '@lectern/core';
import type { CpdSession, SessionDoor, SessionTicket } from '@lectern/cpd';
import { type Caller, testApp, type TestApp } from '../../app.harness';
import { pairPhone, type Phone, sendScans } from '../../check-in/door.harness';
import { postedLetters } from '../../identity/letters.harness';
import { aBookingOf, anApprovedOffer, aSessionOfTheDay, at } from '../attendance/attendance.harness';
import { aCpdProgramme } from '../cpd.harness';
import { accountOf } from './outcomes.harness';

let test: TestApp;
let staff: Caller;
let session: CpdSession;
let phone: Phone;

beforeEach(async () => {
  test = await testApp();
  await test.addSchools(['930001']);
  test.clock.set(at('15:00'));
  staff = await test.as('staff');
  session = await aSessionOfTheDay(staff, await aCpdProgramme(staff));
  const { body } = await staff.post<SessionDoor>(`/cpd/sessions/${session.id}/door`);
  phone = await pairPhone(test, staff, body.eventId);
});

afterEach(() => test.close());

const scan = async (who: Caller, time: string, direction = 'in'): Promise<void> => {
  const { body } = await who.get<SessionTicket>(`/cpd/sessions/${session.id}/my-ticket`);
  if (test.clock.now() < new Date(at(time))) test.clock.set(at(time));
  await sendScans(phone, [
    {
      id: newId(),
      checkpointId: phone.paired.checkpoints[0]!.id,
      code: body.code,
      direction,
      scannedAt: at(time),
      shown: direction === 'in' ? 'admitted' : undefined,
    },
  ]);
};
const aTeacher = async (): Promise<Caller> => {
  const teacher = await test.as('teacher', '930001');
  await aBookingOf(test, [session.id], (await accountOf(teacher)).id);
  return teacher;
};
const aTrainee = async (): Promise<Caller> => {
  const trainee = await test.as('trainee');
  await anApprovedOffer(test, session.id, (await accountOf(trainee)).id);
  return trainee;
};
const deliver = async (): Promise<void> => {
  test.clock.set(at('17:40'));
  await staff.post(`/cpd/sessions/${session.id}/transitions`, { to: 'delivered' });
};
const certificates = async (who: Caller) => (await who.get('/cpd/certificates')).body.items;

describe('from the door to the certificate', () => {
  it('whoever was let in has one, for as long as they stayed, and whoever was not has none', async () => {
    const [stayed, left, absent] = [await aTeacher(), await aTeacher(), await aTeacher()];
    const [came, missed] = [await aTrainee(), await aTrainee()];
    await scan(came, '15:40');
    await scan(stayed, '15:55');
    await scan(left, '16:10');
    await scan(left, '17:00', 'out');
    await deliver();
    const letters = (await postedLetters(test)).filter(({ kind }) => kind === 'cpd.certificates');
    expect(letters).toHaveLength(3);
    expect(await certificates(stayed)).toMatchObject([{ kind: 'attended-session', minutes: 90 }]);
    expect(await certificates(left)).toMatchObject([{ kind: 'attended-session', minutes: 50 }]);
    expect(await certificates(came)).toMatchObject([{ kind: 'delivered-session', minutes: 90 }]);
    for (const nobody of [absent, missed]) expect(await certificates(nobody)).toEqual([]);
    expect((await came.get('/cpd/evidence')).body.items).toMatchObject([{ teachersAttended: 2 }]);
    expect((await missed.get('/cpd/evidence')).body.items).toEqual([]);
  });

  it('a scan that a phone sends only after the session was delivered counts for all of it', async () => {
    const [first, late] = [await aTeacher(), await aTeacher()];
    await scan(first, '15:55');
    await deliver();
    expect(await certificates(late)).toEqual([]);
    await scan(late, '15:57');
    expect(await certificates(late)).toMatchObject([{ kind: 'attended-session' }]);
    const given = await late.post(`/cpd/sessions/${session.id}/feedback`, { answers: { clear: 4 } });
    expect(given.status).toBe(201);
  });
});
