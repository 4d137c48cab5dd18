import { formatShortCode } from '@lectern/check-in';
import { type Clock, notFound } from '@lectern/core';
import { type Actor, can } from '@lectern/identity';
import { mayBePhotographed, type TicketPrint } from '@lectern/registrations';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import { Database } from '../persistence/database';
import { toDate, toDateOrNull } from '../persistence/dialect';
import type { PrintedFile } from '../platform/printed-file';
import { CLOCK } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import type { GroupEntity } from './group.entity';
import { GroupsRepository } from './groups.repository';
import { printPaperList } from './printing/print-paper-list';
import { printTickets } from './printing/print-tickets';
import type { PrintedConference, PrintedGroup, PrintedPerson } from './printing/printing.contract';
import { consentOf } from './roster-people';
import { RosterSettingsService } from './roster-settings.service';
import { type PrintableGroupRow, type PrintableTicketRow, TicketsRepository } from './tickets.repository';
import { TicketsService } from './tickets.service';

type CodeOf = (id: string) => string;
type MayBeSeen = (row: PrintableTicketRow) => boolean;

const consentRow = (row: PrintableTicketRow) => ({
  photoConsent: row.photo_consent,
  photoConsentAt: toDateOrNull(row.photo_consent_at),
  createdAt: toDate(row.created_at),
});

/** Valid tickets on paper: a group's, one person's, or a whole conference's, which is read school by school. */
@Injectable()
export class TicketPrinting {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsService,
    private readonly rows: TicketsRepository,
    private readonly groups: GroupsRepository,
    private readonly places: ConferencePlacesService,
    private readonly schools: SchoolsService,
    private readonly settings: RosterSettingsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A group's tickets in the order of its roster, or one of them. */
  async ofGroup(group: GroupEntity, print: TicketPrint): Promise<PrintedFile> {
    const { layout, ticketId } = print;
    const rows = (await this.rows.printable(group.conferenceId, group.id)).filter(
      ({ id }) => ticketId === undefined || id === ticketId,
    );
    const conference = await this.places.facts(group.conferenceId);
    if (!conference || rows.length === 0) throw notFound('ticket');
    if (ticketId !== undefined) await this.noteOne(group.id, layout, ticketId);
    const codeOf = await this.tickets.codes(conference);
    const schoolName = (await this.schools.find(group.schoolUrn))?.name ?? group.schoolUrn;
    const seen = await this.photographs(group.conferenceId);
    const partyCode = (await this.tickets.partyCodes(conference))(group.id);
    const groups = [{ schoolName, partyCode, people: rows.map((row) => personOf(row, codeOf, seen)) }];
    return {
      file: printTickets(
        { conference: conferenceOf(conference), whose: schoolName, dividers: false, groups },
        print,
        this.clock.now(),
      ),
      name: `${print.layout}-${group.schoolUrn}.pdf`,
    };
  }

  /** One valid ticket of a conference again, with the codes that it had: a badge that was lost or got wet. */
  async again(
    conferenceId: string,
    print: TicketPrint & { readonly ticketId: string },
  ): Promise<PrintedFile> {
    const ticket = await this.tickets.find(conferenceId, print.ticketId);
    const group = ticket && (await this.groups.find(ticket.groupId));
    if (!group) throw notFound('ticket');
    return this.ofGroup(group, print);
  }

  /** Every school's tickets, or one school's, by school and surname; who printed them is recorded first. */
  async ofConference(actor: Actor, conferenceId: string, print: TicketPrint): Promise<PrintedFile> {
    if (!can(actor, 'conference.manage')) throw notFound('conference');
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    const { ticketId } = print;
    if (ticketId !== undefined) return this.again(conference.id, { ...print, ticketId });
    const groups = (await this.rows.printableGroups(conferenceId, print.school)).sort(bySchool);
    if (groups.length === 0) throw notFound('ticket');
    await this.note(conferenceId, print, groups);
    return {
      file: printTickets(
        {
          conference: conferenceOf(conference),
          whose: print.school === undefined ? 'all schools' : nameOf(groups[0]),
          dividers: true,
          groups: this.read(conference, groups, await this.photographs(conferenceId)),
        },
        print,
        this.clock.now(),
      ),
      name: `${print.layout}-${print.school ?? conference.slug}.pdf`,
    };
  }

