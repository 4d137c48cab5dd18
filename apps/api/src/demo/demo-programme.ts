import type { Conference, Grouping, SpeakerKind } from '@lectern/conferences';
import type { Actor } from '@lectern/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { ProgrammePartsService } from '../conferences/programme-parts.service';
import { ProgrammeService } from '../conferences/programme.service';
import { ProgrammeSessionsService } from '../conferences/programme-sessions.service';
import { GroupsService } from '../registrations/groups.service';
import { SessionChoicesService } from '../registrations/session-choices.service';
import { SessionPlansService } from '../registrations/session-plans.service';
import { after } from './demo-clock';

/** A time of the day: its name, minutes after the start from and to, and how groups come to it. */
type DemoSlot = readonly [name: string, from: number, to: number, grouping: Grouping];
type DemoSpeaker = readonly [name: string, kind: SpeakerKind, affiliation: string | null];
/** A session: its title, what it is about, its strand, room, speakers and the slots that it stands in. */
interface DemoSession {
  readonly title: string;
  readonly summary?: string;
  readonly strand?: string;
  readonly room: string;
  readonly speakers?: readonly string[];
  readonly slots: readonly string[];
}

export interface DemoDay {
  readonly rooms: Readonly<Record<string, number>>;
  readonly slots: readonly DemoSlot[];
  readonly speakers: readonly DemoSpeaker[];
  readonly sessions: readonly DemoSession[];
}

const SPEAKERS: readonly DemoSpeaker[] = [
  ['Dr Ada Quill', 'guest', 'Vale Codes Ltd'],
  ['Professor Idris Penn', 'staff', 'Department of Mathematics'],
  ['Dr Mara Keys', 'staff', 'Department of Engineering'],
  ['Charlie Dunn', 'trainee', null],
  ['Beth Arlow', 'trainee', null],
];

/** The day of the live conference: two rounds of four workshops that groups chose, between what all do together. */
export const MOTION_DAY: DemoDay = {
  rooms: {
    'The Arden Theatre': 300,
    'Seminar room 1': 90,
    'Seminar room 2': 80,
    'Computing suite': 70,
    'Dance studio': 55,
  },
  speakers: SPEAKERS,
  slots: [
    ['Welcome', 0, 30, 'together'],
    ['Workshop 1', 45, 90, 'choose'],
    ['Workshop 2', 105, 150, 'choose'],
    ['Lunch', 150, 210, 'together'],
    ['Closing talk', 225, 285, 'together'],
  ],
  sessions: [
    {
      title: 'Welcome to the day',
      room: 'The Arden Theatre',
      slots: ['Welcome'],
      speakers: ['Professor Idris Penn'],
    },
    {
      title: 'How a penalty is scored',
      summary:
        'Angles, reaction times and a goalkeeper made of numbers. Pupils work out where to shoot, then try it.',
      strand: 'Sport and dance',
      room: 'Seminar room 1',
      speakers: ['Professor Idris Penn'],
      slots: ['Workshop 1', 'Workshop 2'],
    },
    {
      title: 'Why traffic jams appear from nowhere',
      summary: 'A jam on the classroom floor, with people for cars, and the graph that explains it.',
      strand: 'On the road',
      room: 'Seminar room 2',
      speakers: ['Dr Mara Keys', 'Beth Arlow'],
      slots: ['Workshop 1', 'Workshop 2'],
    },
    {
      title: 'Codes and ciphers',
      summary: 'How a message moves safely: from Caesar to the padlock in the address bar.',
      strand: 'On the road',
      room: 'Computing suite',
      speakers: ['Dr Ada Quill'],
      slots: ['Workshop 1', 'Workshop 2'],
    },
    {
      title: 'The geometry of dance',
      summary: 'Symmetry with feet. No experience needed, flat shoes help.',
      strand: 'Sport and dance',
      room: 'Dance studio',
      speakers: ['Charlie Dunn'],
      slots: ['Workshop 1', 'Workshop 2'],
    },
    {
      title: 'What mathematicians do all day',
      room: 'The Arden Theatre',
      speakers: ['Dr Ada Quill', 'Dr Mara Keys'],
      slots: ['Closing talk'],
    },
  ],
};

