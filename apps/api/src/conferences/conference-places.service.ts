import { notFound } from '@lectern/core';
import {
  type Allocation,
  type ConferenceState,
  type SupervisionBand,
  type YearGroup,
} from '@lectern/conferences';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database';
import type { ConferenceEntity } from './conference.entity';
import { supervisionBandsOf, yearGroupsOf } from './conference.mapper';
import { ConferencesRepository } from './conferences.repository';
import { TicketKeys } from './ticket-keys';

/** What other areas may know of a conference. */
export interface ConferenceFacts {
  readonly id: string;
  /** `cpd-session` is an event for a door only; what is asked for as a conference never is one. */
  readonly kind: 'conference' | 'cpd-session';
  readonly slug: string;
  readonly title: string;
  readonly status: ConferenceState;
  readonly venueName: string;
  readonly venueAddress: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly registrationClosesAt: Date;
  readonly finalNumbersAt: Date;
  readonly yearGroups: readonly YearGroup[];
  readonly pupilPlaces: number;
  readonly placesLeft: number;
  readonly schoolCap: number | null;
  readonly pupilsPerAdult: number;
  readonly supervisionBands?: readonly SupervisionBand[];
  readonly allocation: Allocation;
  readonly codeTag: string | null;
  readonly publicKey: string | null;
  /** The member of staff who made it. */
  readonly createdBy: string;
}

export const factsOf = (row: ConferenceEntity): ConferenceFacts => ({
  id: row.id,
  kind: row.kind === 'cpd-session' ? 'cpd-session' : 'conference',
  slug: row.slug,
  title: row.title,
  status: row.status as ConferenceState,
  venueName: row.venueName,
  venueAddress: row.venueAddress,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  registrationClosesAt: row.registrationClosesAt,
  finalNumbersAt: row.finalNumbersAt,
  yearGroups: yearGroupsOf(row),
  pupilPlaces: row.pupilPlaces,
  placesLeft: row.pupilPlaces - row.placesGiven,
  schoolCap: row.schoolCap,
  pupilsPerAdult: row.pupilsPerAdult,
  ...supervisionBandsOf(row),
  allocation: row.allocation as Allocation,
  codeTag: row.codeTag,
  publicKey: row.publicKey,
  createdBy: row.createdBy,
});

/** The face of conferences towards registrations and check-in: facts, the event's lock, places and ticket keys. */
@Injectable()
export class ConferencePlacesService {
  constructor(
    private readonly database: Database,
    private readonly conferences: ConferencesRepository,
    private readonly keys: TicketKeys,
  ) {}

  async facts(conferenceId: string): Promise<ConferenceFacts | null> {
    const row = await this.conferences.find(conferenceId);
    return row ? factsOf(row) : null;
  }

  /** The conferences that schools register for, or wait for, before the day. */
  async beforeTheirDay(): Promise<ConferenceFacts[]> {
    return (await this.conferences.inStates(['registration-open', 'registration-closed'])).map(factsOf);
  }

  /** Which conferences began before a moment and were not called off: where a school may have been already. */
  startedBefore(moment: Date): Promise<string[]> {
    return this.conferences.startedBefore(moment);
  }

  /** The conferences that schools still prepare for, whose numbers become final within a time. */
  async finalNumbersWithin(from: Date, to: Date): Promise<ConferenceFacts[]> {
    return (await this.conferences.finalNumbersWithin(from, to)).map(factsOf);
  }

  /** The facts under the event's lock: whoever holds it decides alone about this conference's places. */
  async lock(conferenceId: string): Promise<ConferenceFacts> {
    const row = await this.conferences.lock(conferenceId);
    if (!row) throw notFound('conference');
    return factsOf(row);
  }

  /**
   * Gives places, or takes them back when negative. The condition is a second lock on rule 1: a sum above the capacity
   * changes nothing and fails.
   */
  async give(conferenceId: string, places: number): Promise<void> {
    if (places === 0) return;
    const given = await this.database.execute(
      'UPDATE conferences SET places_given = places_given + ?' +
        ' WHERE id = ? AND places_given + ? <= pupil_places AND places_given + ? >= 0',
      [places, conferenceId, places, places],
    );
    if (given === 0) throw new Error('Places would be given beyond the capacity of the conference.');
  }

  /** The next number in the queue of registrations; under the lock. */
  async nextInQueue(conferenceId: string): Promise<number> {
    await this.database.execute('UPDATE conferences SET queue_length = queue_length + 1 WHERE id = ?', [
      conferenceId,
    ]);
    const [row] = await this.database.select<{ queue_length: number }>(
      `SELECT queue_length FROM conferences WHERE id = ?${this.database.forUpdate}`,
      [conferenceId],
    );
    return Number(row?.queue_length);
  }

  /** The next version of the roster that doors hold; every change of a ticket carries one. Under the lock. */
  async nextRosterVersion(conferenceId: string): Promise<number> {
    await this.database.execute('UPDATE conferences SET roster_version = roster_version + 1 WHERE id = ?', [
      conferenceId,
    ]);
    const [row] = await this.database.select<{ roster_version: number }>(
      `SELECT roster_version FROM conferences WHERE id = ?${this.database.forUpdate}`,
      [conferenceId],
    );
    return Number(row?.roster_version);
  }

  /** Signs with the conference's ticket key. */
  async signer(conferenceId: string): Promise<(message: Uint8Array) => Uint8Array> {
    const row = await this.conferences.find(conferenceId);
    if (!row) throw notFound('conference');
    return (message) => this.keys.sign(row, message);
  }
}
