import { foldText } from '@lectern/core';
import { overlap, suitsYears, type YearGroup } from '@lectern/conferences';
import { partsInWords, peopleInWords, seatsInWords, whyThere } from './session-reasons.rules';
import { drawLot } from './lottery.rules';

/** A session with the seats that are still to be given, pupils and adults counted alike. */
export interface SessionSeats {
  readonly id: string;
  readonly title: string;
  readonly seats: number;
  readonly yearGroups: readonly YearGroup[];
}

export interface SlotToFill {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sessions: readonly SessionSeats[];
}

/** Where a group, or part of it, is already. */
export interface SeatsHeld {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly pupils: number;
  readonly adults: number;
}

export interface GroupToPlace {
  readonly id: string;
  readonly pupils: number;
  readonly adults: number;
  /** As far as they are known. */
  readonly yearGroups: readonly number[];
  /** The sessions that it would like, best first, of whichever slot. */
  readonly wishes: readonly string[];
  readonly has: readonly SeatsHeld[];
}

export interface SessionPart {
  readonly sessionId: string;
  readonly title: string;
  readonly pupils: number;
  readonly adults: number;
}

export interface GroupAllocation {
  readonly groupId: string;
  readonly parts: readonly SessionPart[];
  /** Which of its wishes it got, 1 is the first; null when none. */
  readonly choice: number | null;
  readonly reason: string;
  readonly pupilsWithout: number;
}

export interface SlotAllocation {
  readonly slotId: string;
  readonly groups: readonly GroupAllocation[];
}

export interface SessionFacts {
  readonly seed: string;
  /** In the order of the day. */
  readonly slots: readonly SlotToFill[];
  readonly groups: readonly GroupToPlace[];
}

/** What of a group is to be placed in one slot. */
interface Need {
  readonly group: GroupToPlace;
  readonly pupils: number;
  readonly adults: number;
  readonly people: number;
  readonly wishes: readonly string[];
  readonly draw: number;
}

class Slot {
  private readonly left: Map<string, number>;

  constructor(
    private readonly slot: SlotToFill,
    private readonly seed: string,
    private readonly titlesOf: (groupId: string) => ReadonlySet<string>,
  ) {
    this.left = new Map(slot.sessions.map(({ id, seats }) => [id, Math.max(0, seats)]));
  }

  seatsIn(sessionId: string): number {
    return this.left.get(sessionId) ?? 0;
  }

  find(sessionId: string): SessionSeats | undefined {
    return this.slot.sessions.find(({ id }) => id === sessionId);
  }

  isRepeat({ group }: Need, session: SessionSeats): boolean {
    return this.titlesOf(group.id).has(foldText(session.title));
  }

  /** Whether the whole group fits where it wishes to be, and has not been to the same before. */
  grants(need: Need, wish: string): boolean {
    const session = this.find(wish);
    return session !== undefined && !this.isRepeat(need, session) && this.seatsIn(wish) >= need.people;
  }

  take(session: SessionSeats, pupils: number, adults: number): SessionPart {
    this.left.set(session.id, this.seatsIn(session.id) - pupils - adults);
    return { sessionId: session.id, title: session.title, pupils, adults };
  }

  /** The sessions that are for the group: new ones before repeated ones, then those with most seats left. */
  byRoom(need: Need): readonly SessionSeats[] {
    const draw = (session: SessionSeats): number => drawLot(this.seed, `${need.group.id}:${session.id}`);
    return this.slot.sessions
      .filter((session) => suitsYears(session, need.group.yearGroups))
      .sort(
        (a, b) =>
          Number(this.isRepeat(need, a)) - Number(this.isRepeat(need, b)) ||
          this.seatsIn(b.id) - this.seatsIn(a.id) ||
          draw(a) - draw(b) ||
          (a.id < b.id ? -1 : 1),
      );
  }

  /**
   * Spreads a group over as few sessions as hold it, its wishes first; each part is whole pupils and, while there are
   * enough, an adult.
   */
  spread(need: Need): {
    readonly parts: readonly SessionPart[];
    readonly pupils: number;
    readonly adults: number;
  } {
    let { pupils, adults } = need;
    const parts: SessionPart[] = [];
    for (const session of this.fewestFor(need)) {
      if (pupils === 0) break;
      const part = partThatFits(this.seatsIn(session.id), pupils, adults);
      parts.push(this.take(session, part.pupils, part.adults));
      pupils -= part.pupils;
      adults -= part.adults;
    }
    return { parts, pupils, adults };
  }

  /** The fewest sessions whose seats hold the group, wishes before others; all of them when they do not. */
  private fewestFor(need: Need): readonly SessionSeats[] {
    const suiting = this.byRoom(need).filter(({ id }) => this.seatsIn(id) > 0);
    const seats = (sessions: readonly SessionSeats[]): number =>
      sessions.reduce((sum, { id }) => sum + this.seatsIn(id), 0);
    const largest = [...suiting].sort((a, b) => this.seatsIn(b.id) - this.seatsIn(a.id));
    const most = largest.findIndex((_, index) => seats(largest.slice(0, index + 1)) >= need.people) + 1;
    if (most === 0) return suiting;
    const wished = need.wishes.flatMap((wish) => suiting.find(({ id }) => id === wish) ?? []);
    const chosen: SessionSeats[] = [];
    for (const session of new Set([...wished, ...suiting])) {
      const others = largest.filter((other) => other !== session && !chosen.includes(other));
      const rest = others.slice(0, most - chosen.length - 1);
      if (chosen.length < most && seats([...chosen, session, ...rest]) >= need.people) chosen.push(session);
    }
    return chosen;
  }
}