/** The day of the taster that schools are registering for: two times at which groups still choose. */
export const TASTER_DAY: DemoDay = {
  rooms: { 'The Arden Theatre': 300, 'Seminar room 1': 90, 'Seminar room 2': 80 },
  speakers: SPEAKERS.slice(1, 4),
  slots: [
    ['Welcome', 0, 30, 'together'],
    ['Session 1', 45, 120, 'choose'],
    ['Lunch', 120, 180, 'together'],
    ['Session 2', 195, 270, 'choose'],
  ],
  sessions: [
    {
      title: 'Why further maths?',
      room: 'The Arden Theatre',
      slots: ['Welcome'],
      speakers: ['Professor Idris Penn'],
    },
    {
      title: 'The square root of minus one',
      summary: 'Complex numbers, drawn rather than proved.',
      room: 'Seminar room 1',
      speakers: ['Professor Idris Penn'],
      slots: ['Session 1', 'Session 2'],
    },
    {
      title: 'A game of strategy',
      summary: 'Pupils play, then find out who could have won.',
      room: 'Seminar room 2',
      speakers: ['Dr Mara Keys', 'Charlie Dunn'],
      slots: ['Session 1', 'Session 2'],
    },
  ],
};

/** Enters the demo's programmes through the same services that staff and schools use. */
export class DemoProgramme {
  private readonly parts: ProgrammePartsService;
  private readonly sessions: ProgrammeSessionsService;
  private readonly programmes: ProgrammeService;
  private readonly groups: GroupsService;
  private readonly choices: SessionChoicesService;
  private readonly plans: SessionPlansService;

  constructor(
    app: INestApplicationContext,
    private readonly staff: Actor,
  ) {
    this.parts = app.get(ProgrammePartsService);
    this.sessions = app.get(ProgrammeSessionsService);
    this.programmes = app.get(ProgrammeService);
    this.groups = app.get(GroupsService);
    this.choices = app.get(SessionChoicesService);
    this.plans = app.get(SessionPlansService);
  }

  /** Enters and publishes a day. */
  async enter({ id, startsAt }: Conference, day: DemoDay): Promise<void> {
    const ids = new Map<string, string>();
    const idOf = (name: string): string => ids.get(name) ?? '';
    const keep = (name: string, part: { readonly id: string }): void => void ids.set(name, part.id);
    const start = new Date(startsAt);
    for (const [name, capacity] of Object.entries(day.rooms))
      keep(name, await this.parts.saveRoom(id, null, { name, capacity }));
    for (const [name, from, to, grouping] of day.slots) {
      const times = { startsAt: after(start, from).toISOString(), endsAt: after(start, to).toISOString() };
      keep(name, await this.parts.saveSlot(id, null, { name, grouping, ...times }));
    }
    for (const [name, kind, affiliation] of day.speakers)
      keep(name, await this.parts.saveSpeaker(id, null, { name, kind, affiliation }));
    for (const strand of new Set(day.sessions.flatMap(({ strand: name }) => name ?? [])))
      keep(strand, await this.parts.saveStrand(id, null, { name: strand }));
    for (const { title, summary, strand, room, speakers, slots } of day.sessions) {
      for (const slot of slots) {
        await this.sessions.save(id, null, {
          title,
          summary: summary ?? null,
          strandId: strand === undefined ? null : idOf(strand),
          slotId: idOf(slot),
          roomId: idOf(room),
          speakerIds: (speakers ?? []).map(idOf),
        });
      }
    }
    await this.programmes.publish(id, { published: true });
  }

  /** Every confirmed group but one says what it would like, and the sessions are worked out and published. */
  async decide({ id }: Conference): Promise<void> {
    const { items } = await this.groups.list(this.staff, id, 200, undefined);
    const confirmed = items.filter(({ status }) => status === 'confirmed');
    for (const [index, group] of confirmed.slice(1).entries()) {
      const { choosing } = await this.choices.see(this.staff, group.id);
      const choices = choosing.slots.map(({ slotId, sessions }, n) => ({
        slotId,
        sessionIds: [0, 1, 2].map(
          (step) => sessions[(index + step + 2 * n) % sessions.length]?.sessionId ?? '',
        ),
      }));
      await this.choices.choose(this.staff, group.id, { choices });
    }
    const plan = await this.plans.workOut(id, {});
    await this.plans.publish(id, { seed: plan.seed, digest: plan.digest });
  }
}
