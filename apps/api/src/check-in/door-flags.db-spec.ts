import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDay, called, type TestDay } from './desk.harness';

/** Words that only the day-only note of the pupil holds. */
const NOTE = /ramp|nuts|inhaler|aunt/i;

describe('what the day needs, and who may see it', () => {
  let test: TestApp;
  let staff: Caller;
  let day: TestDay;
  let groupId: string;
  let ticketId: string;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['923001', '923002']);
    test.clock.set('2027-01-12T09:00:00.000Z');
    day = await aDay(test, staff);
    const dayOnly = {
      dietary: 'No nuts',
      access: 'A ramp',
      medical: 'Inhaler',
      emergencyContact: 'Aunt, 07700 900555',
    };
    const [person] = called('Wren Oakley');
    const { group, tickets } = await day.comes('923001', [{ ...person, photoConsent: 'no', dayOnly }]);
    groupId = group.id;
    ticketId = tickets[0]!.id;
  });

  afterAll(() => test.close());

  it('acceptance 13: staff and the school’s own coordinator read the note, and nobody else finds it', async () => {
    const roster = `/groups/${groupId}/roster`;
    for (const by of [staff, await test.as('coordinator', '923001')]) {
      const { status, body } = await by.get(roster);
      expect(status).toBe(200);
      expect(body.people[0]).toMatchObject({
        photoConsent: 'no',
        dayOnly: { access: 'A ramp', medical: 'Inhaler' },
      });
    }
    const others = [
      await test.as('coordinator', '923002'),
      await test.as('teacher', '923001'),
      await test.as('mentor'),
      await test.as('trainee'),
      day.phone,
      day.supervisor,
      test.anyone,
    ];
    for (const by of others) {
      const { status, body } = await by.get(roster);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(body)).not.toMatch(NOTE);
    }
  });

  it.each(['phone', 'supervisor'] as const)(
    'acceptance 13: the door (%s) sees no photographs and an access need, and not a word of the note',
    async (role) => {
      const { status, body } = await day[role].get('/check-in/roster');
      expect(status).toBe(200);
      expect(body.upserts).toMatchObject([
        { displayName: 'Wren Oakley', flags: ['no-photo', 'access-need'] },
      ]);
      expect(JSON.stringify(body)).not.toMatch(NOTE);
    },
  );

  it('acceptance 13: a verdict carries the marks and not the note', async () => {
    const result = await day.scan(ticketId);
    expect(result.ticket).toMatchObject({ flags: ['no-photo', 'access-need'] });
    expect(JSON.stringify(result)).not.toMatch(NOTE);
  });

  it('acceptance 13: the roll and its plain list hold neither', async () => {
    for (const path of ['roll', 'roll.html', 'roll.html?by=room']) {
      const { status, body } = await staff.get(`${day.path}/${path}`);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('Wren Oakley');
      expect(JSON.stringify(body)).not.toMatch(NOTE);
      expect(JSON.stringify(body)).not.toMatch(/photo|access/i);
    }
  });
});
