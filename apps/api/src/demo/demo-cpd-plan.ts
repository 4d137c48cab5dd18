import type { CpdPlace } from '@lectern/cpd';
import type { Role } from '@lectern/identity';

/** More people of the CPD: the address before the `@`, name, role and school. */
export const CPD_ACCOUNTS: readonly (readonly [
  key: string,
  name: string,
  role: Role,
  schoolUrn: string | null,
])[] = [
  ['trainee.amal', 'Amal Threlkeld', 'trainee', null],
  ['trainee.bryn', 'Bryn Oakshott', 'trainee', null],
  ['trainee.carys', 'Carys Windle', 'trainee', null],
  ['trainee.dev', 'Dev Larkspur', 'trainee', null],
  ['trainee.elsie', 'Elsie Quarmby', 'trainee', null],
  ['mentor.fern', 'Fern Attercliffe', 'mentor', null],
  ['teacher.gita', 'Gita Merrow', 'teacher', '900001'],
  ['teacher.hugo', 'Hugo Pennant', 'teacher', '900002'],
  ['teacher.ines', 'Ines Calloway', 'teacher', '900002'],
  ['teacher.joel', 'Joel Tarnley', 'teacher', '900003'],
  ['teacher.kasia', 'Kasia Brindle', 'teacher', '900004'],
  ['teacher.leo', 'Leo Farthing', 'teacher', '900005'],
  ['teacher.mina', 'Mina Halloran', 'teacher', '900007'],
  ['teacher.nell', 'Nell Orchard', 'teacher', '900009'],
];

/** A session of the demo’s programme. */
export interface DemoCpdSession {
  readonly key: string;
  readonly topic: string;
  readonly title: string;
  /** About how many days from now it is; it is moved to the nearest school day on that side. */
  readonly days: number;
  readonly place: CpdPlace;
  readonly teacherPlaces: number;
  readonly presentersWanted: number;
  readonly inSeries?: true;
  /** How it stays; absent: published, and delivered once it is past. */
  readonly stays?: 'draft' | { readonly cancelled: string };
}

const lab: CpdPlace = { kind: 'campus', name: 'Maths Lab 2' };
const seminar: CpdPlace = { kind: 'campus', name: 'Arden 2.04' };
const online: CpdPlace = { kind: 'online', name: 'Teams' };

export const CPD_SESSIONS: readonly DemoCpdSession[] = [
  { key: 'surds', topic: 'Surds', title: 'Surds: from rules to reasons', days: -63, place: lab, teacherPlaces: 16, presentersWanted: 2 },
  { key: 'ratio-1', topic: 'Ratio problem solving', title: 'Ratio 1: drawing before dividing', days: -50, place: seminar, teacherPlaces: 20, presentersWanted: 1, inSeries: true },
  { key: 'proof', topic: 'Algebraic proof', title: 'Algebraic proof that pupils can write', days: -34, place: { kind: 'school', name: 'Larkfield Academy', site: 'Larkfield Academy' }, teacherPlaces: 12, presentersWanted: 2 },
  { key: 'histograms', topic: 'Histograms', title: 'Histograms: area, not height', days: -20, place: online, teacherPlaces: 30, presentersWanted: 1 },
  { key: 'bounds', topic: 'Bounds', title: 'Bounds without the muddle', days: -8, place: lab, teacherPlaces: 10, presentersWanted: 2 },
  { key: 'ratio-2', topic: 'Ratio problem solving', title: 'Ratio 2: from tables to equations', days: 6, place: seminar, teacherPlaces: 20, presentersWanted: 1, inSeries: true },
  { key: 'circles', topic: 'Circle theorems and their proofs', title: 'Circle theorems and where they come from', days: 14, place: seminar, teacherPlaces: 6, presentersWanted: 2 },
  { key: 'vectors', topic: 'Vector proof', title: 'Vector proof, one arrow at a time', days: 28, place: lab, teacherPlaces: 16, presentersWanted: 2 },
  { key: 'iteration', topic: 'Iteration', title: 'Iteration on the calculators that pupils have', days: 20, place: online, teacherPlaces: 24, presentersWanted: 1, stays: { cancelled: 'The presenters are on placement that week.' } },
  { key: 'probability', topic: 'Conditional probability', title: 'Conditional probability with frequency trees', days: 47, place: { kind: 'school', name: 'Kestrel Bank Academy', site: 'Kestrel Bank Academy' }, teacherPlaces: 14, presentersWanted: 2 },
  { key: 'ratio-3', topic: 'Direct and inverse proportion equations', title: 'Ratio 3: direct and inverse proportion', days: 70, place: seminar, teacherPlaces: 20, presentersWanted: 1, inSeries: true },
  { key: 'integration', topic: 'Integration techniques', title: 'Choosing a technique of integration', days: 84, place: seminar, teacherPlaces: 12, presentersWanted: 2, stays: 'draft' },
]; // prettier-ignore

export const CPD_SERIES = {
  title: 'Ratio from Year 7 to Year 11',
  summary:
    'The same group of teachers meets three times, tries something in class in between, and brings back what pupils did.',
  sessionsExpected: 2,
};

/** What the series asks to try in class, after which of its sessions. */
export const CPD_GAP_TASKS = [
  {
    after: 'ratio-1',
    title: 'A bar model in one lesson',
    text: 'Teach one ratio problem with a bar model before any calculation. Bring two pieces of pupils’ work that surprised you.',
  },
  {
    after: 'ratio-2',
    title: 'Ten minutes of double number lines',
    text: 'Start one lesson with a double number line. Note what pupils said when the numbers stopped being whole.',
  },
] as const;
