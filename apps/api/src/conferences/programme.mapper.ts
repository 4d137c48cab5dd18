import type {
  Grouping,
  Programme,
  ProgrammeRoom,
  ProgrammeSession,
  ProgrammeSlot,
  ProgrammeSpeaker,
  ProgrammeStrand,
  SpeakerKind,
  YearGroup,
} from '@lectern/conferences';
import type {
  ProgrammeEntity,
  ProgrammeRoomEntity,
  ProgrammeSlotEntity,
  ProgrammeSpeakerEntity,
  ProgrammeStrandEntity,
} from './programme.entity';
import type { ProgrammeSessionEntity, SessionSpeakerEntity } from './programme-session.entity';

/** Every row of one conference's programme. */
export interface ProgrammeRows {
  readonly conferenceId: string;
  readonly programme: ProgrammeEntity | null;
  readonly strands: readonly ProgrammeStrandEntity[];
  readonly rooms: readonly ProgrammeRoomEntity[];
  readonly slots: readonly ProgrammeSlotEntity[];
  readonly speakers: readonly ProgrammeSpeakerEntity[];
  readonly sessions: readonly ProgrammeSessionEntity[];
  readonly sessionSpeakers: readonly SessionSpeakerEntity[];
}

export const strandView = ({ id, name }: ProgrammeStrandEntity): ProgrammeStrand => ({ id, name });

export const roomView = ({ id, name, capacity }: ProgrammeRoomEntity): ProgrammeRoom => ({
  id,
  name,
  capacity,
});

export const slotView = (row: ProgrammeSlotEntity): ProgrammeSlot => ({
  id: row.id,
  name: row.name,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  grouping: row.grouping as Grouping,
});

export const speakerView = (row: ProgrammeSpeakerEntity): ProgrammeSpeaker => ({
  id: row.id,
  name: row.name,
  kind: row.kind as SpeakerKind,
  affiliation: row.affiliation,
});

export const sessionView = (
  row: ProgrammeSessionEntity,
  speakerIds: readonly string[],
): ProgrammeSession => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  strandId: row.strandId,
  slotId: row.slotId,
  roomId: row.roomId,
  yearGroups: row.yearGroups === '' ? [] : row.yearGroups.split(',').map((year) => Number(year) as YearGroup),
  speakerIds,
});

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'en-GB', { numeric: true });

/** The programme in the order that people read it in: slots by time, everything else by name. */
export const programmeView = (rows: ProgrammeRows): Programme => ({
  conferenceId: rows.conferenceId,
  publishedAt: rows.programme?.publishedAt?.toISOString() ?? null,
  strands: rows.strands.map(strandView).sort(byName),
  rooms: rows.rooms.map(roomView).sort(byName),
  slots: [...rows.slots]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || byName(a, b))
    .map(slotView),
  speakers: rows.speakers.map(speakerView).sort(byName),
  sessions: rows.sessions
    .map((row) =>
      sessionView(
        row,
        rows.sessionSpeakers
          .filter(({ sessionId }) => sessionId === row.id)
          .sort((a, b) => a.placeInList - b.placeInList)
          .map(({ speakerId }) => speakerId),
      ),
    )
    .sort((a, b) => byName({ name: a.title }, { name: b.title }) || a.id.localeCompare(b.id)),
});
