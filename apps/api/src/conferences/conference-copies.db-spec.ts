import type { Checkpoint } from '@lectern/check-in';
import type { Conference } from '@lectern/conferences';
import { aConference, aConferenceThatIs, aGroup, type Caller, testApp, type TestApp } from '../app.harness';
import { aProgramme } from '../programme.harness';
import { ConferenceLifecycle } from './conference-lifecycle';

let test: TestApp;
let staff: Caller;

beforeAll(async () => {
  test = await testApp();
  staff = await test.as('staff');
  await test.addSchools(['951001']);
});

afterAll(() => test.close());

const copy = (id: string, wish: object = {}) => staff.post<Conference>(`/conferences/${id}/copies`, wish);

describe('a copy of a conference', () => {
  it('is a draft with its facts, a year later on the same weekday at the same time', async () => {
    const first = await aConferenceThatIs(staff, 'registration-open', {
      title: 'Maths in motion 2027',
      schoolCap: 40,
      pupilsPerAdult: 12,
      supervisionBands: [{ yearGroups: [9], pupilsPerAdult: 10 }],
      allocation: 'fair',
    });
    const { status, body } = await copy(first.id);
    expect(status).toBe(201);
    expect(body).toEqual({
      ...first,
      id: body.id,
      slug: 'maths-in-motion-2028',
      status: 'draft',
      title: 'Maths in motion 2028',
      startsAt: '2028-03-07T09:30:00.000Z',
      endsAt: '2028-03-07T15:00:00.000Z',
      registrationOpensAt: '2028-01-09T09:00:00.000Z',
      registrationClosesAt: '2028-02-19T17:00:00.000Z',
      finalNumbersAt: '2028-02-29T17:00:00.000Z',
      transitions: ['published', 'cancelled'],
    });
    expect((await staff.get(`/conferences/${body.slug}`)).body).toEqual(body);
  });

  it('takes another start and title, and moves the other dates along', async () => {
    const first = await aConferenceThatIs(staff, 'published');
    const { body } = await copy(first.id, { title: 'Summer maths', startsAt: '2027-07-06T08:30:00.000Z' });
    expect(body).toMatchObject({
      title: 'Summer maths',
      startsAt: '2027-07-06T08:30:00.000Z',
      endsAt: '2027-07-06T14:00:00.000Z',
      // 5pm in London, in summer.
      registrationClosesAt: '2027-06-19T16:00:00.000Z',
    });
  });

  it('names the field when the start is in the past, and keeps nothing', async () => {
    const first = await aConferenceThatIs(staff, 'published', { title: 'No copy of mine' });
    const answer = await copy(first.id, { startsAt: '2020-07-07T08:30:00.000Z' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'startsAt' }] } });
    const { body } = await staff.get('/conferences?scope=staff&limit=200');
    expect(body.items.filter(({ title }: Conference) => title === 'No copy of mine')).toHaveLength(1);
  });

  it('brings its checkpoints with their times moved, and no group', async () => {
    const first = await aConferenceThatIs(staff, 'registration-open');
    await staff.post(`/conferences/${first.id}/groups`, aGroup({ schoolUrn: '951001' }));
    await staff.post(`/conferences/${first.id}/checkpoints`, {
      name: 'Lunch',
      admits: 'once',
      opensAt: '2027-03-09T12:00:00Z',
      closesAt: '2027-03-09T13:30:00Z',
    });
    const { body: second } = await copy(first.id);
    expect(second.placesLeft).toBe(100);
    await staff.post(`/conferences/${second.id}/transitions`, { to: 'published' });
    const doors = await staff.get<{ items: Checkpoint[] }>(`/conferences/${second.id}/checkpoints`);
    expect(doors.body.items.map(({ id: _, ...door }) => door)).toEqual([
      { name: 'Main door', admits: 'once', isMainDoor: true, opensAt: null, closesAt: null, session: null },
      {
        name: 'Lunch',
        admits: 'once',
        isMainDoor: false,
        opensAt: '2028-03-07T12:00:00.000Z',
        closesAt: '2028-03-07T13:30:00.000Z',
        session: null,
      },
    ]);
    expect((await staff.get(`/conferences/${second.id}/groups`)).body.items).toEqual([]);
  });

  it('takes along the programme without its speakers, and the rules for places and lists', async () => {
    const first = await aConferenceThatIs(staff, 'published', { title: 'With a programme' });
    const programme = await aProgramme(staff, first.id);
    const rules = { offerHours: 24, method: 'in-order', criteria: [{ kind: 'first-visit', weight: 10 }] };
    expect((await staff.put(`/conferences/${first.id}/place-rules`, rules)).status).toBe(200);
    const lists = { photoConsentMonths: 12, trackingData: true, trackingReason: 'To follow progress' };
    expect((await staff.patch(`/conferences/${first.id}/roster-settings`, lists)).status).toBe(200);
    const { body: second } = await copy(first.id);
    const { body: taken } = await staff.get(`/conferences/${second.id}/programme`);
    expect(taken.sessions.map(({ title }: { title: string }) => title)).toEqual([
      programme.session.title,
      programme.freeSession.title,
    ]);
    expect(taken.speakers).toEqual([]);
    const day = (moment: string): string => moment.slice(0, 10);
    expect(taken.slots.map((slot: { startsAt: string }) => day(slot.startsAt))).toEqual(
      taken.slots.map(() => day(second.startsAt)),
    );
    expect((await staff.get(`/conferences/${second.id}/place-rules`)).body).toMatchObject(rules);
    expect((await staff.get(`/conferences/${second.id}/roster-settings`)).body).toMatchObject({
      photoConsentMonths: 12,
      trackingData: false,
      trackingReason: null,
    });
  });

  it('may be made of one that is cancelled, and of a draft', async () => {
    const { body: draft } = await staff.post<Conference>('/conferences', aConference());
    expect((await copy(draft.id)).status).toBe(201);
    await staff.post(`/conferences/${draft.id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    expect((await copy(draft.id)).body).toMatchObject({ status: 'draft', cancellationReason: null });
  });

  it('is made whole or not at all: what an area cannot take over undoes the copy', async () => {
    const first = await aConferenceThatIs(staff, 'published', { title: 'All or nothing' });
    test.app.get(ConferenceLifecycle).whenCopied(({ from }) => {
      return from === first.id ? Promise.reject(new Error('a listener fails')) : Promise.resolve();
    });
    expect((await copy(first.id)).status).toBe(500);
    const { body } = await staff.get('/conferences?scope=staff&limit=200');
    expect(body.items.filter(({ title }: Conference) => title === 'All or nothing')).toHaveLength(1);
  });

  it('refuses two numbers of pupils for one year group', async () => {
    const bands = [
      { yearGroups: [9], pupilsPerAdult: 10 },
      { yearGroups: [9, 10], pupilsPerAdult: 12 },
    ];
    expect(
      await staff.post('/conferences', aConference({ supervisionBands: [...bands] as never[] })),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'supervisionBands[1].yearGroups' }] },
    });
    const made = await staff.post<Conference>(
      '/conferences',
      aConference({ supervisionBands: [{ yearGroups: [10, 9], pupilsPerAdult: 10 }] }),
    );
    expect(made.body.supervisionBands).toEqual([{ yearGroups: [9, 10], pupilsPerAdult: 10 }]);
    const { body } = await staff.patch(`/conferences/${made.body.id}`, { supervisionBands: [] });
    expect(body.supervisionBands).toBeUndefined();
  });
});
