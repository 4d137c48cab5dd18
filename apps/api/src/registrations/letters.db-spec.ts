import type { Conference } from '@lectern/conferences';
import type { ConferenceRequest } from '@lectern/conferences/requests';
import type { Mail, MailLetter } from '@lectern/notifications';
import type { Group } from '@lectern/registrations';
import type { GroupRequest } from '@lectern/registrations/requests';
import { aConferenceThatIs, aGroup, aRoster, type Caller, testApp, type TestApp } from '../app.harness';
import { Outbox } from '../notifications/outbox';
import { Jobs } from '../platform/jobs';

let test: TestApp;
let staff: Caller;

beforeAll(async () => {
  test = await testApp();
  await test.addSchools(['920001', '920002', '920003']);
  await test.as('coordinator', '920001');
  await test.as('coordinator', '920001');
  await test.as('coordinator', '920002');
  await test.as('teacher', '920001');
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set('2027-01-12T09:00:00.000Z');
  staff = await test.as('staff');
});

const open = (change: Partial<ConferenceRequest> = {}): Promise<Conference> =>
  aConferenceThatIs(staff, 'registration-open', change);

const register = async (
  conference: Conference,
  schoolUrn: string,
  change: Partial<GroupRequest> = {},
): Promise<Group> => {
  const { body } = await staff.post<Group>(
    `/conferences/${conference.id}/groups`,
    aGroup({ schoolUrn, ...change }),
  );
  return body;
};

/** What was written about a group, in order, one line each: kind and how many times. */
const mailsAbout = async (group: Group): Promise<Mail[]> =>
  (await staff.get<{ items: Mail[] }>(`/mails?about=${group.id}&limit=200`)).body.items.slice().reverse();
const kindsAbout = async (group: Group): Promise<string[]> =>
  (await mailsAbout(group)).map(({ kind }) => kind);
const lastLetter = async (group: Group): Promise<MailLetter & { ics: string }> => {
  const mail = (await mailsAbout(group)).at(-1)!;
  const { body } = await staff.get<MailLetter>(`/mails/${mail.id}/letter`);
  const ics = body.calendar ? (await staff.get<string>(`/mails/${mail.id}/calendar.ics`)).body : '';
  return { ...body, ics: ics.replace(/\r\n /g, '') };
};
const sequence = (ics: string): number => Number(/^SEQUENCE:(\d+)/m.exec(ics)?.[1]);

