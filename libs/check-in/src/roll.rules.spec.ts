import fc from 'fast-check';
import { type FoldableScan, foldScans } from './fold-scans.rules';
import { callRoll, type RollAdmission, rollByRoom, type RollTicket, whereIs } from './roll.rules';

const at = (clock: string): string => `2027-03-09T${clock}:00.000Z`;

const door = (lastAt: string, change: Partial<RollAdmission> = {}): RollAdmission => ({
  ticketId: 'amira',
  place: 'Main door',
  isMainDoor: true,
  firstAdmittedAt: at('09:12'),
  inside: true,
  lastAt: at(lastAt),
  ...change,
});

const session = (place: string, lastAt: string, change: Partial<RollAdmission> = {}): RollAdmission =>
  door(lastAt, { place, isMainDoor: false, firstAdmittedAt: at(lastAt), ...change });

const aTicket = (ticketId: string, change: Partial<RollTicket> = {}): RollTicket => ({
  ticketId,
  displayName: `${ticketId} Oakley`,
  lookedUpBy: `Oakley ${ticketId}`,
  kind: 'pupil',
  schoolUrn: '900001',
  school: 'Alder Academy',
  isExpected: true,
  isWalkIn: false,
  ...change,
});

describe('where somebody is', () => {
  it('is nowhere while no door has seen them', () => {
    expect(whereIs([])).toEqual({ state: 'never-came', firstAdmittedAt: null, lastAt: null, room: null });
  });

  it('is here once the main door let them in, and in no room', () => {
    expect(whereIs([door('09:12')])).toEqual({
      state: 'here',
      firstAdmittedAt: at('09:12'),
      lastAt: at('09:12'),
      room: null,
    });
  });

  it('is the room that let them in last', () => {
    expect(whereIs([session('Lab 2', '11:00'), door('09:12'), session('Codes', '10:00')])).toMatchObject({
      state: 'here',
      room: 'Lab 2',
    });
  });

  it('is no room after they left the last one, came back through the main door or went home', () => {
    const left = session('Lab 2', '11:40', { inside: false, firstAdmittedAt: at('11:00') });
    expect(whereIs([door('09:12'), session('Codes', '10:00'), left])).toMatchObject({
      state: 'here',
      room: null,
    });
    expect(whereIs([door('12:30'), session('Codes', '10:00')])).toMatchObject({ state: 'here', room: null });
    expect(whereIs([door('14:55', { inside: false }), session('Codes', '14:00')])).toMatchObject({
      state: 'left',
      room: null,
    });
  });

  it('is here when a room let them in after the main door saw them leave', () => {
    expect(whereIs([door('12:00', { inside: false }), session('Codes', '12:20')])).toMatchObject({
      state: 'here',
      room: 'Codes',
    });
  });

  it('is here when only a session saw them, and still when they left that', () => {
    expect(whereIs([session('Codes', '10:00')])).toMatchObject({ state: 'here', room: 'Codes' });
    const left = session('Codes', '10:45', { inside: false, firstAdmittedAt: at('10:00') });
    expect(whereIs([left])).toMatchObject({ state: 'here', room: null, firstAdmittedAt: at('10:00') });
  });

  it('is gone when they were seen only leaving', () => {
    expect(whereIs([door('15:00', { inside: false, firstAdmittedAt: null })])).toEqual({
      state: 'left',
      firstAdmittedAt: null,
      lastAt: at('15:00'),
      room: null,
    });
  });
});

describe('the roll', () => {
  it('lists each school with its people by last name, and counts them', () => {
    const roll = callRoll(
      [
        aTicket('zoe', { schoolUrn: '900002', school: 'Zeal High' }),
        aTicket('cy', { lookedUpBy: 'Moss Cy' }),
        aTicket('bo', { lookedUpBy: 'Łuczak Bo' }),
        aTicket('amira', { lookedUpBy: 'Lund Amira', kind: 'adult' }),
      ],
      [door('09:12'), door('15:00', { ticketId: 'cy', inside: false })],
    );
    expect(roll).toMatchObject({ registered: 4, walkIns: 0, here: 1, left: 1, neverCame: 2 });
    expect(roll.schools.map(({ name, here, left, neverCame }) => [name, here, left, neverCame])).toEqual([
      ['Alder Academy', 1, 1, 1],
      ['Zeal High', 0, 0, 1],
    ]);
    expect(roll.schools[0]?.people.map(({ ticketId, state }) => [ticketId, state])).toEqual([
      ['bo', 'never-came'],
      ['amira', 'here'],
      ['cy', 'left'],
    ]);
  });

  it('keeps whoever came with a ticket that was withdrawn later, and drops who did not', () => {
    const withdrawn = { isExpected: false };
    const roll = callRoll([aTicket('amira', withdrawn), aTicket('bo', withdrawn)], [door('09:12')]);
    expect(roll).toMatchObject({ registered: 1, here: 1, neverCame: 0 });
  });

  it('counts walk-ins beside the registered', () => {
    const roll = callRoll([aTicket('amira', { isWalkIn: true }), aTicket('bo')], [door('09:12')]);
    expect(roll).toMatchObject({ registered: 1, walkIns: 1, here: 1, neverCame: 1 });
  });

  it('is called room by room for those who are here, the main door last', () => {
    const { schools } = callRoll(
      [aTicket('amira'), aTicket('bo'), aTicket('cy'), aTicket('dee')],
      [
        door('09:12'),
        session('Lab 10', '10:00', { ticketId: 'bo' }),
        session('Lab 2', '10:00', { ticketId: 'cy' }),
        door('15:00', { ticketId: 'dee', inside: false }),
      ],
    );
    expect(rollByRoom(schools).map(({ room, people }) => [room, people.map((p) => p.ticketId)])).toEqual([
      ['Lab 2', ['cy']],
      ['Lab 10', ['bo']],
      [null, ['amira']],
    ]);
  });
});

