import { type Programme, PROGRAMME_LIMITS } from '@lectern/conferences';
import { notFound } from '@lectern/core';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { type ConferenceFacts, ConferencePlacesService } from './conference-places.service';
import { conferenceOver, wrongField } from './programme.errors';
import { ProgrammeLifecycle } from './programme-lifecycle';
import { programmeView } from './programme.mapper';
import { type PartKind, ProgrammeRepository } from './programme.repository';

const OVER = ['completed', 'archived', 'cancelled'];

/** A programme that is open for changing: nobody else can change it meanwhile. */
export interface OpenProgramme {
  readonly conference: ConferenceFacts;
  readonly programme: Programme;
}

/** What was done to a part, for the audit trail. */
export interface PartChange {
  readonly kind: PartKind | 'programme';
  readonly id: string;
  readonly done: 'added' | 'changed' | 'removed' | 'published' | 'withdrawn';
}

/**
 * The one way to change a programme: under the event's lock, so that two editors at once cannot both take a room, with
 * its audit record, and checked by the areas that build on it.
 */
@Injectable()
export class ProgrammeEditor {
  constructor(
    private readonly database: Database,
    private readonly places: ConferencePlacesService,
    private readonly rows: ProgrammeRepository,
    private readonly lifecycle: ProgrammeLifecycle,
    private readonly audit: AuditService,
  ) {}

  edit(
    conferenceId: string,
    change: PartChange,
    work: (open: OpenProgramme) => Promise<void>,
  ): Promise<Programme> {
    return this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      if (OVER.includes(conference.status)) throw conferenceOver();
      const programme = programmeView(await this.rows.read(conferenceId, true));
      this.refuse(programme, change);
      await work({ conference, programme });
      const changed = programmeView(await this.rows.read(conferenceId, true));
      await this.lifecycle.changed({ before: programme, after: changed, kind: change.kind });
      await this.audit.record({
        action: `programme.${change.done}`,
        objectKind: 'conference',
        objectId: conferenceId,
        details: { part: change.kind, partId: change.id },
      });
      return changed;
    });
  }

  private refuse(programme: Programme, { kind, id, done }: PartChange): void {
    if (kind === 'programme') return;
    const there = programme[kind];
    if (done === 'added' && there.length >= PROGRAMME_LIMITS[kind]) {
      throw wrongField('', 'too-many', `A programme has ${PROGRAMME_LIMITS[kind]} ${kind} at most.`);
    }
    if (done !== 'added' && !there.some((part) => part.id === id)) throw notFound('part of the programme');
  }
}
