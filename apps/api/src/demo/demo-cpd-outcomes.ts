import { CertificatesService } from '../cpd/outcomes/certificates.service';
import { EvidenceService } from '../cpd/outcomes/evidence.service';
import { SessionFeedbackService } from '../cpd/outcomes/session-feedback.service';
import { daysAfter } from './demo-clock';
import type { DemoCpd, DemoPerson } from './demo-cpd-parts';
import { CPD_ACCOUNTS } from './demo-cpd-plan';

const COMMENTS = [
  'The cards made my Year 10s argue with each other, in the best way.',
  'More time for the last example would have helped.',
  'I will use the first task on Monday.',
  'The handout was easy to adapt for my lower set.',
  null,
  'A little fast in the middle, clear at the end.',
  null,
] as const;

const REFLECTIONS = [
  'I planned to explain and ended up listening: the teachers found the misconception before I named it. Next time I start with their pupils’ work and keep my slides for the end.',
  'Timing was hard. The pair task took twenty minutes instead of ten, and it was the best part. I would cut the second example and leave the discussion.',
  'I was nervous about speaking to people who have taught for years. What helped was to ask what they had tried, and to build on it.',
];

const NOTES = [
  'You gave the room time to think, and it showed. Look at how you collect answers: three voices did most of the talking.',
  'A well-chosen sequence of examples. Write down the questions that worked, you will want them again.',
];

/** A mark from 3 to 5, the same for the same teacher and question every time the demo is told. */
const mark = (teacher: number, question: number): number => 3 + ((teacher * 2 + question) % 3);

const people = ({ person }: DemoCpd, ...roles: readonly string[]): DemoPerson[] => [
  ...roles.map((role) => person(role)),
  ...CPD_ACCOUNTS.filter(([, , role]) => roles.includes(role)).map(([key]) => person(key)),
];

/** Teachers who were there say what they think, but for the latest session, which the demo’s own teacher has yet to do. */
const giveFeedback = async (cpd: DemoCpd, teacher: DemoPerson, at: number): Promise<void> => {
  const feedback = cpd.app.get(SessionFeedbackService);
  const { items } = await feedback.forms(teacher);
  const open = items.filter(({ standing }) => standing === 'open');
  const isOurs = teacher.accountId === cpd.person('teacher').accountId;
  for (const [n, { sessionId }] of (isOurs ? open.slice(1) : open).entries()) {
    await feedback.give(teacher, sessionId, {
      answers: {
        clear: mark(at, n),
        useful: mark(at, n + 1),
        confident: mark(at, n + 2),
        ...(at % 4 === 3 ? {} : { 'use-it': mark(at, n + 1) }),
      },
      comment: COMMENTS[(at + n) % COMMENTS.length] ?? null,
    });
  }
};

/** Trainees write what they take away, all but the latest session; mentors write beside some of it. */
const writeEvidence = async (cpd: DemoCpd, trainee: DemoPerson, at: number): Promise<void> => {
  const evidence = cpd.app.get(EvidenceService);
  const { items } = await evidence.own(trainee);
  for (const [n, { id }] of items.slice(items.length > 1 ? 1 : 0).entries()) {
    await evidence.change(trainee, id, {
      reflection: REFLECTIONS[(at + n) % REFLECTIONS.length] ?? null,
      standards: n % 2 === 0 ? ['TS3', 'TS4', 'TS8'] : ['TS2', 'TS3', 'TS8'],
    });
    if ((at + n) % 2 === 0) {
      await evidence.note(cpd.person('mentor'), id, { text: NOTES[(at + n) % NOTES.length] ?? '' });
    }
  }
};

/** What follows the sessions that were given: certificates, feedback and evidence of whoever was there. */
export const tellOutcomes = async (cpd: DemoCpd): Promise<void> => {
  cpd.clock.goTo(daysAfter(cpd.now, -1));
  const teachers = people(cpd, 'teacher', 'coordinator');
  const trainees = people(cpd, 'trainee');
  for (const somebody of [...teachers, ...trainees]) await cpd.app.get(CertificatesService).own(somebody);
  for (const [at, teacher] of teachers.entries()) await giveFeedback(cpd, teacher, at);
  for (const [at, trainee] of trainees.entries()) await writeEvidence(cpd, trainee, at);
  cpd.clock.goTo(cpd.now);
};
