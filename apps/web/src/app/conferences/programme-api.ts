import { inject, Injectable } from '@angular/core';
import {
  CONFERENCES_PATH,
  type Programme,
  PROGRAMME_PATH,
  type ProgrammeRoom,
  type ProgrammeRoomRequest,
  type ProgrammeSession,
  type ProgrammeSessionRequest,
  type ProgrammeSlot,
  type ProgrammeSlotRequest,
  type ProgrammeSpeaker,
  type ProgrammeSpeakerRequest,
  type ProgrammeStrand,
  type ProgrammeStrandRequest,
} from '@lectern/conferences';
import { Api } from '../platform/api';

/** What each kind of part is asked for with, and what comes back. */
export interface ProgrammeParts {
  readonly strands: { readonly ask: ProgrammeStrandRequest; readonly part: ProgrammeStrand };
  readonly rooms: { readonly ask: ProgrammeRoomRequest; readonly part: ProgrammeRoom };
  readonly slots: { readonly ask: ProgrammeSlotRequest; readonly part: ProgrammeSlot };
  readonly speakers: { readonly ask: ProgrammeSpeakerRequest; readonly part: ProgrammeSpeaker };
  readonly sessions: { readonly ask: ProgrammeSessionRequest; readonly part: ProgrammeSession };
}
export type PartKind = keyof ProgrammeParts;

/** The programme of a conference over HTTP. */
@Injectable({ providedIn: 'root' })
export class ProgrammeApi {
  private readonly api = inject(Api);

  /** Empty, for all but staff, until it is published. */
  see(idOrSlug: string): Promise<Programme> {
    return this.api.get(pathOf(idOrSlug));
  }

  publish(conferenceId: string, published: boolean): Promise<Programme> {
    return this.api.put(`${pathOf(conferenceId)}/publication`, { published });
  }

  /** Adds a part, or changes the one with this id. */
  save<Kind extends PartKind>(
    conferenceId: string,
    kind: Kind,
    id: string | null,
    request: ProgrammeParts[Kind]['ask'],
  ): Promise<ProgrammeParts[Kind]['part']> {
    const path = `${pathOf(conferenceId)}/${kind}`;
    return id === null ? this.api.post(path, request) : this.api.put(`${path}/${id}`, request);
  }

  remove(conferenceId: string, kind: PartKind, id: string): Promise<void> {
    return this.api.delete(`${pathOf(conferenceId)}/${kind}/${id}`);
  }
}

const pathOf = (idOrSlug: string): string =>
  `${CONFERENCES_PATH}/${encodeURIComponent(idOrSlug)}/${PROGRAMME_PATH}`;
