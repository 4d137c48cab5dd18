import {
  bookingOf,
  bookingsOf,
  findClashes,
  type Programme,
  type ProgrammeSession,
} from '@lectern/conferences';
import type { ProgrammeSessionRequest } from '@lectern/conferences/requests';
import { type Clock, newId } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';
import { type OpenProgramme, ProgrammeEditor } from './programme-editor';
import { ProgrammeLifecycle } from './programme-lifecycle';
import { programmeClash, wrongField } from './programme.errors';
import { ProgrammeRepository } from './programme.repository';
import { partOf } from './programme.service';

/** The sessions of a programme; a room or speaker that another session has at that time is refused by name. */
@Injectable()
export class ProgrammeSessionsService {
  constructor(
    private readonly editor: ProgrammeEditor,
    private readonly rows: ProgrammeRepository,
    private readonly lifecycle: ProgrammeLifecycle,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Adds a session, or changes (and so moves) the one with this id. */
  async save(
    conferenceId: string,
    id: string | null,
    request: ProgrammeSessionRequest,
  ): Promise<ProgrammeSession> {
    const session = wanted(id ?? newId(), request);
    const done = id === null ? 'added' : 'changed';
    const changed = await this.editor.edit(
      conferenceId,
      { kind: 'sessions', id: session.id, done },
      async (open) => {
        refuseUnknown(open, session);
        const booking = bookingOf(open.programme, session);
        const clashes = booking ? findClashes(booking, bookingsOf(open.programme)) : [];
        if (clashes.length > 0) throw programmeClash(clashes);
        const { speakerIds, yearGroups, id: sessionId, ...columns } = session;
        const row = { ...columns, yearGroups: [...yearGroups].sort((a, b) => a - b).join(',') };
        if (done === 'changed') await this.rows.update('sessions', conferenceId, sessionId, row);
        else {
          await this.rows.insert('sessions', {
            ...row,
            id: sessionId,
            conferenceId,
            createdAt: this.clock.now(),
          });
        }
        await this.rows.setSpeakers(sessionId, speakerIds);
      },
    );
    return partOf(changed.sessions, session.id);
  }

  async remove(conferenceId: string, id: string): Promise<void> {
    await this.editor.edit(conferenceId, { kind: 'sessions', id, done: 'removed' }, async ({ programme }) => {
      await this.lifecycle.sessionLeaves(partOf(programme.sessions, id), conferenceId);
      await this.rows.remove('sessions', conferenceId, id);
    });
  }
}

const wanted = (id: string, request: ProgrammeSessionRequest): ProgrammeSession => ({
  id,
  title: request.title.trim(),
  summary: request.summary?.trim() || null,
  strandId: request.strandId ?? null,
  slotId: request.slotId,
  roomId: request.roomId ?? null,
  yearGroups: request.yearGroups ?? [],
  speakerIds: request.speakerIds ?? [],
});

const refuseUnknown = ({ conference, programme }: OpenProgramme, session: ProgrammeSession): void => {
  const isIn = (
    kind: keyof Pick<Programme, 'strands' | 'slots' | 'rooms' | 'speakers'>,
    id: string,
  ): boolean => programme[kind].some((part) => part.id === id);
  if (!isIn('slots', session.slotId))
    throw wrongField('slotId', 'unknown-slot', 'Choose a time of this programme.');
  if (session.roomId !== null && !isIn('rooms', session.roomId))
    throw wrongField('roomId', 'unknown-room', 'Choose a room of this programme, or none yet.');
  if (session.strandId !== null && !isIn('strands', session.strandId))
    throw wrongField('strandId', 'unknown-strand', 'Choose a strand of this programme, or none.');
  if (!session.speakerIds.every((id) => isIn('speakers', id)))
    throw wrongField('speakerIds', 'unknown-speaker', 'Choose speakers of this programme.');
  if (!session.yearGroups.every((year) => conference.yearGroups.includes(year))) {
    throw wrongField(
      'yearGroups',
      'not-invited',
      `This conference is for years ${conference.yearGroups.join(', ')}. Choose among these.`,
    );
  }
};
