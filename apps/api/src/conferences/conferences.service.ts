import { type Clock, DomainError, isId, newId, notFound, type Page, validationFailed } from '@lectern/core';
import {
  checkConferenceDates,
  checkSupervisionBands,
  type Conference,
  CONFERENCE_STATES,
  CONFERENCE_TRANSITIONS,
  type ConferenceState,
  isPublic,
  mayBecome,
  PUPILS_PER_ADULT,
  slugOf,
} from '@lectern/conferences';
import type { ConferenceChange, ConferenceRequest, TransitionRequest } from '@lectern/conferences/requests';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { isUniqueViolation } from '../persistence/dialect';
import { cursorOf, placeOf } from '../platform/paging';
import { CLOCK } from '../platform/tokens';
import type { ConferenceEntity } from './conference.entity';
import { ConferenceLifecycle } from './conference-lifecycle';
import { conferenceView } from './conference.mapper';
import { ConferencesRepository } from './conferences.repository';
import { TicketKeys } from './ticket-keys';

const manages = (actor: Actor | null): boolean => actor !== null && can(actor, 'conference.manage');

const EDITABLE: readonly ConferenceState[] = [
  'draft',
  'published',
  'registration-open',
  'registration-closed',
  'live',
];

const SLUG_TRIES = 1000;

/** Conferences: making, changing and moving them through their lifecycle. */
@Injectable()
export class ConferencesService {
  constructor(
    private readonly database: Database,
    private readonly conferences: ConferencesRepository,
    private readonly lifecycle: ConferenceLifecycle,
    private readonly keys: TicketKeys,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(actor: Actor, request: ConferenceRequest): Promise<Conference> {
    const now = this.clock.now();
    const errors = [
      ...checkConferenceDates(request, now, true),
      ...checkSupervisionBands(request.supervisionBands ?? []),
    ];
    if (errors.length > 0) throw validationFailed(errors);
    const row = await this.database.transaction(async () => {
      const conference: ConferenceEntity = {
        ...this.columnsOf(request),
        id: newId(),
        kind: 'conference',
        slug: slugOf(request.title, new Date(request.startsAt)),
        status: 'draft',
        placesGiven: 0,
        queueLength: 0,
        rosterVersion: 0,
        calendarSequence: 0,
        cancellationReason: null,
        codeTag: null,
        publicKey: null,
        sealedPrivateKey: null,
        createdBy: actor.accountId,
        createdAt: now,
        updatedAt: now,
      };
      await this.insertWithFreeSlug(conference);
      await this.note('conference.created', conference.id);
      return conference;
    });
    return conferenceView(row, true);
  }

  async change(id: string, change: ConferenceChange): Promise<Conference> {
    return this.database.transaction(async () => {
      const row = await this.conferences.lock(id);
      if (!row) throw notFound('conference');
      if (!EDITABLE.includes(row.status as ConferenceState)) {
        throw new DomainError(
          'conflict',
          'conference-over',
          'This conference is over and can no longer be changed.',
        );
      }
      const before = conferenceView(row, true);
      const given = Object.fromEntries(
        Object.entries(change).filter(([name, value]) => value != null || name === 'schoolCap'),
      );
      const wanted: ConferenceRequest = { ...this.requestOf(row), ...given };
      const movesStart = given['startsAt'] !== undefined && wanted.startsAt !== before.startsAt;
      const errors = [
        ...checkConferenceDates(wanted, this.clock.now(), movesStart),
        ...checkSupervisionBands(wanted.supervisionBands ?? []),
      ];
      if (errors.length > 0) throw validationFailed(errors);
      const columns = this.columnsOf(wanted);
      if (columns.pupilPlaces < row.placesGiven) {
        const message = `${row.placesGiven} places are given already. Enter at least that many, or cancel a group first.`;
        throw validationFailed([{ field: 'pupilPlaces', code: 'places-given', message }]);
      }
      await this.lifecycle.numbersChange({
        conferenceId: row.id,
        pupilPlaces: columns.pupilPlaces,
        schoolCap: columns.schoolCap,
        allocation: wanted.allocation,
      });
      await this.conferences.update(row.id, { ...columns, updatedAt: this.clock.now() });
      await this.lifecycle.placesChanged(row.id);
      await this.note('conference.changed', row.id, { fields: Object.keys(given) });
      const after = conferenceView((await this.conferences.find(row.id)) ?? row, true);
      await this.lifecycle.revised({ before, after });
      return after;
    });
  }

  async move(id: string, { to, reason }: TransitionRequest): Promise<Conference> {
    return this.database.transaction(async () => {
      const row = await this.conferences.lock(id);
      if (!row) throw notFound('conference');
      const from = row.status as ConferenceState;
      if (!mayBecome(from, to)) {
        const allowed = CONFERENCE_TRANSITIONS[from];
        throw new DomainError(
          'conflict',
          'transition-not-allowed',
          allowed.length === 0
            ? `A conference that is ${from} stays so.`
            : `A conference that is ${from} can become ${allowed.join(' or ')}, not ${to}.`,
          { details: { from, allowed } },
        );
      }
      const why = reason?.trim() ? reason.trim() : null;
      if (to === 'cancelled' && why === null) {
        throw validationFailed([
          {
            field: 'reason',
            code: 'missing',
            message: 'Say why the conference is cancelled: everyone who booked will be told.',
          },
        ]);
      }
      if (row.codeTag === null && to !== 'cancelled')
        await this.conferences.update(row.id, this.keys.make(row.id));
      await this.conferences.move(row.id, from, to, to === 'cancelled' ? why : null, this.clock.now());
      await this.lifecycle.moved({ conferenceId: row.id, from, to, reason: why });
      await this.note('conference.moved', row.id, { from, to });
      const moved = await this.conferences.find(row.id);
      return conferenceView(moved ?? row, true);
    });
  }

  /** A conference by id or slug; a draft does not exist for those who may not manage it. */
  async see(actor: Actor | null, idOrSlug: string): Promise<Conference> {
    const row = await this.conferences.find(idOrSlug);
    if (!row || !(isPublic(row.status as ConferenceState) || manages(actor))) throw notFound('conference');
    return conferenceView(row, manages(actor));
  }

  async list(
    actor: Actor | null,
    scope: string | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<Conference>> {
    const all = scope === 'staff' && manages(actor);
    const place = placeOf(cursor, 2);
    const after = place ? { startsAt: new Date(Number(place[0])), id: String(place[1]) } : null;
    const states = CONFERENCE_STATES.filter((state) => all || (isPublic(state) && state !== 'archived'));
    const rows = await this.conferences.list({ states, limit: limit + 1, after });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => conferenceView(row, manages(actor))),
      nextCursor: rows.length > limit && last ? cursorOf([last.startsAt.getTime(), last.id]) : null,
    };
  }

