import type {
  ProgrammeRoom,
  ProgrammeSession,
  ProgrammeSlot,
  ProgrammeSpeaker,
  ProgrammeStrand,
} from '@lectern/conferences';
import type { Caller } from './app.harness';

/** A small programme: one session in a room, and of each part one that nothing uses. */
export interface TestProgramme {
  readonly path: string;
  readonly strand: ProgrammeStrand;
  readonly speaker: ProgrammeSpeaker;
  readonly room: ProgrammeRoom;
  readonly freeRoom: ProgrammeRoom;
  /** Groups choose in it. */
  readonly slot: ProgrammeSlot;
  readonly freeSlot: ProgrammeSlot;
  readonly session: ProgrammeSession;
  readonly freeSession: ProgrammeSession;
}

/** Enters and publishes a small programme for the usual conference of 9 March 2027. */
export const aProgramme = async (staff: Caller, conferenceId: string): Promise<TestProgramme> => {
  const path = `/conferences/${conferenceId}/programme`;
  const add = async <T>(kind: string, body: object): Promise<T> =>
    (await staff.post<T>(`${path}/${kind}`, body)).body;
  const slot = (name: string, startsAt: string, endsAt: string) =>
    add<ProgrammeSlot>('slots', { name, startsAt, endsAt, grouping: 'choose' });
  const room = await add<ProgrammeRoom>('rooms', { name: 'The Arden Theatre', capacity: 2000 });
  const first = await slot('Session 1', '2027-03-09T10:00:00.000Z', '2027-03-09T10:45:00.000Z');
  const session = (title: string, roomId: string | null) =>
    add<ProgrammeSession>('sessions', { title, slotId: first.id, roomId });
  const programme = {
    path,
    strand: await add<ProgrammeStrand>('strands', { name: 'People' }),
    speaker: await add<ProgrammeSpeaker>('speakers', { name: 'Dr Ada Quill', kind: 'guest' }),
    room,
    freeRoom: await add<ProgrammeRoom>('rooms', { name: 'Lab 2', capacity: 20 }),
    slot: first,
    freeSlot: await slot('Session 2', '2027-03-09T11:00:00.000Z', '2027-03-09T11:45:00.000Z'),
    session: await session('Codes', room.id),
    freeSession: await session('Dance', null),
  };
  await staff.put(`${path}/publication`, { published: true });
  return programme;
};
