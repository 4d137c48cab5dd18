import type { Roll, RollPerson, RollSchool, RollState } from './door.contract';

/** One person who has, or had, a ticket. */
export interface RollTicket {
  readonly ticketId: string;
  readonly displayName: string;
  /** What a reader looks the person up by: the last name first. */
  readonly lookedUpBy: string;
  readonly kind: RollPerson['kind'];
  readonly schoolUrn: string;
  readonly school: string;
  /** Whether the ticket still holds; one that was withdrawn is on the roll only when somebody came with it. */
  readonly isExpected: boolean;
  readonly isWalkIn: boolean;
}

/** The state of one ticket at one checkpoint, with what the roll needs to know of the checkpoint. */
export interface RollAdmission {
  readonly ticketId: string;
  /** The name of the checkpoint, as a person would say where somebody is. */
  readonly place: string;
  readonly isMainDoor: boolean;
  /** Null when the ticket was only ever seen leaving. */
  readonly firstAdmittedAt: string | null;
  readonly inside: boolean;
  readonly lastAt: string;
}

type Whereabouts = Pick<RollPerson, 'state' | 'firstAdmittedAt' | 'lastAt' | 'room'>;

const NOWHERE: Whereabouts = { state: 'never-came', firstAdmittedAt: null, lastAt: null, room: null };

const { compare } = new Intl.Collator('en-GB', { numeric: true });

const time = (instant: string): number => Date.parse(instant);

const groupedBy = <Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/** The main door first within one instant: whoever was seen in a room then is in the room. */
const byTime = (a: RollAdmission, b: RollAdmission): number =>
  time(a.lastAt) - time(b.lastAt) || Number(b.isMainDoor) - Number(a.isMainDoor) || compare(a.place, b.place);

const earliest = (admissions: readonly RollAdmission[]): string | null =>
  admissions.reduce<string | null>(
    (first, { firstAdmittedAt }) =>
      firstAdmittedAt !== null && (first === null || time(firstAdmittedAt) < time(first))
        ? firstAdmittedAt
        : first,
    null,
  );

/**
 * Where somebody is, from everything that the doors saw of them.
 *
 * Only the main door lets people out of the building; leaving a session is leaving a room. Whoever was let in anywhere
 * after the main door saw them leave is here: it is better to look for somebody who has gone than not to look for
 * somebody who has not.
 */
export const whereIs = (admissions: readonly RollAdmission[]): Whereabouts => {
  const seen = [...admissions].sort(byTime);
  const last = seen.at(-1);
  if (!last) return NOWHERE;
  const firstAdmittedAt = earliest(seen);
  const gone = seen.filter(({ isMainDoor }) => isMainDoor).at(-1);
  const hasLeft =
    firstAdmittedAt === null ||
    (gone !== undefined &&
      !gone.inside &&
      !seen.some(({ inside, lastAt }) => inside && time(lastAt) >= time(gone.lastAt)));
  const state: RollState = hasLeft ? 'left' : 'here';
  const room = !hasLeft && !last.isMainDoor && last.inside ? last.place : null;
  return { state, firstAdmittedAt, lastAt: last.lastAt, room };
};

const count = (people: readonly RollPerson[], state: RollState): number =>
  people.filter((person) => person.state === state).length;

const counted = (people: readonly RollPerson[]) => ({
  here: count(people, 'here'),
  left: count(people, 'left'),
  neverCame: count(people, 'never-came'),
});

/**
 * The roll: everybody who is expected and everybody who came, each once, by school and last name. So those here, gone
 * and never seen are always as many as registered and walk-ins together. An admission of a ticket that nobody knows
 * adds nobody.
 */
export const callRoll = (
  tickets: readonly RollTicket[],
  admissions: readonly RollAdmission[],
): Omit<Roll, 'conferenceId' | 'title' | 'at'> => {
  const seenOf = groupedBy(admissions, ({ ticketId }) => ticketId);
  const unique = [...new Map(tickets.map((ticket) => [ticket.ticketId, ticket])).values()];
  const onRoll = unique.filter(({ ticketId, isExpected }) => isExpected || seenOf.has(ticketId));
  const schools = [...groupedBy(onRoll, ({ schoolUrn }) => schoolUrn)]
    .map(([urn, members]): RollSchool => {
      const people = [...members]
        .sort((a, b) => compare(a.lookedUpBy, b.lookedUpBy) || compare(a.ticketId, b.ticketId))
        .map(({ ticketId, displayName, kind, isWalkIn }): RollPerson => ({
          ticketId,
          displayName,
          kind,
          isWalkIn,
          ...whereIs(seenOf.get(ticketId) ?? []),
        }));
      return { urn, name: members[0]?.school ?? urn, ...counted(people), people };
    })
    .sort((a, b) => compare(a.name, b.name) || compare(a.urn, b.urn));
  const walkIns = onRoll.filter(({ isWalkIn }) => isWalkIn).length;
  return {
    registered: onRoll.length - walkIns,
    walkIns,
    ...counted(schools.flatMap(({ people }) => people)),
    schools,
  };
};

/** The people of one place, for a roll that is called room by room. */
export interface RollRoom {
  /** Null for those who are here and whom no room has seen last. */
  readonly room: string | null;
  readonly people: readonly (RollPerson & { readonly school: string })[];
}

/** Those who are here, room by room; whoever was last seen at the main door comes last. */
export const rollByRoom = (schools: readonly RollSchool[]): RollRoom[] => {
  const here = schools.flatMap(({ name, people }) =>
    people.filter(({ state }) => state === 'here').map((person) => ({ ...person, school: name })),
  );
  return [...groupedBy(here, ({ room }) => room)]
    .map(([room, people]) => ({ room, people }))
    .sort((a, b) =>
      a.room === null || b.room === null
        ? Number(a.room === null) - Number(b.room === null)
        : compare(a.room, b.room),
    );
};