  /** The stored conference as if it were asked for again. */
  requestOf(row: ConferenceEntity): ConferenceRequest {
    const { venue, yearGroups, schoolCap, supervisionBands, ...rest } = conferenceView(row, true);
    return {
      title: rest.title,
      summary: rest.summary,
      venue: { ...venue },
      startsAt: rest.startsAt,
      endsAt: rest.endsAt,
      yearGroups: [...yearGroups],
      pupilPlaces: rest.pupilPlaces,
      ...(schoolCap === null ? {} : { schoolCap }),
      pupilsPerAdult: rest.pupilsPerAdult,
      ...(supervisionBands
        ? {
            supervisionBands: supervisionBands.map((band) => ({ ...band, yearGroups: [...band.yearGroups] })),
          }
        : {}),
      allocation: rest.allocation,
      registrationOpensAt: rest.registrationOpensAt,
      registrationClosesAt: rest.registrationClosesAt,
      finalNumbersAt: rest.finalNumbersAt,
    };
  }

  private columnsOf(request: ConferenceRequest) {
    return {
      title: request.title.trim(),
      summary: request.summary.trim(),
      venueName: request.venue.name.trim(),
      venueAddress: request.venue.address.trim(),
      startsAt: new Date(request.startsAt),
      endsAt: new Date(request.endsAt),
      yearGroups: [...request.yearGroups].sort((a, b) => a - b).join(','),
      pupilPlaces: request.pupilPlaces,
      schoolCap: request.schoolCap ?? null,
      pupilsPerAdult: request.pupilsPerAdult ?? PUPILS_PER_ADULT,
      supervisionBands: request.supervisionBands?.length
        ? JSON.stringify(
            request.supervisionBands.map(({ yearGroups, pupilsPerAdult }) => ({
              yearGroups: [...yearGroups].sort((a, b) => a - b),
              pupilsPerAdult,
            })),
          )
        : null,
      allocation: request.allocation,
      registrationOpensAt: new Date(request.registrationOpensAt),
      registrationClosesAt: new Date(request.registrationClosesAt),
      finalNumbersAt: new Date(request.finalNumbersAt),
    };
  }

  /** Numbers the slug until nobody has it: two with one title that come at once cannot see each other's yet. */
  private async insertWithFreeSlug(conference: ConferenceEntity): Promise<void> {
    const stem = conference.slug;
    const taken = new Set(await this.conferences.slugsLike(stem));
    const isTaken = (slug: string): boolean => taken.has(slug) || isId(slug);
    for (let n = 2; ; taken.add(conference.slug)) {
      while (isTaken(conference.slug)) conference.slug = `${stem}-${n++}`;
      try {
        await this.conferences.insert(conference);
        return;
      } catch (error) {
        if (!isUniqueViolation(error) || n > SLUG_TRIES) throw error;
      }
    }
  }

  private note(
    action: string,
    objectId: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return this.audit.record({ action, objectKind: 'conference', objectId, details });
  }
}