describe('letters about a group', () => {
  it('go to every coordinator of its school, and to nobody else', async () => {
    const group = await register(await open(), '920001');
    const mails = await mailsAbout(group);
    expect(mails.map(({ kind }) => kind)).toEqual(['registration.confirmed', 'registration.confirmed']);
    expect(new Set(mails.map(({ to }) => to.email)).size).toBe(2);
    expect(mails.every(({ to }) => to.name === 'A coordinator')).toBe(true);
  });

  it('say what was confirmed, with the entry of the public calendar', async () => {
    const conference = await open();
    const group = await register(conference, '920002');
    const letter = await lastLetter(group);
    expect(letter.subject).toBe('Your places are confirmed: Maths in motion, 9 Mar 2027');
    for (const words of [
      '30 places',
      'Tuesday 9 March 2027, 9.30am to 3pm',
      'The Arden Building',
      'School 920002',
    ])
      expect(letter.text).toContain(words);
    expect(letter.links).toEqual([
      { label: 'Open your group', url: `http://localhost:3000/groups/${group.id}` },
    ]);
    const { body: publicIcs } = await staff.get<string>(`/conferences/${conference.id}/calendar.ics`);
    const uid = /^UID:(.*)$/m.exec(publicIcs)?.[0];
    expect(letter.ics).toContain(uid);
    expect(letter.ics).toContain('METHOD:REQUEST');
    expect(letter.ics).toContain('STATUS:CONFIRMED');
  });

  it('say how many places there are of those asked for, and that the rest waits', async () => {
    const group = await register(await open({ pupilPlaces: 12 }), '920002', { pupilsMinimum: 10 });
    expect(await kindsAbout(group)).toEqual(['registration.in-part']);
    const letter = await lastLetter(group);
    expect(letter.text).toContain('12 of the 30 places');
    expect(letter.text).toContain('other 18');
    expect(letter.calendar).toBe('request');
  });

  it('say where a group stands that has to wait, without a calendar entry', async () => {
    const conference = await open({ pupilPlaces: 30 });
    await register(conference, '920001');
    const group = await register(conference, '920002');
    expect(await kindsAbout(group)).toEqual(['registration.waiting']);
    const letter = await lastLetter(group);
    expect(letter.text).toContain('1st on the waiting list');
    expect(letter.calendar).toBeNull();
  });

  it('say that places are shared out later', async () => {
    const group = await register(await open({ allocation: 'fair' }), '920002');
    expect(await kindsAbout(group)).toEqual(['registration.pending']);
    expect((await lastLetter(group)).text).toContain(
      'after registration has closed on Saturday 20 February 2027',
    );
  });

  it('tell of new numbers, and not of a new telephone', async () => {
    const group = await register(await open(), '920002');
    await staff.patch(`/groups/${group.id}`, { visitLeader: { name: 'Sam Holt', phone: '07700 900555' } });
    expect(await kindsAbout(group)).toEqual(['registration.confirmed']);
    await staff.patch(`/groups/${group.id}`, { pupilsWanted: 20 });
    expect(await kindsAbout(group)).toEqual(['registration.confirmed', 'group.changed']);
    expect((await lastLetter(group)).text).toContain('Places: 20 (30 before)');
  });

  it('tell once of more places that were asked for and given at once', async () => {
    const group = await register(await open(), '920002', { pupilsWanted: 10 });
    await staff.patch(`/groups/${group.id}`, { pupilsWanted: 20 });
    expect(await kindsAbout(group)).toEqual(['registration.confirmed', 'group.changed']);
    expect((await lastLetter(group)).text).toContain('Places: 20 (10 before)');
  });

  it('tell of a cancellation, and take the entry out of calendars with a higher number', async () => {
    const group = await register(await open(), '920002');
    const before = await lastLetter(group);
    await staff.post(`/groups/${group.id}/cancellation`, { reason: 'No coach' });
    expect((await kindsAbout(group)).at(-1)).toBe('group.cancelled');
    const letter = await lastLetter(group);
    expect(letter.text).toContain('Reason: No coach');
    expect(letter.ics).toContain('METHOD:CANCEL');
    expect(letter.ics).toContain('STATUS:CANCELLED');
    expect(/^UID:.*$/m.exec(letter.ics)?.[0]).toBe(/^UID:.*$/m.exec(before.ics)?.[0]);
    expect(sequence(letter.ics)).toBeGreaterThan(sequence(before.ics));
  });
});

