import { type Clock, foldText, newId, validationFailed } from '@lectern/core';
import {
  mayBePhotographed,
  type Person,
  type PersonFacts,
  type PersonKind,
  type PhotoConsent,
  photoConsentEndsAt,
  type RosterPerson,
  type RosterSettings,
} from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { Seal } from '../platform/seal';
import { CLOCK } from '../platform/tokens';
import { DayOnlySeal } from './day-only';
import type { GroupEntity } from './group.entity';
import { NOTICE_VERSION } from './notice-version';
import { PeopleRepository } from './people.repository';
import type { PersonEntity } from './person.entity';
import { TicketsService } from './tickets.service';

const BIRTH_DATE = 'birth-date';

const samePerson = (kind: string, givenName: string, familyName: string, yearGroup: number | null): string =>
  `${kind}|${foldText(givenName)}|${foldText(familyName)}|${yearGroup ?? ''}`;

/** What of the settings decides how a person is kept and shown. */
export type PeopleTerms = Pick<RosterSettings, 'trackingData' | 'photoConsentMonths'>;

/** The consent of a person as the rule wants it. */
export const consentOf = (
  row: Pick<PersonEntity, 'photoConsent' | 'photoConsentAt' | 'createdAt'>,
  months: number,
) => ({ consent: row.photoConsent as PhotoConsent, givenAt: row.photoConsentAt ?? row.createdAt, months });

/** The people of rosters: how they are kept, sealed where they must be, and shown. */
@Injectable()
export class RosterPeople {
  constructor(
    private readonly people: PeopleRepository,
    private readonly tickets: TicketsService,
    private readonly dayOnly: DayOnlySeal,
    private readonly seal: Seal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  view(row: PersonEntity, terms: PeopleTerms): Person {
    const dayOnly = this.dayOnly.open(row.id, row.sealedDayOnly);
    const sealedBirthDate = terms.trackingData ? row.sealedBirthDate : null;
    return {
      id: row.id,
      kind: row.kind as PersonKind,
      givenName: row.givenName,
      familyName: row.familyName,
      yearGroup: row.yearGroup,
      photoConsent: row.photoConsent as PhotoConsent,
      ...(dayOnly ? { dayOnly } : {}),
      ...(sealedBirthDate === null ? {} : { birthDate: this.seal.open(BIRTH_DATE, row.id, sealedBirthDate) }),
    };
  }

  facts(row: PersonEntity, terms: PeopleTerms): PersonFacts {
    const consent = consentOf(row, terms.photoConsentMonths);
    return {
      personId: row.id,
      photoConsentEndsAt: photoConsentEndsAt(consent)?.toISOString() ?? null,
      mayBePhotographed: mayBePhotographed(consent, this.clock.now()),
      noticeVersion: row.noticeVersion,
      dayOnlyDeletedOn: row.dayOnlyDeletedOn?.toISOString() ?? null,
    };
  }

  /** Makes the roster what was asked; who is still on it keeps their id, and so their ticket. */
  async replace(group: GroupEntity, asked: readonly RosterPerson[], terms: PeopleTerms): Promise<void> {
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
      return { row: this.rowOf(group.id, person, index, terms, known), isNew: known === undefined };
    });
    const kept = new Set(rows.map(({ row }) => row.id));
    const leaving = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    await this.tickets.revoke(group.conferenceId, group.id, leaving, 'taken-off');
    await this.people.remove(group.id, leaving);
    for (const { row } of rows.filter(({ isNew }) => !isNew)) await this.people.update(group.id, row.id, row);
    await this.people.insert(rows.filter(({ isNew }) => isNew).map(({ row }) => row));
  }

  /** A person as a row; what is not mentioned stays as it was for whoever is known. */
  rowOf(
    groupId: string,
    person: RosterPerson,
    placeInList: number,
    terms: PeopleTerms,
    known?: PersonEntity,
  ): PersonEntity {
    const id = known?.id ?? newId();
    const photoConsent = person.photoConsent ?? known?.photoConsent ?? 'not-known';
    return {
      id,
      groupId,
      placeInList,
      kind: person.kind,
      givenName: person.givenName.trim(),
      familyName: person.familyName.trim(),
      yearGroup: person.kind === 'pupil' ? (person.yearGroup ?? null) : null,
      photoConsent,
      photoConsentAt: this.consentAt(photoConsent, known),
      noticeVersion: known?.noticeVersion ?? NOTICE_VERSION,
      // What a list does not mention stays; an empty object takes it away.
      sealedDayOnly:
        person.dayOnly == null ? (known?.sealedDayOnly ?? null) : this.dayOnly.close(id, person.dayOnly),
      hasAccessNeed:
        person.dayOnly == null ? (known?.hasAccessNeed ?? false) : Boolean(person.dayOnly.access?.trim()),
      dayOnlyDeletedOn: person.dayOnly == null ? (known?.dayOnlyDeletedOn ?? null) : null,
      sealedBirthDate: this.birthDate(id, person, terms, known),
      createdAt: known?.createdAt ?? this.clock.now(),
    };
  }

  /** A yes holds from when it was first said; saying it once more with every list does not prolong it. */
  private consentAt(consent: string, known: PersonEntity | undefined): Date | null {
    if (consent !== 'yes') return null;
    return known?.photoConsent === 'yes' ? (known.photoConsentAt ?? known.createdAt) : this.clock.now();
  }

  private birthDate(
    id: string,
    person: RosterPerson,
    terms: PeopleTerms,
    known: PersonEntity | undefined,
  ): string | null {
    if (!terms.trackingData) return null;
    return person.birthDate == null
      ? (known?.sealedBirthDate ?? null)
      : this.seal.close(BIRTH_DATE, id, person.birthDate);
  }
}
