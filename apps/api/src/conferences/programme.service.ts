import { isPublic, type Programme } from '@lectern/conferences';
import type { ProgrammePublicationRequest } from '@lectern/conferences/requests';
import { type Clock, notFound } from '@lectern/core';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../platform/tokens';
import { ConferencePlacesService } from './conference-places.service';
import { ProgrammeEditor } from './programme-editor';
import { programmeView } from './programme.mapper';
import { ProgrammeRepository } from './programme.repository';

const emptyProgramme = (conferenceId: string): Programme => ({
  conferenceId,
  publishedAt: null,
  strands: [],
  rooms: [],
  slots: [],
  speakers: [],
  sessions: [],
});

/** The programme of a conference: seeing it, publishing it, and what other areas may know of it. */
@Injectable()
export class ProgrammeService {
  constructor(
    private readonly places: ConferencePlacesService,
    private readonly rows: ProgrammeRepository,
    private readonly editor: ProgrammeEditor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By id or slug. A programme that is not published is empty for all but staff, as if nobody had begun it. */
  async see(actor: Actor | null, idOrSlug: string): Promise<Programme> {
    const conference = await this.places.facts(idOrSlug);
    const manages = actor !== null && can(actor, 'conference.manage');
    if (!conference || !(isPublic(conference.status) || manages)) throw notFound('conference');
    const programme = await this.facts(conference.id);
    return manages || programme.publishedAt !== null ? programme : emptyProgramme(conference.id);
  }

  publish(conferenceId: string, { published }: ProgrammePublicationRequest): Promise<Programme> {
    const done = published ? 'published' : 'withdrawn';
    return this.editor.edit(
      conferenceId,
      { kind: 'programme', id: conferenceId, done },
      async ({ programme }) => {
        if (published === (programme.publishedAt !== null)) return;
        await this.rows.publish(conferenceId, published ? this.clock.now() : null);
      },
    );
  }

  /** The whole programme, drafts too; `deciding` under the event's lock, inside a unit of work. */
  async facts(conferenceId: string, deciding = false): Promise<Programme> {
    return programmeView(await this.rows.read(conferenceId, deciding));
  }
}

/** The part with this id; it was there when the unit of work began. */
export const partOf = <Part extends { readonly id: string }>(parts: readonly Part[], id: string): Part => {
  const part = parts.find((there) => there.id === id);
  if (!part) throw notFound('part of the programme');
  return part;
};