/** As many pupils of a group as fit, with their share of its adults; at least one pupil. */
const partThatFits = (seats: number, pupils: number, adults: number): { pupils: number; adults: number } => {
  if (pupils + adults <= seats) return { pupils, adults };
  const share = Math.round((adults * seats) / (pupils + adults));
  const kept = adults >= 2 ? Math.min(Math.max(1, share), adults - 1) : adults;
  const coming = Math.min(kept, seats - 1);
  return { pupils: Math.min(pupils, seats - coming), adults: coming };
};

/**
 * Where each group goes, slot by slot. Every group's first wish is looked at before any second one; among equals those
 * come first that got less in earlier slots, then the order that the seed draws. A wish is granted when the whole group
 * fits; a group whose wishes are full goes, largest first, where most seats are left; only a group that fits nowhere
 * whole is split. No session gets more people than it has seats. Same facts, same answer, whatever their order.
 */
export const allocateSessions = ({ seed, slots, groups }: SessionFacts): readonly SlotAllocation[] => {
  const held = new Map<string, SeatsHeld[]>(groups.map(({ id, has }) => [id, [...has]]));
  const missed = new Map<string, number>();
  return slots.map((slot) => {
    const titlesOf = (groupId: string): ReadonlySet<string> =>
      new Set((held.get(groupId) ?? []).map(({ title }) => foldText(title)));
    const needs = groups
      .flatMap((group) => needOf(seed, slot, group, held.get(group.id) ?? []) ?? [])
      .sort(
        (a, b) =>
          (missed.get(b.group.id) ?? 0) - (missed.get(a.group.id) ?? 0) ||
          a.draw - b.draw ||
          (a.group.id < b.group.id ? -1 : 1),
      );
    const allocations = fill(new Slot(slot, seed, titlesOf), needs);
    for (const { groupId, parts, choice } of allocations) {
      const wishes = needs.find(({ group }) => group.id === groupId)?.wishes.length ?? 0;
      const steps = choice === null ? wishes : choice - 1;
      missed.set(groupId, (missed.get(groupId) ?? 0) + steps);
      for (const part of parts) {
        held.get(groupId)?.push({ ...part, startsAt: slot.startsAt, endsAt: slot.endsAt });
      }
    }
    return { slotId: slot.id, groups: allocations };
  });
};

const needOf = (
  seed: string,
  slot: SlotToFill,
  group: GroupToPlace,
  held: readonly SeatsHeld[],
): Need | null => {
  const then = held.filter((seats) => overlap(seats, slot));
  const pupils = group.pupils - then.reduce((sum, seats) => sum + seats.pupils, 0);
  const adults = Math.max(0, group.adults - then.reduce((sum, seats) => sum + seats.adults, 0));
  if (pupils <= 0) return null;
  const wishes = group.wishes.filter((wish) => slot.sessions.some(({ id }) => id === wish));
  return { group, pupils, adults, people: pupils + adults, wishes, draw: drawLot(seed, group.id) };
};

const fill = (slot: Slot, needs: readonly Need[]): readonly GroupAllocation[] => {
  const done = new Map<string, GroupAllocation>();
  const waiting = (): Need[] => needs.filter(({ group }) => !done.has(group.id));
  const place = (need: Need, parts: readonly SessionPart[], more: Partial<GroupAllocation>): void => {
    done.set(need.group.id, {
      groupId: need.group.id,
      parts,
      choice: null,
      reason: '',
      pupilsWithout: 0,
      ...more,
    });
  };
  const whyNot = (need: Need, better: readonly string[]): readonly string[] =>
    better.flatMap((wish) => {
      const session = slot.find(wish);
      if (!session) return [];
      return slot.isRepeat(need, session)
        ? [`it is in ‘${session.title}’ at another time`]
        : [`‘${session.title}’ had ${seatsInWords(slot.seatsIn(wish))} left for ${need.people} people`];
    });
  const most = Math.max(0, ...needs.map(({ wishes }) => wishes.length));
  for (let rank = 0; rank < most; rank++) {
    for (const need of waiting()) {
      const wish = need.wishes[rank];
      const session = wish === undefined ? undefined : slot.find(wish);
      if (!session || !slot.grants(need, session.id)) continue;
      const better = whyNot(need, need.wishes.slice(0, rank));
      place(need, [slot.take(session, need.pupils, need.adults)], {
        choice: rank + 1,
        reason: whyThere(rank + 1, better),
      });
    }
  }
  const largestFirst = (): Need[] => waiting().sort((a, b) => b.people - a.people);
  for (const need of largestFirst()) {
    const session = slot.byRoom(need).find(({ id }) => slot.seatsIn(id) >= need.people);
    if (!session) continue;
    const better = whyNot(need, need.wishes);
    place(need, [slot.take(session, need.pupils, need.adults)], { reason: whyThere(null, better) });
  }
  for (const need of largestFirst()) {
    const { parts, pupils, adults } = slot.spread(need);
    place(need, parts, {
      pupilsWithout: pupils,
      reason: whyInParts(need, parts, pupils, adults),
    });
  }
  return needs.flatMap(({ group }) => done.get(group.id) ?? []);
};

const whyInParts = (need: Need, parts: readonly SessionPart[], pupils: number, adults: number): string => {
  const seatless = pupils > 0 || adults > 0 ? ` There is no seat for ${peopleInWords(pupils, adults)}.` : '';
  if (parts.length === 0) return seatless.trim();
  const split = parts.length > 1 ? 'so the group is split' : 'so only part of the group is placed';
  return `No session has ${seatsInWords(need.people)} left, ${split}: ${partsInWords(parts)}.${seatless}`;
};
