import {
  type Programme,
  type ProgrammeSession,
  type ProgrammeSlot,
  SPEAKER_KIND_NAMES,
} from '@lectern/conferences';
import { londonDate, londonTime } from '@lectern/core';
import { yearGroupWords } from './conference-words';

/** A session with its words. */
export interface SessionRow {
  readonly session: ProgrammeSession;
  readonly title: string;
  readonly summary: string | null;
  readonly room: string | null;
  readonly roomId: string | null;
  readonly strand: string | null;
  readonly speakers: readonly string[];
  readonly years: string | null;
}

/** A slot with its words and its sessions. */
export interface SlotRow {
  readonly slot: ProgrammeSlot;
  /** `10am to 10.45am` */
  readonly time: string;
  /** The day, where the conference has several and this slot is the first of one. */
  readonly day: string | null;
  readonly sessions: readonly SessionRow[];
}

/** `10am to 10.45am` */
export const slotTime = ({ startsAt, endsAt }: Pick<ProgrammeSlot, 'startsAt' | 'endsAt'>): string =>
  `${londonTime(startsAt)} to ${londonTime(endsAt)}`;

/** `Dr Ada Quill, Vale Codes Ltd` or, when nobody said where from, `Sam Vale, trainee teacher` for a trainee. */
const speakerWords = ({ name, kind, affiliation }: Programme['speakers'][number]): string => {
  const from = affiliation ?? (kind === 'trainee' ? SPEAKER_KIND_NAMES.trainee.toLowerCase() : null);
  return from === null ? name : `${name}, ${from}`;
};

const sessionRow = (programme: Programme, session: ProgrammeSession): SessionRow => ({
  session,
  title: session.title,
  summary: session.summary,
  room: programme.rooms.find(({ id }) => id === session.roomId)?.name ?? null,
  roomId: session.roomId,
  strand: programme.strands.find(({ id }) => id === session.strandId)?.name ?? null,
  speakers: session.speakerIds.flatMap((id) => {
    const speaker = programme.speakers.find((each) => each.id === id);
    return speaker ? [speakerWords(speaker)] : [];
  }),
  years: session.yearGroups.length === 0 ? null : yearGroupWords(session.yearGroups),
});

/** The programme slot by slot; of one room when it is named, without the slots that nothing happens there in. */
export const programmeRows = (programme: Programme, roomId: string | null = null): readonly SlotRow[] => {
  const days = programme.slots.map(({ startsAt }) => londonDate(startsAt));
  const isLong = new Set(days).size > 1;
  return programme.slots.flatMap((slot, index) => {
    const sessions = programme.sessions
      .filter((session) => session.slotId === slot.id && (roomId === null || session.roomId === roomId))
      .map((session) => sessionRow(programme, session));
    if (roomId !== null && sessions.length === 0) return [];
    const day = days[index] ?? '';
    return [{ slot, time: slotTime(slot), day: isLong && day !== days[index - 1] ? day : null, sessions }];
  });
};

/** One place of the grid: a slot in a room, or in none yet. */
export interface GridCell {
  readonly roomId: string | null;
  readonly room: string;
  readonly sessions: readonly SessionRow[];
}

export interface GridRow extends SlotRow {
  readonly cells: readonly GridCell[];
}

const NO_ROOM = 'No room yet';

/** The programme as a grid of slots and rooms; what has no room yet has a column of its own, only while there is any. */
export const programmeGrid = (
  programme: Programme,
): { columns: readonly string[]; rows: readonly GridRow[] } => {
  const rows = programmeRows(programme);
  const isHomeless = rows.some(({ sessions }) => sessions.some(({ roomId }) => roomId === null));
  const columns: readonly { readonly id: string | null; readonly name: string }[] = [
    ...programme.rooms,
    ...(isHomeless || programme.rooms.length === 0 ? [{ id: null, name: NO_ROOM }] : []),
  ];
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => ({
      ...row,
      cells: columns.map(({ id, name }) => ({
        roomId: id,
        room: name,
        sessions: row.sessions.filter(({ roomId }) => roomId === id),
      })),
    })),
  };
};
