import {
  bookingsOf,
  checkSlot,
  findClashes,
  isNameTaken,
  type ProgrammeRoom,
  type ProgrammeSlot,
  type ProgrammeSpeaker,
  type ProgrammeStrand,
  whatUses,
} from '@lectern/conferences';
import type {
  ProgrammeRoomRequest,
  ProgrammeSlotRequest,
  ProgrammeSpeakerRequest,
  ProgrammeStrandRequest,
} from '@lectern/conferences/requests';
import { type Clock, newId, validationFailed } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';
import { type OpenProgramme, type PartChange, ProgrammeEditor } from './programme-editor';
import { programmeClash, programmeInUse, wrongField } from './programme.errors';
import { type PartKind, ProgrammeRepository } from './programme.repository';
import { partOf } from './programme.service';

type SimpleKind = Exclude<PartKind, 'sessions'>;

/** Strands, rooms, slots and speakers: adding, changing and, while no session uses them, removing. */
@Injectable()
export class ProgrammePartsService {
  constructor(
    private readonly editor: ProgrammeEditor,
    private readonly rows: ProgrammeRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Adds a strand, or changes the one with this id. */
  async saveStrand(
    conferenceId: string,
    id: string | null,
    { name }: ProgrammeStrandRequest,
  ): Promise<ProgrammeStrand> {
    const change = this.changeOf('strands', id);
    const changed = await this.editor.edit(conferenceId, change, async ({ programme }) => {
      if (isNameTaken(name, programme.strands, id)) throw nameTaken('strand');
      await this.keep('strands', conferenceId, change, { name: name.trim() });
    });
    return partOf(changed.strands, change.id);
  }

  async saveRoom(
    conferenceId: string,
    id: string | null,
    { name, capacity }: ProgrammeRoomRequest,
  ): Promise<ProgrammeRoom> {
    const change = this.changeOf('rooms', id);
    const changed = await this.editor.edit(conferenceId, change, async ({ programme }) => {
      if (isNameTaken(name, programme.rooms, id)) throw nameTaken('room');
      await this.keep('rooms', conferenceId, change, { name: name.trim(), capacity });
    });
    return partOf(changed.rooms, change.id);
  }

  /** Moving a slot moves its sessions: their rooms and speakers must be free at the new time too. */
  async saveSlot(
    conferenceId: string,
    id: string | null,
    request: ProgrammeSlotRequest,
  ): Promise<ProgrammeSlot> {
    const change = this.changeOf('slots', id);
    const changed = await this.editor.edit(conferenceId, change, async (open) => {
      this.refuseSlot(open, change.id, request);
      await this.keep('slots', conferenceId, change, {
        name: request.name.trim(),
        startsAt: new Date(request.startsAt),
        endsAt: new Date(request.endsAt),
        grouping: request.grouping,
      });
    });
    return partOf(changed.slots, change.id);
  }

  async saveSpeaker(
    conferenceId: string,
    id: string | null,
    { name, kind, affiliation }: ProgrammeSpeakerRequest,
  ): Promise<ProgrammeSpeaker> {
    const change = this.changeOf('speakers', id);
    const changed = await this.editor.edit(conferenceId, change, async ({ programme }) => {
      if (isNameTaken(name, programme.speakers, id)) throw nameTaken('speaker');
      const words = { name: name.trim(), kind, affiliation: affiliation?.trim() || null };
      await this.keep('speakers', conferenceId, change, words);
    });
    return partOf(changed.speakers, change.id);
  }

  async remove(conferenceId: string, kind: SimpleKind, id: string): Promise<void> {
    await this.editor.edit(conferenceId, { kind, id, done: 'removed' }, async ({ programme }) => {
      const using = whatUses(programme, id);
      const { name } = partOf<{ readonly id: string; readonly name: string }>(programme[kind], id);
      if (using.length > 0) throw programmeInUse(name, using);
      await this.rows.remove(kind, conferenceId, id);
    });
  }

  private refuseSlot(
    { conference, programme }: OpenProgramme,
    id: string,
    request: ProgrammeSlotRequest,
  ): void {
    const others = programme.slots.filter((slot) => slot.id !== id);
    const day = { startsAt: conference.startsAt.toISOString(), endsAt: conference.endsAt.toISOString() };
    const errors = checkSlot(request, day, others);
    if (errors.length > 0) throw validationFailed(errors);
    const moved = { ...programme, slots: [...others, { ...request, id }] };
    const inSlot = new Set(programme.sessions.filter(({ slotId }) => slotId === id).map((own) => own.id));
    const bookings = bookingsOf(moved);
    const clashes = bookings
      .filter(({ sessionId }) => inSlot.has(sessionId))
      .flatMap((wanted) => findClashes(wanted, bookings));
    if (clashes.length > 0) throw programmeClash(clashes, 'startsAt');
  }

  private changeOf(kind: SimpleKind, id: string | null): PartChange & { readonly kind: SimpleKind } {
    return { kind, id: id ?? newId(), done: id === null ? 'added' : 'changed' };
  }

  private keep(
    kind: SimpleKind,
    conferenceId: string,
    { id, done }: PartChange,
    columns: object,
  ): Promise<void> {
    if (done === 'changed') return this.rows.update(kind, conferenceId, id, columns);
    const row = { ...columns, id, conferenceId, createdAt: this.clock.now() };
    return this.rows.insert(kind, row as Parameters<typeof this.rows.insert<SimpleKind>>[1]);
  }
}

const nameTaken = (what: string) =>
  wrongField('name', 'name-taken', `There is a ${what} of this name already. Choose another name.`);
