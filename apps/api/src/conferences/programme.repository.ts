import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { newId } from '@lectern/core';
import { Database } from '../persistence/database';
import type { ProgrammeRows } from './programme.mapper';
import {
  ProgrammeEntity,
  ProgrammeRoomEntity,
  ProgrammeSlotEntity,
  ProgrammeSpeakerEntity,
  ProgrammeStrandEntity,
} from './programme.entity';
import { ProgrammeSessionEntity, SessionSpeakerEntity } from './programme-session.entity';

/** The tables that a part of a programme is kept in. */
export const PART_TABLES = {
  strands: ProgrammeStrandEntity,
  rooms: ProgrammeRoomEntity,
  slots: ProgrammeSlotEntity,
  speakers: ProgrammeSpeakerEntity,
  sessions: ProgrammeSessionEntity,
} as const;
export type PartKind = keyof typeof PART_TABLES;
type PartRow<Kind extends PartKind> = InstanceType<(typeof PART_TABLES)[Kind]>;

@Injectable()
export class ProgrammeRepository {
  constructor(private readonly database: Database) {}

  /**
   * The whole programme of a conference. `deciding`, inside a unit of work that holds the event's lock, reads what
   * others have committed: a plain read could still see the snapshot from before the lock.
   */
  async read(conferenceId: string, deciding: boolean): Promise<ProgrammeRows> {
    const of = <Row extends ObjectLiteral>(entity: EntityTarget<Row>): Promise<Row[]> => {
      const manager = deciding ? this.database.writer : this.database.reader;
      const query = manager
        .createQueryBuilder(entity, 'part')
        .where('part.conferenceId = :conferenceId', { conferenceId });
      return (
        deciding && this.database.dialect !== 'sqlite' ? query.setLock('pessimistic_write') : query
      ).getMany();
    };
    const [programme] = await of(ProgrammeEntity);
    const sessions = await of(ProgrammeSessionEntity);
    return {
      conferenceId,
      programme: programme ?? null,
      strands: await of(ProgrammeStrandEntity),
      rooms: await of(ProgrammeRoomEntity),
      slots: await of(ProgrammeSlotEntity),
      speakers: await of(ProgrammeSpeakerEntity),
      sessions,
      sessionSpeakers: await this.speakersOf(
        sessions.map(({ id }) => id),
        deciding,
      ),
    };
  }

  private async speakersOf(
    sessionIds: readonly string[],
    deciding: boolean,
  ): Promise<SessionSpeakerEntity[]> {
    if (sessionIds.length === 0) return [];
    const query = (deciding ? this.database.writer : this.database.reader)
      .createQueryBuilder(SessionSpeakerEntity, 'speaker')
      .where('speaker.sessionId IN (:...sessionIds)', { sessionIds });
    return (
      deciding && this.database.dialect !== 'sqlite' ? query.setLock('pessimistic_write') : query
    ).getMany();
  }

  /** Publishes, or takes back; makes the row when it is the first time. Under the event's lock. */
  async publish(conferenceId: string, publishedAt: Date | null): Promise<void> {
    const { affected } = await this.database.writer.update(
      ProgrammeEntity,
      { conferenceId },
      { publishedAt },
    );
    if (affected === 0) await this.database.writer.insert(ProgrammeEntity, { conferenceId, publishedAt });
  }

  async insert<Kind extends PartKind>(kind: Kind, row: PartRow<Kind>): Promise<void> {
    await this.database.writer.insert<ObjectLiteral>(PART_TABLES[kind], row);
  }

  async update<Kind extends PartKind>(
    kind: Kind,
    conferenceId: string,
    id: string,
    change: Partial<PartRow<Kind>>,
  ): Promise<void> {
    await this.database.writer.update<ObjectLiteral>(PART_TABLES[kind], { id, conferenceId }, change);
  }

  async remove(kind: PartKind, conferenceId: string, id: string): Promise<void> {
    if (kind === 'sessions') await this.database.writer.delete(SessionSpeakerEntity, { sessionId: id });
    await this.database.writer.delete<ObjectLiteral>(PART_TABLES[kind], { id, conferenceId });
  }

  async setSpeakers(sessionId: string, speakerIds: readonly string[]): Promise<void> {
    await this.database.writer.delete(SessionSpeakerEntity, { sessionId });
    if (speakerIds.length === 0) return;
    await this.database.writer.insert(
      SessionSpeakerEntity,
      speakerIds.map((speakerId, placeInList) => ({ id: newId(), sessionId, speakerId, placeInList })),
    );
  }
}