describe('letters about a conference', () => {
  it('tell everybody booked that it is cancelled, and why; whoever cancelled before is left alone', async () => {
    const conference = await open({ pupilPlaces: 30 });
    const gone = await register(conference, '920002');
    await staff.post(`/groups/${gone.id}/cancellation`, {});
    const comes = await register(conference, '920001');
    const waits = await register(conference, '920002');
    await staff.post(`/conferences/${conference.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    expect((await kindsAbout(comes)).slice(-2)).toEqual(['conference.cancelled', 'conference.cancelled']);
    expect((await kindsAbout(waits)).at(-1)).toBe('conference.cancelled');
    expect(await kindsAbout(gone)).not.toContain('conference.cancelled');
    const letter = await lastLetter(comes);
    expect(letter.text).toContain('Why: Snow.');
    expect(letter.ics).toContain('METHOD:CANCEL');
    expect((await lastLetter(waits)).calendar).toBeNull();
  });

  it('tell of another date and place, and move the entry in calendars', async () => {
    const conference = await open();
    const group = await register(conference, '920002');
    const before = await lastLetter(group);
    await staff.patch(`/conferences/${conference.id}`, {
      startsAt: '2027-03-10T10:00:00.000Z',
      endsAt: '2027-03-10T15:00:00.000Z',
      venue: { name: 'The Creative Edge', address: 'St Helens Road' },
    });
    expect((await kindsAbout(group)).at(-1)).toBe('conference.changed');
    const letter = await lastLetter(group);
    expect(letter.text).toContain('When now: Wednesday 10 March 2027, 10am to 3pm');
    expect(letter.text).toContain('When before: Tuesday 9 March 2027, 9.30am to 3pm');
    expect(letter.text).toContain('Where now: The Creative Edge');
    expect(letter.text).not.toContain('Name now');
    expect(letter.ics).toContain('DTSTART:20270310T100000Z');
    expect(sequence(letter.ics)).toBeGreaterThan(sequence(before.ics));
  });

  it('are not written for what nobody has in a calendar', async () => {
    const conference = await open();
    const group = await register(conference, '920002');
    await staff.patch(`/conferences/${conference.id}`, { summary: 'Other words.', pupilPlaces: 120 });
    expect(await kindsAbout(group)).toEqual(['registration.confirmed']);
  });
});

describe('a letter and its change', () => {
  it('are kept together or not at all', async () => {
    const conference = await open();
    const posting = jest.spyOn(test.app.get(Outbox), 'post').mockRejectedValueOnce(new Error('no room'));
    const answer = await staff.post(`/conferences/${conference.id}/groups`, aGroup({ schoolUrn: '920002' }));
    posting.mockRestore();
    expect(answer.status).toBe(500);
    const { body } = await staff.get<{ items: Group[] }>(`/conferences/${conference.id}/groups`);
    expect(body.items).toEqual([]);
    expect((await staff.get<Conference>(`/conferences/${conference.id}`)).body.placesLeft).toBe(100);
  });

  it('a change that is refused writes none', async () => {
    const group = await register(await open(), '920002');
    await staff.patch(`/groups/${group.id}`, { pupilsWanted: 10, pupilsMinimum: 20 });
    expect(await kindsAbout(group)).toEqual(['registration.confirmed']);
  });
});

describe('the reminder of names that are missing', () => {
  const remind = () => test.app.get(Jobs).runNow('registrations.names-reminder');
  /** Weeks later: nobody is still signed in. */
  const later = async (moment: string): Promise<void> => {
    test.clock.set(moment);
    staff = await test.as('staff');
  };
  const reminders = async (group: Group) =>
    (await kindsAbout(group)).filter((kind) => kind === 'group.names-due').length;

  it('is written once, in the last seven days before numbers become final', async () => {
    const group = await register(await open(), '920002');
    await later('2027-02-23T16:59:59.000Z');
    await remind();
    expect(await reminders(group)).toBe(0);
    test.clock.advance(1000);
    await Promise.all([remind(), remind()]);
    await remind();
    await later('2027-02-24T17:00:00.000Z');
    await remind();
    expect(await reminders(group)).toBe(1);
    const letter = await lastLetter(group);
    expect(letter.subject).toBe('Name your pupils by 2 Mar 2027: Maths in motion, 9 Mar 2027');
    expect(letter.text).toContain('30 of your 30 pupils are not named yet');
  });

  it('leaves those alone who named everybody, who wait and who do not come', async () => {
    const conference = await open({ pupilPlaces: 40 });
    const named = await register(conference, '920001', { pupilsWanted: 10 });
    await staff.put(`/groups/${named.id}/roster`, { people: aRoster(10) });
    const gone = await register(conference, '920003');
    await staff.post(`/groups/${gone.id}/cancellation`, {});
    const waits = await register(conference, '920002', { pupilsWanted: 35 });
    await later('2027-02-24T09:00:00.000Z');
    await remind();
    for (const group of [named, gone, waits]) expect(await reminders(group)).toBe(0);
  });

  it('says nothing once numbers are final', async () => {
    const group = await register(await open(), '920002');
    await later('2027-03-02T17:00:00.000Z');
    await remind();
    expect(await reminders(group)).toBe(0);
  });
});

describe('the letter of an invitation', () => {
  it('goes to the invited address with the link that staff see', async () => {
    const invited = await staff.post('/invitations', {
      email: 'new.person@example.org',
      role: 'coordinator',
      schoolUrn: '920001',
    });
    const { body } = await staff.get<{ items: Mail[] }>(`/mails?about=${invited.body.id}`);
    expect(body.items).toEqual([
      expect.objectContaining({
        kind: 'invitation.made',
        to: { name: '', email: 'new.person@example.org' },
        status: 'waiting',
      }),
    ]);
    const letter = (await staff.get<MailLetter>(`/mails/${body.items[0]!.id}/letter`)).body;
    expect(letter.links).toEqual([{ label: 'Make your account', url: invited.body.link }]);
    expect(letter.text).toMatch(
      /^Hello,\n\nA staff invites you to Lectern as school coordinator at School 920001\./,
    );
    const rows = JSON.stringify(await test.database.select('SELECT * FROM outbox_mails'));
    expect(rows).not.toContain(invited.body.token);
  });
});
