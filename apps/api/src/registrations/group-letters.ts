import { waitingPositions } from '@lectern/registrations';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ConferenceCalendarService } from '../conferences/conference-calendar.service';
import {
  ConferenceLifecycle,
  type ConferenceRevision,
  type ConferenceTransition,
} from '../conferences/conference-lifecycle';
import { type ConferenceFacts, ConferencePlacesService } from '../conferences/conference-places.service';
import type { Letter, LetterCalendar } from '../notifications/letter';
import { LetterKinds } from '../notifications/letter-kinds';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { SchoolsService } from '../schools/schools.service';
import { conferenceCancelledLetter, conferenceChangedLetter, whatMoved } from './conference.letters';
import type { GroupEntity } from './group.entity';
import { GroupLettersRepository } from './group-letters.repository';
import {
  changedLetter,
  confirmedInPartLetter,
  confirmedLetter,
  groupCancelledLetter,
  type GroupLetterFacts,
  namesDueLetter,
  pendingLetter,
  waitingLetter,
} from './group.letters';
import { GroupPost } from './group-post';
import { GroupsRepository } from './groups.repository';
import { GROUP_LETTER_KINDS } from './letter-examples';

/** Writes the letters about groups, each in the unit of work of the change that it tells of. */
@Injectable()
export class GroupLetters implements OnModuleInit {
  constructor(
    private readonly kinds: LetterKinds,
    private readonly lifecycle: ConferenceLifecycle,
    private readonly places: ConferencePlacesService,
    private readonly calendars: ConferenceCalendarService,
    private readonly schools: SchoolsService,
    private readonly groups: GroupsRepository,
    private readonly booked: GroupLettersRepository,
    private readonly post: GroupPost,
    @Inject(CONFIG) private readonly config: Pick<Config, 'url'>,
  ) {}

  onModuleInit(): void {
    this.kinds.add(...GROUP_LETTER_KINDS);
    this.lifecycle.whenMoved((transition) => this.conferenceMoved(transition));
    this.lifecycle.whenRevised((revision) => this.conferenceRevised(revision));
  }

  async registered(group: GroupEntity): Promise<void> {
    const facts = await this.factsOf(group);
    if (!facts) return;
    if (group.status === 'pending') {
      await this.tell(group, 'registration.pending', pendingLetter(facts));
    } else if (group.status === 'waiting') {
      const position = await this.positionOf(group);
      await this.tell(group, 'registration.waiting', waitingLetter(facts, position));
    } else {
      const calendar = await this.calendars.request(group.conferenceId);
      const whole = group.places >= group.pupilsWanted;
      const letter = whole ? confirmedLetter(facts) : confirmedInPartLetter(facts);
      await this.tell(group, whole ? 'registration.confirmed' : 'registration.in-part', letter, calendar);
    }
  }

  /** Compares a group with what it was and writes when its numbers are others. */
  async changed(before: GroupEntity): Promise<void> {
    const group = await this.groups.find(before.id);
    if (!group) return;
    const same = group.pupilsWanted === before.pupilsWanted && group.places === before.places;
    const facts = same ? null : await this.factsOf(group);
    if (!facts) return;
    const calendar = group.places > 0 ? await this.calendars.request(group.conferenceId) : undefined;
    await this.tell(group, 'group.changed', changedLetter(facts, before), calendar);
  }

  async cancelled(before: GroupEntity, reason: string | null): Promise<void> {
    const facts = await this.factsOf(before);
    if (!facts) return;
    const calendar = before.places > 0 ? await this.calendars.cancel(before.conferenceId) : undefined;
    await this.tell(before, 'group.cancelled', groupCancelledLetter(facts, reason), calendar);
  }

  async namesDue(group: GroupEntity, pupilsNamed: number): Promise<void> {
    const facts = await this.factsOf(group);
    if (facts) await this.tell(group, 'group.names-due', namesDueLetter(facts, pupilsNamed));
  }

  private async conferenceMoved({ conferenceId, to, reason }: ConferenceTransition): Promise<void> {
    if (to !== 'cancelled') return;
    await this.tellBooked(conferenceId, 'conference.cancelled', 'cancel', (facts) =>
      conferenceCancelledLetter(facts, reason ?? ''),
    );
  }

  private async conferenceRevised({ before, after }: ConferenceRevision): Promise<void> {
    const conference = await this.places.facts(after.id);
    if (!conference) return;
    const was = {
      ...conference,
      title: before.title,
      startsAt: new Date(before.startsAt),
      endsAt: new Date(before.endsAt),
      venueName: before.venue.name,
      venueAddress: before.venue.address,
    };
    if (whatMoved(was, conference).length === 0) return;
    await this.tellBooked(after.id, 'conference.changed', 'request', (facts) =>
      conferenceChangedLetter(facts, was),
    );
  }

  /** Everybody who registered; those with places have it in their calendar. */
  private async tellBooked(
    conferenceId: string,
    kind: string,
    method: LetterCalendar['method'],
    letterFor: (facts: GroupLetterFacts) => Letter,
  ): Promise<void> {
    const groups = await this.booked.booked(conferenceId);
    if (groups.length === 0) return;
    const calendar = await this.calendars[method](conferenceId);
    for (const group of groups) {
      const facts = await this.factsOf(group);
      if (facts) await this.tell(group, kind, letterFor(facts), group.places > 0 ? calendar : undefined);
    }
  }

  private async positionOf(group: GroupEntity): Promise<number | undefined> {
    const conference = await this.places.facts(group.conferenceId);
    const queue = await this.groups.positions(group.conferenceId);
    return waitingPositions(queue, conference?.schoolCap ?? null).get(group.id);
  }

  private async factsOf(group: GroupEntity): Promise<GroupLetterFacts | null> {
    const conference: ConferenceFacts | null = await this.places.facts(group.conferenceId);
    const school = await this.schools.find(group.schoolUrn);
    return conference && { url: this.config.url, school: school?.name ?? group.schoolUrn, group, conference };
  }

  private tell(group: GroupEntity, kind: string, letter: Letter, calendar?: LetterCalendar): Promise<void> {
    return this.post.tell(group, kind, calendar ? { ...letter, calendar } : letter);
  }
}
