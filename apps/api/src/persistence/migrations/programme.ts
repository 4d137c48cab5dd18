import { exact, id, maybe, moment, tableMigration, type TableRequest, text, whole, words } from './table';

/** 24 November 2026, 21:33 UTC. */
const BEGUN = 1_795_556_000_000;

const ofConference = (name: string, columns: TableRequest['columns']): TableRequest => ({
  name,
  columns: [id(), id('conference_id'), ...columns, moment('created_at')],
  indices: [['conference_id']],
  references: { conference_id: 'conferences' },
});

const tables: readonly TableRequest[] = [
  {
    name: 'programmes',
    columns: [id('conference_id', { primary: true }), moment('published_at', maybe)],
    references: { conference_id: 'conferences' },
  },
  ofConference('programme_strands', [words('name', 60)]),
  ofConference('programme_rooms', [words('name', 80), whole('capacity')]),
  ofConference('programme_slots', [
    words('name', 60),
    moment('starts_at'),
    moment('ends_at'),
    exact('grouping', 10),
  ]),
  ofConference('programme_speakers', [
    words('name', 120),
    words('kind', 10),
    words('affiliation', 120, maybe),
  ]),
  {
    name: 'programme_sessions',
    columns: [
      id(),
      id('conference_id'),
      words('title', 120),
      text('summary', maybe),
      id('strand_id', maybe),
      id('slot_id'),
      id('room_id', maybe),
      words('year_groups', 40),
      moment('created_at'),
    ],
    indices: [['conference_id']],
    references: {
      conference_id: 'conferences',
      strand_id: 'programme_strands',
      slot_id: 'programme_slots',
      room_id: 'programme_rooms',
    },
  },
  {
    name: 'programme_session_speakers',
    columns: [id(), id('session_id'), id('speaker_id'), whole('place_in_list')],
    unique: [['session_id', 'speaker_id']],
    references: { session_id: 'programme_sessions', speaker_id: 'programme_speakers' },
  },
  {
    name: 'session_preferences',
    columns: [id(), id('group_id'), id('session_id'), whole('place_in_list')],
    unique: [['group_id', 'session_id']],
    references: { group_id: 'visit_groups', session_id: 'programme_sessions' },
  },
  {
    name: 'session_placements',
    columns: [
      id(),
      id('conference_id'),
      id('group_id'),
      id('session_id'),
      whole('pupils'),
      whole('adults'),
      words('made', 10),
      words('reason', 500, maybe),
      moment('created_at'),
    ],
    indices: [['conference_id'], ['group_id']],
    references: {
      conference_id: 'conferences',
      group_id: 'visit_groups',
      session_id: 'programme_sessions',
    },
  },
  {
    name: 'session_plans',
    columns: [id('conference_id', { primary: true }), words('seed', 40), moment('published_at')],
    references: { conference_id: 'conferences' },
  },
];

export const programmeSteps = tables.map((table, index) => tableMigration(BEGUN + index, table));
