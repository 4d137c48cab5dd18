import { type Programme, type ProgrammeSession, type ProgrammeSlot, suitsYears } from '@lectern/conferences';
import type {
  BoardGroup,
  SessionBoard,
  SessionOffer,
  SessionPlacement,
  SlotChoice,
  TimetableEntry,
} from '@lectern/registrations';
import type { PlacementRow } from './group-sessions.repository';
import { type GroupAtSessions, peopleIn, type SessionFactsRead } from './session-facts';

export const placementView = ({ made, ...row }: PlacementRow): SessionPlacement => ({
  ...row,
  byHand: made === 'by-hand',
});

const speakersOf = (programme: Programme, { speakerIds }: ProgrammeSession): string[] =>
  speakerIds.flatMap((id) => programme.speakers.find((speaker) => speaker.id === id)?.name ?? []);

const roomOf = (programme: Programme, { roomId }: ProgrammeSession) =>
  programme.rooms.find(({ id }) => id === roomId) ?? null;

const sessionsIn = (programme: Programme, slot: ProgrammeSlot): ProgrammeSession[] =>
  programme.sessions.filter(({ slotId }) => slotId === slot.id);

const offerOf = (programme: Programme, session: ProgrammeSession, years: readonly number[]): SessionOffer => {
  const room = roomOf(programme, session);
  return {
    sessionId: session.id,
    title: session.title,
    summary: session.summary,
    strand: programme.strands.find(({ id }) => id === session.strandId)?.name ?? null,
    room: room?.name ?? null,
    seats: room?.capacity ?? null,
    speakers: speakersOf(programme, session),
    yearGroups: session.yearGroups,
    suits: suitsYears(session, years),
  };
};

/** The slots that a group chooses in, with its choices. */
export const slotChoices = (
  { programme, preferences }: SessionFactsRead,
  groupId: string,
  years: readonly number[],
): SlotChoice[] =>
  programme.slots
    .filter(({ grouping }) => grouping === 'choose')
    .map((slot) => {
      const sessions = sessionsIn(programme, slot);
      const ids = new Set(sessions.map(({ id }) => id));
      return {
        slotId: slot.id,
        name: slot.name,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
        sessions: sessions.map((session) => offerOf(programme, session, years)),
        chosen: preferences
          .filter((wish) => wish.groupId === groupId && ids.has(wish.sessionId))
          .map(({ sessionId }) => sessionId),
      };
    });

/** A group's day: what everybody does together, and its own sessions once they are published. */
export const timetableOf = (
  { programme, placements, publishedAt }: SessionFactsRead,
  group: Pick<GroupAtSessions, 'id' | 'pupils'>,
): TimetableEntry[] => {
  const own = publishedAt === null ? [] : placements.filter(({ groupId }) => groupId === group.id);
  return programme.slots.flatMap((slot) => {
    const at = { slotId: slot.id, slot: slot.name, startsAt: slot.startsAt, endsAt: slot.endsAt };
    const entry = (session: ProgrammeSession | null, placement?: PlacementRow): TimetableEntry => {
      const whole = placement === undefined || placement.pupils >= group.pupils;
      return {
        ...at,
        grouping: slot.grouping,
        session: session && {
          sessionId: session.id,
          title: session.title,
          summary: session.summary,
          room: roomOf(programme, session)?.name ?? null,
          speakers: speakersOf(programme, session),
        },
        pupils: whole ? null : placement.pupils,
        adults: whole ? null : placement.adults,
        reason: placement?.reason ?? null,
      };
    };
    const sessions = sessionsIn(programme, slot);
    const entries =
      slot.grouping === 'together'
        ? sessions.map((session) => entry(session))
        : sessions.flatMap((session) =>
            own
              .filter(({ sessionId }) => sessionId === session.id)
              .map((placement) => entry(session, placement)),
          );
    return entries.length > 0 ? entries : [entry(null)];
  });
};

/** Which group is where, in every slot that groups are not all together in. */
export const boardView = (facts: SessionFactsRead): SessionBoard => {
  const { programme, placements, groups, preferences } = facts;
  return {
    conferenceId: programme.conferenceId,
    publishedAt: facts.publishedAt?.toISOString() ?? null,
    slots: programme.slots
      .filter(({ grouping }) => grouping !== 'together')
      .map((slot) => {
        const sessions = sessionsIn(programme, slot);
        const ids = new Set(sessions.map(({ id }) => id));
        const here = placements.filter(({ sessionId }) => ids.has(sessionId));
        return {
          slotId: slot.id,
          name: slot.name,
          startsAt: slot.startsAt,
          endsAt: slot.endsAt,
          grouping: slot.grouping,
          sessions: sessions.map((session) => ({
            sessionId: session.id,
            title: session.title,
            room: roomOf(programme, session)?.name ?? null,
            seats: roomOf(programme, session)?.capacity ?? null,
            taken: peopleIn(here.filter(({ sessionId }) => sessionId === session.id)),
          })),
          groups: groups.map((group): BoardGroup => {
            const own = here.filter(({ groupId }) => groupId === group.id);
            return {
              groupId: group.id,
              school: group.school,
              pupils: group.pupils,
              adults: group.adults,
              chosen: preferences
                .filter((wish) => wish.groupId === group.id && ids.has(wish.sessionId))
                .map(({ sessionId }) => sessionId),
              placements: own.map(placementView),
              pupilsWithout: Math.max(0, group.pupils - own.reduce((sum, { pupils }) => sum + pupils, 0)),
            };
          }),
        };
      }),
  };
};
