import type { Programme, ProgrammeRoom, ProgrammeSession, ProgrammeSlot } from '@lectern/conferences';
import { newId } from '@lectern/core';
import { aConferenceThatIs, type Caller, testApp, type TestApp } from '../app.harness';

const at = (time: string): string => `2027-03-09T${time}:00.000Z`;

describe('the programme of a conference', () => {
  let test: TestApp;
  let staff: Caller;
  let path: string;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    const { id } = await aConferenceThatIs(staff, 'registration-open');
    path = `/conferences/${id}/programme`;
  });

  const made = async <T>(kind: string, body: object): Promise<T> => {
    const answer = await staff.post(`${path}/${kind}`, body);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const aRoom = (name = 'The Arden Theatre', capacity = 60) =>
    made<ProgrammeRoom>('rooms', { name, capacity });
  const aSlot = (starts = '10:00', ends = '10:45', grouping = 'placed') =>
    made<ProgrammeSlot>('slots', {
      name: `Session at ${starts}`,
      startsAt: at(starts),
      endsAt: at(ends),
      grouping,
    });
  const aSession = (title: string, slot: ProgrammeSlot, room: ProgrammeRoom | null, more: object = {}) =>
    made<ProgrammeSession>('sessions', { title, slotId: slot.id, roomId: room?.id ?? null, ...more });

  it('is what was entered, in the order of the day', async () => {
    const strand = await made<{ id: string }>('strands', { name: ' Maths and people ' });
    const room = await aRoom();
    const later = await aSlot('11:00', '11:45');
    const slot = await aSlot();
    const speaker = await made<{ id: string }>('speakers', {
      name: 'Dr Ada Quill',
      kind: 'guest',
      affiliation: 'Vale Codes Ltd',
    });
    const session = await aSession('Codes and ciphers', slot, room, {
      summary: 'How secrets are kept.',
      strandId: strand.id,
      yearGroups: [10, 9],
      speakerIds: [speaker.id],
    });
    const { body } = await staff.get<Programme>(path);
    expect(body.slots.map(({ id }) => id)).toEqual([slot.id, later.id]);
    expect(body.strands).toEqual([{ id: strand.id, name: 'Maths and people' }]);
    expect(body.sessions).toEqual([session]);
    expect(session).toMatchObject({ yearGroups: [9, 10], speakerIds: [speaker.id], roomId: room.id });
  });

  it('is empty for the public until it is published, and again when it is taken back', async () => {
    await aRoom();
    const rooms = async (by: Caller) => (await by.get<Programme>(path)).body.rooms.length;
    expect([await rooms(test.anyone), await rooms(staff)]).toEqual([0, 1]);
    const published = await staff.put(`${path}/publication`, { published: true });
    expect(published).toMatchObject({ status: 200, body: { publishedAt: test.clock.now().toISOString() } });
    expect(await rooms(test.anyone)).toBe(1);
    await staff.put(`${path}/publication`, { published: false });
    expect(await rooms(test.anyone)).toBe(0);
  });

  it('does not exist for the public while the conference is a draft, published or not', async () => {
    const { id, slug } = await aConferenceThatIs(staff, 'draft');
    await staff.put(`/conferences/${id}/programme/publication`, { published: true });
    expect((await test.anyone.get(`/conferences/${slug}/programme`)).status).toBe(404);
    expect((await staff.get(`/conferences/${slug}/programme`)).status).toBe(200);
  });

  it('refuses a room that is taken, and names the room, the times and the session', async () => {
    const room = await aRoom();
    const slot = await aSlot();
    await aSession('Codes and ciphers', slot, room);
    const answer = await staff.post(`${path}/sessions`, { title: 'Dance', slotId: slot.id, roomId: room.id });
    const message =
      'The Arden Theatre is taken from 10am to 10.45am by ‘Codes and ciphers’. Choose another room or another time.';
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'programme-clash', errors: [{ field: 'roomId', code: 'room-taken', message }] },
    });
  });

  it('refuses a speaker who speaks elsewhere at that time, in a slot that only overlaps too', async () => {
    const speaker = await made<{ id: string }>('speakers', { name: 'Dr Ada Quill', kind: 'staff' });
    const speakerIds = [speaker.id];
    await aSession('Codes', await aSlot(), null, { speakerIds });
    const beside = await aSlot('10:30', '11:00');
    const answer = await staff.post(`${path}/sessions`, { title: 'Dance', slotId: beside.id, speakerIds });
    expect(answer.body).toMatchObject({
      code: 'programme-clash',
      errors: [{ field: 'speakerIds', code: 'speaker-taken' }],
    });
    expect((await staff.get<Programme>(path)).body.sessions).toHaveLength(1);
  });

  it('moves a session to another room and time, and refuses to where it would clash', async () => {
    const [arden, lab] = [await aRoom(), await aRoom('Lab 2', 20)];
    const [first, second] = [await aSlot(), await aSlot('11:00', '11:45')];
    const codes = await aSession('Codes', first, arden);
    await aSession('Dance', second, lab);
    const to = (slot: ProgrammeSlot, room: ProgrammeRoom) =>
      staff.put(`${path}/sessions/${codes.id}`, { title: 'Codes', slotId: slot.id, roomId: room.id });
    expect((await to(second, lab)).status).toBe(409);
    expect((await to(first, lab)).body).toMatchObject({ slotId: first.id, roomId: lab.id });
    expect((await to(second, arden)).body).toMatchObject({ slotId: second.id, roomId: arden.id });
  });

  it('refuses to move a time onto another when a room would be taken twice', async () => {
    const room = await aRoom();
    const [first, second] = [await aSlot(), await aSlot('11:00', '11:45')];
    await aSession('Codes', first, room);
    await aSession('Dance', second, room);
    const answer = await staff.put(`${path}/slots/${second.id}`, {
      ...second,
      id: undefined,
      startsAt: at('10:30'),
    });
    expect(answer.body).toMatchObject({ code: 'programme-clash', errors: [{ field: 'startsAt' }] });
    expect((await staff.get<Programme>(path)).body.slots[1]?.startsAt).toBe(at('11:00'));
  });

  it('keeps times inside the conference’s day, and apart from what everybody is in', async () => {
    const slot = { name: 'X', startsAt: at('09:00'), endsAt: at('10:00'), grouping: 'placed' };
    expect((await staff.post(`${path}/slots`, slot)).body.errors).toMatchObject([
      { field: 'startsAt', code: 'outside-day' },
    ]);
    await aSlot('12:00', '12:45', 'together');
    const beside = { ...slot, startsAt: at('12:30'), endsAt: at('13:00') };
    expect((await staff.post(`${path}/slots`, beside)).body.errors).toMatchObject([
      { field: 'startsAt', code: 'not-free' },
    ]);
  });

  it('keeps a room, a time, a strand and a speaker while a session uses them, and says which', async () => {
    const room = await aRoom();
    const slot = await aSlot();
    const strand = await made<{ id: string }>('strands', { name: 'People' });
    const speaker = await made<{ id: string }>('speakers', { name: 'Dr Ada Quill', kind: 'trainee' });
    const session = await aSession('Codes', slot, room, { strandId: strand.id, speakerIds: [speaker.id] });
    const parts = [`rooms/${room.id}`, `slots/${slot.id}`, `strands/${strand.id}`, `speakers/${speaker.id}`];
    for (const part of parts) {
      expect(await staff.delete(`${path}/${part}`)).toMatchObject({
        status: 409,
        body: { code: 'programme-in-use', detail: expect.stringContaining('is used by ‘Codes’') },
      });
    }
    expect((await staff.delete(`${path}/sessions/${session.id}`)).status).toBe(204);
    for (const part of parts) expect((await staff.delete(`${path}/${part}`)).status).toBe(204);
    expect((await staff.get<Programme>(path)).body).toMatchObject({ rooms: [], slots: [], sessions: [] });
  });

  it.each([0, -1, 2001, 12.5, '60', null])('takes no room that holds %p people', async (capacity) => {
    expect(await staff.post(`${path}/rooms`, { name: 'Lab', capacity })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'capacity' }] },
    });
  });

  it('takes rooms that hold 1 and 2,000 people, and no two of one name', async () => {
    await aRoom('Lab 1', 1);
    await aRoom('Hall', 2000);
    expect(await staff.post(`${path}/rooms`, { name: ' lab  1', capacity: 5 })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'name', code: 'name-taken' }] },
    });
  });

  it('takes nothing that belongs to another conference or is not there', async () => {
    const slot = await aSlot();
    const mine = path;
    path = `/conferences/${(await aConferenceThatIs(staff, 'published')).id}/programme`;
    const [foreignSlot, foreignRoom] = [await aSlot(), await aRoom()];
    path = mine;
    const refused = async (change: object, field: string) => {
      const answer = await staff.post(`${path}/sessions`, { title: 'X', slotId: slot.id, ...change });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
    };
    await refused({ slotId: foreignSlot.id }, 'slotId');
    await refused({ roomId: foreignRoom.id }, 'roomId');
    await refused({ strandId: newId() }, 'strandId');
    await refused({ speakerIds: [newId()] }, 'speakerIds');
    await refused({ yearGroups: [12] }, 'yearGroups');
    expect((await staff.delete(`${path}/rooms/${foreignRoom.id}`)).status).toBe(404);
    const change = { name: 'X', capacity: 5 };
    expect((await staff.put(`${path}/rooms/${foreignRoom.id}`, change)).status).toBe(404);
    expect((await staff.post(`/conferences/${newId()}/programme/rooms`, change)).status).toBe(404);
  });

  it('no longer changes once the conference is over', async () => {
    const id = path.split('/')[2]!;
    await staff.post(`/conferences/${id}/transitions`, { to: 'cancelled', reason: 'Snow.' });
    expect(await staff.post(`${path}/rooms`, { name: 'Lab', capacity: 5 })).toMatchObject({
      status: 409,
      body: { code: 'conference-over' },
    });
  });

  it('gives a room to one of twelve editors who want it at once', async () => {
    const room = await aRoom();
    const slots = [
      await aSlot('10:00', '10:45'),
      await aSlot('10:15', '11:00'),
      await aSlot('10:30', '11:15'),
    ];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        staff
          .with({ 'idempotency-key': newId() })
          .post(`${path}/sessions`, { title: `Wish ${n}`, slotId: slots[n % 3]!.id, roomId: room.id }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'programme-clash')).toHaveLength(11);
    expect((await staff.get<Programme>(path)).body.sessions).toHaveLength(1);
  });

  it('moves one of two sessions that are sent into the same room at once', async () => {
    const [arden, lab, hall] = [await aRoom(), await aRoom('Lab 2'), await aRoom('Hall')];
    const slot = await aSlot();
    const sessions = [await aSession('Codes', slot, lab), await aSession('Dance', slot, hall)];
    const answers = await Promise.all(
      sessions.map(({ id, title }) =>
        staff.put(`${path}/sessions/${id}`, { title, slotId: slot.id, roomId: arden.id }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('records who changed what', async () => {
    const room = await aRoom();
    const [record] = await test.database.select<{ action: string; details: string }>(
      "SELECT action, details FROM audit_records WHERE action = 'programme.added' AND object_id = ?",
      [path.split('/')[2]],
    );
    expect(JSON.stringify(record)).toContain(room.id);
  });
});