  /** Everybody who is expected, with boxes to tick, for the desk when no phone works; there is always one to print. */
  async paperList(actor: Actor, conferenceId: string): Promise<PrintedFile> {
    if (!can(actor, 'conference.manage')) throw notFound('conference');
    const conference = await this.places.facts(conferenceId);
    if (!conference) throw notFound('conference');
    const groups = (await this.rows.printableGroups(conferenceId))
      .filter(({ status }) => status === 'confirmed')
      .sort(bySchool);
    await this.note(conferenceId, { layout: 'paper-list' }, groups);
    return {
      file: printPaperList(
        {
          conference: conferenceOf(conference),
          whose: 'all schools',
          dividers: false,
          groups: this.read(conference, groups, await this.photographs(conferenceId)),
        },
        this.clock.now(),
      ),
      name: `paper-list-${conference.slug}.pdf`,
    };
  }

  /** Who may be photographed now: a consent that has run out is none. */
  private async photographs(conferenceId: string): Promise<MayBeSeen> {
    const { photoConsentMonths } = await this.settings.of(conferenceId);
    const now = this.clock.now();
    return (row) => mayBePhotographed(consentOf(consentRow(row), photoConsentMonths), now);
  }

  /** One school after another, each read when the paper comes to it: what was withdrawn until then is not printed. */
  private async *read(
    conference: ConferenceFacts,
    groups: readonly PrintableGroupRow[],
    seen: MayBeSeen,
  ): AsyncGenerator<PrintedGroup> {
    // A conference that nobody has tickets for may have no keys either.
    if (groups.length === 0) return;
    const codeOf = await this.tickets.codes(conference);
    const partyCodeOf = await this.tickets.partyCodes(conference);
    for (const group of groups) {
      const rows = (await this.rows.printable(conference.id, group.id)).sort(bySurname);
      if (rows.length === 0) continue;
      yield {
        schoolName: nameOf(group),
        partyCode: partyCodeOf(group.id),
        visitLeader: { name: group.leader_name, phone: group.leader_phone },
        people: rows.map((row) => personOf(row, codeOf, seen)),
      };
    }
  }

  private noteOne(groupId: string, layout: string, ticketId: string): Promise<void> {
    return this.database.transaction(() =>
      this.audit.record({
        action: 'ticket.printed-again',
        objectKind: 'group',
        objectId: groupId,
        details: { layout, ticketId },
      }),
    );
  }

  private note(
    conferenceId: string,
    { layout, school }: { readonly layout: string; readonly school?: string | undefined },
    groups: readonly PrintableGroupRow[],
  ): Promise<void> {
    const tickets = groups.reduce((sum, group) => sum + Number(group.tickets), 0);
    return this.database.transaction(() =>
      this.audit.record({
        action: 'tickets.printed',
        objectKind: 'conference',
        objectId: conferenceId,
        details: { layout, tickets, ...(school === undefined ? {} : { school }) },
      }),
    );
  }
}

// Both databases put letters such as Ł elsewhere; the collator puts them where a reader looks.
const { compare } = new Intl.Collator('en-GB');

const nameOf = (group: PrintableGroupRow | undefined): string =>
  group?.school_name ?? group?.school_urn ?? '';

const bySchool = (one: PrintableGroupRow, two: PrintableGroupRow): number =>
  compare(nameOf(one), nameOf(two)) || compare(one.school_urn, two.school_urn);

const bySurname = (one: PrintableTicketRow, two: PrintableTicketRow): number =>
  compare(one.family_name, two.family_name) ||
  compare(one.given_name, two.given_name) ||
  compare(one.id, two.id);

const conferenceOf = ({ title, startsAt, venueName }: ConferenceFacts): PrintedConference => ({
  title,
  startsAt: startsAt.toISOString(),
  venueName,
});

const personOf = (row: PrintableTicketRow, codeOf: CodeOf, mayBeSeen: MayBeSeen): PrintedPerson => ({
  givenName: row.given_name,
  familyName: row.family_name,
  kind: row.kind,
  yearGroup: row.year_group,
  shortCode: formatShortCode(row.short_code),
  code: codeOf(row.id),
  noPhoto: !mayBeSeen(row),
  accessNeed: Number(row.has_access_need) === 1,
  // Surveys give their codes when a conference has one; until then each badge keeps the place.
  surveyCode: null,
});