describe('the roll of any scans', () => {
  const NAMES = ['amira', 'bo', 'cy', 'dee', 'eve', 'nobody we know'];
  const PLACES = ['Main door', 'Codes', 'Lunch'];
  const scans = fc.array(
    fc.record({
      id: fc.uuid(),
      ticketId: fc.constantFrom(...NAMES),
      checkpointId: fc.constantFrom(...PLACES),
      admits: fc.constantFrom('once' as const, 'many' as const),
      deviceId: fc.constantFrom('north', 'south', 'east'),
      direction: fc.constantFrom('in' as const, 'out' as const),
      at: fc.integer({ min: 0, max: 400 }).map((m) => new Date(Date.UTC(2027, 2, 9, 9, m)).toISOString()),
      letIn: fc.boolean(),
    }),
    { maxLength: 60 },
  );
  const tickets = fc
    .uniqueArray(
      fc.record({
        ticketId: fc.constantFrom(...NAMES.slice(0, 5)),
        isExpected: fc.boolean(),
        isWalkIn: fc.boolean(),
        schoolUrn: fc.constantFrom('900001', '900002'),
      }),
      { selector: ({ ticketId }) => ticketId },
    )
    .map((list) => list.map(({ ticketId, ...change }) => aTicket(ticketId, change)));

  const admissionsOf = (list: readonly FoldableScan[]): RollAdmission[] =>
    foldScans(list).admissions.map(({ ticketId, checkpointId, firstAdmittedAt, inside, lastAt }) => ({
      ticketId,
      place: checkpointId,
      isMainDoor: checkpointId === 'Main door',
      firstAdmittedAt,
      inside,
      lastAt,
    }));

  it('acceptance 44: never holds more people than registered and walk-ins, and nobody twice', () => {
    fc.assert(
      fc.property(tickets, scans, (known, made) => {
        const roll = callRoll(known, admissionsOf(made));
        const people = roll.schools.flatMap((school) => school.people);
        const ids = people.map(({ ticketId }) => ticketId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(roll.here + roll.left + roll.neverCame).toBe(roll.registered + roll.walkIns);
        expect(ids.length).toBe(roll.registered + roll.walkIns);
        expect(roll.walkIns).toBeLessThanOrEqual(known.filter(({ isWalkIn }) => isWalkIn).length);
        expect(roll.registered).toBeLessThanOrEqual(known.filter(({ isWalkIn }) => !isWalkIn).length);
        expect(ids).not.toContain('nobody we know');
      }),
    );
  });

  it('misses nobody whom the main door has inside, and holds nobody whom no door let in', () => {
    fc.assert(
      fc.property(tickets, scans, (known, made) => {
        const admissions = admissionsOf(made);
        const roll = callRoll(known, admissions);
        const here = roll.schools
          .flatMap((school) => school.people)
          .filter(({ state }) => state === 'here')
          .map(({ ticketId }) => ticketId);
        for (const { ticketId, isMainDoor, inside } of admissions) {
          if (isMainDoor && inside && known.some((ticket) => ticket.ticketId === ticketId))
            expect(here).toContain(ticketId);
        }
        for (const id of here)
          expect(made.some((scan) => scan.ticketId === id && scan.direction === 'in' && scan.letIn)).toBe(
            true,
          );
      }),
    );
  });

  it('is the same in whatever order scans and tickets come', () => {
    fc.assert(
      fc.property(tickets, scans, (known, made) => {
        const roll = callRoll(known, admissionsOf(made));
        expect(callRoll([...known].reverse(), admissionsOf(made).reverse())).toEqual(roll);
      }),
    );
  });
});
