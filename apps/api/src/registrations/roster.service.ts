import { type Clock, DomainError, newId, validationFailed } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import {
  checkRoster,
  readRoster,
  type Roster,
  type RosterPerson,
  type RosterPreview,
  type RosterReading,
  type RosterTerms,
} from '@lectern/registrations';
import type { RosterOpening, RosterSave } from '@lectern/registrations/requests';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import type { Config } from '../platform/config';
import { Seal } from '../platform/seal';
import { CLOCK, CONFIG } from '../platform/tokens';
import type { GroupEntity } from './group.entity';
import { GroupPost } from './group-post';
import { groupCancelled } from './groups.errors';
import { GroupsService } from './groups.service';
import { PeopleRepository } from './people.repository';
import { rosterOpenedLetter } from './roster.letters';
import type { RosterFile } from './roster-files/roster-file';
import { known, RosterLock } from './roster-lock.service';
import { RosterPeople } from './roster-people';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { RosterSettingsService } from './roster-settings.service';
import { TicketsService } from './tickets.service';

const PREVIEW_LASTS = 24 * 3_600_000;
const PURPOSE = 'roster-preview';

/** Refuses changes to a roster whose group or conference no longer changes. */
export const refuseUnchangeable = (group: GroupEntity, conference: ConferenceFacts): void => {
  if (group.status === 'cancelled') throw groupCancelled();
  if (['completed', 'archived', 'cancelled'].includes(conference.status)) {
    throw new DomainError(
      'conflict',
      'conference-over',
      'This conference is over, so its rosters stay as they are.',
    );
  }
};

/** Rosters: reading a list into a preview, and saving who comes. Nothing is saved until it is confirmed. */
@Injectable()
export class RosterService {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupsService,
    private readonly people: PeopleRepository,
    private readonly previews: RosterPreviewsRepository,
    private readonly tickets: TicketsService,
    private readonly places: ConferencePlacesService,
    private readonly peopleOf: RosterPeople,
    private readonly lock: RosterLock,
    private readonly settings: RosterSettingsService,
    private readonly post: GroupPost,
    private readonly seal: Seal,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async see(actor: Actor, groupId: string): Promise<Roster> {
    return this.roster(await this.groups.own(actor, groupId, 'roster.see'));
  }

  /** The same for whoever asks for the page: who looked at a whole list is kept. */
  async read(actor: Actor, groupId: string): Promise<Roster> {
    return this.roster(await this.groups.ownToRead(actor, groupId, 'roster.see', 'roster'));
  }

  async preview(actor: Actor, groupId: string, file: RosterFile): Promise<RosterPreview> {
    const group = await this.groups.own(actor, groupId, 'roster.change');
    if (group.status === 'cancelled') throw groupCancelled();
    const conference = known(await this.places.facts(group.conferenceId));
    const { trackingData } = await this.settings.of(conference.id);
    const read = readRoster(file.cells, {
      yearGroups: conference.yearGroups,
      places: placesOf(group),
      trackingData,
    });
    const reading: RosterReading = { ...read, notices: [...file.notices, ...read.notices] };
    const id = newId();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + PREVIEW_LASTS);
    await this.database.transaction(async () => {
      await this.previews.clear(groupId, now);
      await this.previews.insert({
        id,
        groupId,
        sealedPreview: this.seal.close(PURPOSE, id, JSON.stringify(reading)),
        createdAt: now,
        expiresAt,
      });
    });
    return { id, ...reading, expiresAt: expiresAt.toISOString() };
  }

  async save(actor: Actor, groupId: string, request: RosterSave): Promise<Roster> {
    const { conferenceId } = await this.groups.own(actor, groupId, 'roster.change');
    const asked = await this.askedFor(groupId, request);
    await this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      const group = await this.groups.own(actor, groupId, 'roster.change');
      refuseUnchangeable(group, conference);
      await this.lock.pass({ actor, group, conference, step: 'change-list', reason: request.reason });
      const limits = { places: placesOf(group), yearGroups: conference.yearGroups };
      const errors = checkRoster(asked, limits);
      if (errors.length > 0) throw validationFailed(errors);
      await this.peopleOf.replace(group, asked, await this.settings.of(conferenceId));
      await this.tickets.issueMissing(groupId);
      await this.previews.clear(groupId, this.clock.now());
      await this.audit.record({
        action: 'roster.saved',
        objectKind: 'group',
        objectId: groupId,
        details: { people: asked.length },
      });
    });
    return this.see(actor, groupId);
  }

  async terms(actor: Actor, groupId: string): Promise<RosterTerms> {
    const group = await this.groups.own(actor, groupId, 'roster.see');
    return this.lock.terms(actor, group, known(await this.places.facts(group.conferenceId)));
  }

  /** Lets the school change its list after final numbers, for a time and a reason; its coordinators are told. */
  async open(actor: Actor, groupId: string, opening: RosterOpening): Promise<RosterTerms> {
    const { conferenceId } = await this.groups.own(actor, groupId, 'roster.override');
    await this.database.transaction(async () => {
      const conference = await this.places.lock(conferenceId);
      const group = await this.groups.own(actor, groupId, 'roster.override');
      refuseUnchangeable(group, conference);
      const until = await this.lock.open(actor, group, conference, opening);
      const link = `${this.config.url}/groups/${groupId}/roster`;
      const told = { conference: conference.title, until, reason: opening.reason.trim(), link };
      await this.post.tell(group, 'roster.opened', rosterOpenedLetter(told));
    });
    return this.terms(actor, groupId);
  }

  private async roster({ id, conferenceId }: GroupEntity): Promise<Roster> {
    const settings = await this.settings.of(conferenceId);
    const rows = await this.people.ofGroup(id);
    return {
      groupId: id,
      people: rows.map((row) => this.peopleOf.view(row, settings)),
      facts: rows.map((row) => this.peopleOf.facts(row, settings)),
    };
  }

  private async askedFor(groupId: string, request: RosterSave): Promise<readonly RosterPerson[]> {
    if (request.people && !request.previewId) return request.people;
    if (!request.previewId || request.people) {
      throw validationFailed([
        { field: 'previewId', code: 'one-of', message: 'Send either previewId or people, not both.' },
      ]);
    }
    const preview = await this.previews.find(groupId, request.previewId, this.clock.now());
    if (!preview) {
      throw new DomainError(
        'gone',
        'preview-over',
        'This preview was saved already or is older than a day. Paste the list again.',
      );
    }
    const { rows } = JSON.parse(this.seal.open(PURPOSE, preview.id, preview.sealedPreview)) as RosterReading;
    const errors = rows.flatMap((row) =>
      row.errors.map((error) => ({ ...error, field: `row ${row.line}: ${error.field}` })),
    );
    if (errors.length > 0) throw validationFailed(errors);
    return rows.map(({ kind, givenName, familyName, yearGroup, photoConsent, dayOnly, birthDate }) => ({
      kind,
      givenName,
      familyName,
      ...(yearGroup === null ? {} : { yearGroup }),
      photoConsent,
      ...(dayOnly ? { dayOnly } : {}),
      ...(birthDate === undefined ? {} : { birthDate }),
    }));
  }
}

/** A group that still waits is checked against what it wants. */
const placesOf = (group: GroupEntity): number =>
  group.status === 'confirmed' ? group.places : group.pupilsWanted;
