import { type Clock, DomainError, newId, notFound, validationFailed } from '@lectern/core';
import type { Actor } from '@lectern/identity';
import {
  checkRoster,
  type Person,
  type PersonKind,
  type PhotoConsent,
  readRoster,
  type Roster,
  type RosterPerson,
  type RosterPreview,
  type RosterReading,
} from '@lectern/registrations';
import type { RosterSave } from '@lectern/registrations/requests';
import { foldText } from '@lectern/core';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { Seal } from '../platform/seal';
import { CLOCK } from '../platform/tokens';
import { DayOnlySeal } from './day-only';
import type { GroupEntity } from './group.entity';
import { groupCancelled } from './groups.errors';
import { GroupsService } from './groups.service';
import { PeopleRepository } from './people.repository';
import type { PersonEntity } from './person.entity';
import type { RosterFile } from './roster-files/roster-file';
import { RosterPreviewsRepository } from './roster-previews.repository';
import { TicketsService } from './tickets.service';

const PREVIEW_LASTS = 24 * 3_600_000;
const PURPOSE = 'roster-preview';
/** The privacy notice that schools are given now; docs/privacy.md holds its text. */
export const NOTICE_VERSION = '2026-11';

const samePerson = (kind: string, givenName: string, familyName: string, yearGroup: number | null): string =>
  `${kind}|${foldText(givenName)}|${foldText(familyName)}|${yearGroup ?? ''}`;

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
    private readonly dayOnly: DayOnlySeal,
    private readonly seal: Seal,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async see(actor: Actor, groupId: string): Promise<Roster> {
    await this.groups.ownToRead(actor, groupId, 'roster.see', 'roster');
    return this.roster(groupId);
  }

  async preview(actor: Actor, groupId: string, file: RosterFile): Promise<RosterPreview> {
    const group = await this.groups.own(actor, groupId, 'roster.change');
    if (group.status === 'cancelled') throw groupCancelled();
    const conference = await this.places.facts(group.conferenceId);
    if (!conference) throw notFound('conference');
    const read = readRoster(file.cells, { yearGroups: conference.yearGroups, places: placesOf(group) });
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
      if (group.status === 'cancelled') throw groupCancelled();
      if (['completed', 'archived', 'cancelled'].includes(conference.status)) {
        throw new DomainError(
          'conflict',
          'conference-over',
          'This conference is over, so its rosters stay as they are.',
        );
      }
      const limits = { places: placesOf(group), yearGroups: conference.yearGroups };
      const errors = checkRoster(asked, limits);
      if (errors.length > 0) throw validationFailed(errors);
      await this.replace(group, asked);
      await this.tickets.issueMissing(groupId);
      await this.previews.clear(groupId, this.clock.now());
      await this.audit.record({
        action: 'roster.saved',
        objectKind: 'group',
        objectId: groupId,
        details: { people: asked.length },
      });
    });
    return this.roster(groupId);
  }

  private async roster(groupId: string): Promise<Roster> {
    const rows = await this.people.ofGroup(groupId);
    return { groupId, people: rows.map((row) => this.view(row)) };
  }

  private view(row: PersonEntity): Person {
    const dayOnly = this.dayOnly.open(row.id, row.sealedDayOnly);
    return {
      id: row.id,
      kind: row.kind as PersonKind,
      givenName: row.givenName,
      familyName: row.familyName,
      yearGroup: row.yearGroup,
      photoConsent: row.photoConsent as PhotoConsent,
      ...(dayOnly ? { dayOnly } : {}),
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
    return rows.map(({ kind, givenName, familyName, yearGroup, photoConsent, dayOnly }) => ({
      kind,
      givenName,
      familyName,
      ...(yearGroup === null ? {} : { yearGroup }),
      photoConsent,
      ...(dayOnly ? { dayOnly } : {}),
    }));
  }

  /** Makes the roster what was asked; who is still on it keeps their id, and so their ticket. */
  private async replace(group: GroupEntity, asked: readonly RosterPerson[]): Promise<void> {
    const before = await this.people.ofGroup(group.id);
    const byId = new Map(before.map((person) => [person.id, person]));
    const unknown = asked.findIndex((person) => person.id != null && !byId.has(person.id));
    if (unknown >= 0) {
      const message = 'This person is not on the roster. Leave the id out to add somebody new.';
      throw validationFailed([{ field: `people[${unknown}].id`, code: 'unknown-person', message }]);
    }
    const named = new Set(asked.flatMap((person) => (person.id == null ? [] : [person.id])));
    const free = new Map<string, PersonEntity[]>();
    for (const person of before.filter(({ id }) => !named.has(id))) {
      const key = samePerson(person.kind, person.givenName, person.familyName, person.yearGroup);
      free.set(key, [...(free.get(key) ?? []), person]);
    }
    const rows = asked.map((person, index) => {
      const key = samePerson(person.kind, person.givenName, person.familyName, person.yearGroup ?? null);
      const known = person.id == null ? free.get(key)?.shift() : byId.get(person.id);
      return { row: this.rowOf(group.id, person, index, known), isNew: known === undefined };
    });
    const kept = new Set(rows.map(({ row }) => row.id));
    const leaving = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    await this.tickets.revoke(group.conferenceId, group.id, leaving, 'left-roster');
    await this.people.remove(group.id, leaving);
    for (const { row } of rows.filter(({ isNew }) => !isNew)) await this.people.update(group.id, row.id, row);
    await this.people.insert(rows.filter(({ isNew }) => isNew).map(({ row }) => row));
  }

  private rowOf(
    groupId: string,
    person: RosterPerson,
    index: number,
    known: PersonEntity | undefined,
  ): PersonEntity {
    const id = known?.id ?? newId();
    return {
      id,
      groupId,
      placeInList: index,
      kind: person.kind,
      givenName: person.givenName.trim(),
      familyName: person.familyName.trim(),
      yearGroup: person.kind === 'pupil' ? (person.yearGroup ?? null) : null,
      photoConsent: person.photoConsent ?? known?.photoConsent ?? 'not-known',
      noticeVersion: known?.noticeVersion ?? NOTICE_VERSION,
      // What a list does not mention stays; an empty object takes it away.
      sealedDayOnly:
        person.dayOnly == null ? (known?.sealedDayOnly ?? null) : this.dayOnly.close(id, person.dayOnly),
      hasAccessNeed:
        person.dayOnly == null ? (known?.hasAccessNeed ?? false) : Boolean(person.dayOnly.access?.trim()),
      dayOnlyDeletedOn: known?.dayOnlyDeletedOn ?? null,
      createdAt: known?.createdAt ?? this.clock.now(),
    };
  }
}

/** A group that still waits is checked against what it wants. */
const placesOf = (group: GroupEntity): number =>
  group.status === 'confirmed' ? group.places : group.pupilsWanted;
