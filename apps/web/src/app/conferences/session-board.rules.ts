import { type BoardSlot, partsInWords, peopleInWords, type SessionPlan } from '@lectern/registrations';
import { slotTime } from './programme-rows.rules';

/** What a dry run comes to, in a sentence or two. */
export const planInWords = ({ counts }: SessionPlan): readonly string[] => {
  const { firstChoice, otherChoice, withoutChoice, split, pupilsWithout } = counts;
  const times = (number: number): string => `${number} ${number === 1 ? 'time' : 'times'}`;
  const chosen =
    firstChoice + otherChoice > 0
      ? [`A group gets its first choice ${times(firstChoice)} and a later choice ${times(otherChoice)}.`]
      : [];
  return [
    ...chosen,
    ...(withoutChoice > 0 ? [`A group is placed where there is room ${times(withoutChoice)}.`] : []),
    ...(split > 0 ? [`A group is split between sessions ${times(split)}: the reason says how.`] : []),
    ...(pupilsWithout > 0
      ? [`There is no seat for ${peopleInWords(pupilsWithout, 0)}. Add a session or a larger room.`]
      : []),
  ];
};

export interface PlanRow {
  readonly groupId: string;
  readonly school: string;
  readonly where: string;
  readonly reason: string;
  readonly isShort: boolean;
}

/** A dry run slot by slot, a line for each group. */
export const planRows = (plan: SessionPlan) =>
  plan.slots.map((slot) => ({
    slotId: slot.slotId,
    heading: `${slot.name}, ${slotTime(slot)}`,
    rows: slot.groups.map(({ groupId, school, parts, reason, pupilsWithout }): PlanRow => ({
      groupId,
      school,
      where: parts.length === 1 ? (parts[0]?.title ?? '') : partsInWords(parts) || 'No session',
      reason,
      isShort: pupilsWithout > 0,
    })),
  }));

/** A slot of the board with its words. */
export const boardRows = (slot: BoardSlot) => {
  const titleOf = (id: string): string =>
    slot.sessions.find(({ sessionId }) => sessionId === id)?.title ?? '';
  return {
    slotId: slot.slotId,
    heading: `${slot.name}, ${slotTime(slot)}`,
    sessions: slot.sessions.map((session) => ({
      ...session,
      seatsWords:
        session.seats === null
          ? 'No room yet'
          : `${session.room ?? ''}: ${session.taken} of ${session.seats} seats taken`,
      isFull: session.seats !== null && session.taken >= session.seats,
    })),
    groups: slot.groups.map((group) => ({
      ...group,
      people: peopleInWords(group.pupils, group.adults),
      chosenWords:
        slot.grouping === 'choose' ? group.chosen.map(titleOf).join(', ') || 'Nothing chosen' : null,
      placed: group.placements.map((placement) => ({
        ...placement,
        title: titleOf(placement.sessionId),
        people: peopleInWords(placement.pupils, placement.adults),
      })),
    })),
  };
};
