import { createHash } from 'node:crypto';
import { type Roll, rollByRoom, type RollPerson, type RollState } from '@lectern/check-in';
import { figure, londonClock, londonDateTime } from '@lectern/core';
import { applyDecorators, Header } from '@nestjs/common';
import { AnswersFile } from '../platform/answers';
import { escapeHtml } from '../platform/html';

export const ROLL_ORDERS = ['school', 'room'] as const;
/** Whether the plain list is called school by school, or room by room for those who are here. */
export type RollOrder = (typeof ROLL_ORDERS)[number];

const STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;padding:12px;max-width:46rem;font:17px/1.35 system-ui,sans-serif}
h1{margin:0;font-size:1.4rem}
p{margin:.4rem 0}
nav a{display:inline-block;padding:.5rem 1rem .5rem 0;color:inherit}
table{width:100%;margin:1rem 0 0;border-collapse:collapse}
th,td{padding:.3rem .4rem;border-bottom:1px solid #8888;text-align:left;vertical-align:top}
th{border-bottom:2px solid;font-size:1.1rem}
td:first-child{width:1.5rem}
i{display:inline-block;width:1rem;height:1rem;border:2px solid;border-radius:2px;vertical-align:-.15rem}
td:last-child{text-align:right}
small{font-size:.85em}
tr{break-inside:avoid}
@media print{body{padding:0;max-width:none;font-size:10.5pt}nav{display:none}th,td{padding:.9mm 1mm}i{width:3.2mm;height:3.2mm}
@page{margin:14mm;@bottom-right{content:'Page ' counter(page) ' of ' counter(pages)}}}
`;

/** The page may use this one style sheet, and can neither run nor fetch anything. */
const POLICY =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const AnswersPlainList = () =>
  applyDecorators(
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', POLICY),
    Header('cache-control', 'no-store'),
    AnswersFile('text/html'),
  );

interface Row {
  readonly person: RollPerson;
  /** What stands at the end of the row: where the person is, or which school they came with. */
  readonly note: string;
}

interface Part {
  readonly heading: string;
  readonly rows: readonly Row[];
}

const ORDER: Readonly<Record<RollState, number>> = { here: 0, left: 1, 'never-came': 2 };

const whereabouts = ({ state, room, lastAt }: RollPerson): string => {
  if (state === 'here') return room ?? 'Here';
  return state === 'left' ? `Left${lastAt ? ` ${londonClock(lastAt)}` : ''}` : 'Never came';
};

const bySchool = ({ schools }: Roll): Part[] =>
  schools.map(({ name, here, people }) => ({
    heading: `${name}: ${here} here`,
    rows: [...people]
      .sort((a, b) => ORDER[a.state] - ORDER[b.state])
      .map((person) => ({ person, note: whereabouts(person) })),
  }));

const byRoom = (roll: Roll): Part[] => {
  const rooms = rollByRoom(roll.schools).map(({ room, people }) => ({
    heading: `${room ?? 'Here, room not known'}: ${people.length}`,
    rows: people.map((person) => ({ person, note: person.school })),
  }));
  const away = (['left', 'never-came'] as const).map((state) => {
    const rows = roll.schools.flatMap(({ name, people }) =>
      people.filter((person) => person.state === state).map((person) => ({ person, note: name })),
    );
    return { heading: `${state === 'left' ? 'Left' : 'Never came'}: ${rows.length}`, rows };
  });
  return [...rooms, ...away].filter(({ rows }) => rows.length > 0);
};

const marks = ({ kind, isWalkIn }: RollPerson): string =>
  [kind === 'adult' ? ' <small>adult</small>' : '', isWalkIn ? ' <small>walk-in</small>' : ''].join('');

const partHtml = ({ heading, rows }: Part): string =>
  `<table><thead><tr><th colspan="3">${escapeHtml(heading)}</th></tr></thead><tbody>\n` +
  rows
    .map(
      ({ person, note }) =>
        `<tr><td><i></i></td><td>${escapeHtml(person.displayName)}${marks(person)}</td><td>${escapeHtml(note)}</td></tr>\n`,
    )
    .join('') +
  '</tbody></table>\n';

const links: Readonly<Record<RollOrder, string>> = {
  school: '<a href="?by=room">By room</a> <a href="?by=school">Load again</a>',
  room: '<a href="?by=school">By school</a> <a href="?by=room">Load again</a>',
};

/** The roll as a page of text that needs no script and one request: everybody with a box to tick. */
export const rollPage = (roll: Roll, by: RollOrder): string => {
  const parts = by === 'school' ? bySchool(roll) : byRoom(roll);
  const walkIns = roll.walkIns > 0 ? `, of them ${figure(roll.walkIns, 'walk-in')}` : '';
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${roll.here} here – ${escapeHtml(roll.title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(roll.title)}</h1>`,
    `<p>Who is here: ${londonDateTime(roll.at)}</p>`,
    `<p><strong>${roll.here} here</strong>, ${roll.left} left, ${roll.neverCame} never came.` +
      ` ${roll.registered + roll.walkIns} people in all${walkIns}.</p>`,
    `<nav>${links[by]}</nav>`,
    ...(parts.length > 0 ? parts.map(partHtml) : ['<p>Nobody has a ticket yet.</p>']),
    '</main></body></html>\n',
  ].join('\n');
};
