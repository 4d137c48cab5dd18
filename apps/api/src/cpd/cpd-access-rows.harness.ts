import { type Caller, type TestApp } from '../app.harness';
import type { CpdSession } from '@lectern/cpd';
import { aCpdProgramme, aCpdSessionThatIs, type TestCpd } from './cpd.harness';
import { openDoorsOf, type TestOpenDoors } from './open-doors/open-doors.harness';
import { shelfOf, type TestShelf } from './resources/shelf.harness';

/** Everybody who may come to a route of the CPD; teacher and coordinator are of school A, the other teacher of B. */
export const CPD_CALLERS = [
  'nobody',
  'trainee',
  'other trainee',
  'mentor',
  'teacher',
  'other teacher',
  'coordinator',
  'staff',
  'phone',
] as const;
export type CpdCaller = (typeof CPD_CALLERS)[number];

/** One programme with what a route can name: the trainee’s, the teacher’s and school A’s. */
export interface CpdWorld {
  readonly test: TestApp;
  readonly callers: Readonly<Record<CpdCaller, Caller>>;
  readonly cpd: TestCpd;
  /** Open for booking, and a draft. */
  readonly session: CpdSession;
  readonly draft: CpdSession;
  /** The teacher’s lesson, which the other teacher asks to visit. */
  readonly openDoors: TestOpenDoors;
  /** Resources of the teacher and of staff. */
  readonly shelf: TestShelf;
}

export interface CpdAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface CpdRow {
  readonly ask: (caller: Caller, world: CpdWorld) => Promise<CpdAnswer>;
  /** In the order of CPD_CALLERS. */
  readonly answers: readonly number[];
  /** Whether the call changes what the next caller would find. */
  readonly changes?: true;
}

export const cpdRow = (answers: readonly number[], ask: CpdRow['ask'], changes?: true): CpdRow => ({
  answers,
  ask,
  ...(changes ? { changes } : {}),
});

export const byEverybody = (status: number): number[] => CPD_CALLERS.map(() => status);

/** These callers are answered so; nobody and a phone must sign in, everybody else finds nothing. */
export const only = (status: number, ...callers: readonly CpdCaller[]): number[] =>
  CPD_CALLERS.map((caller) => {
    if (callers.includes(caller)) return status;
    return caller === 'nobody' || caller === 'phone' ? 401 : 404;
  });

export const SCHOOL_A = '930001';
export const SCHOOL_B = '930002';

/** A world of its own for each row that changes something; `phone` is a paired phone of the test’s conference. */
export const aCpdWorld = async (test: TestApp, phone: Caller): Promise<CpdWorld> => {
  const staff = await test.as('staff');
  const callers = {
    nobody: test.anyone,
    trainee: await test.as('trainee'),
    'other trainee': await test.as('trainee'),
    mentor: await test.as('mentor'),
    teacher: await test.as('teacher', SCHOOL_A),
    'other teacher': await test.as('teacher', SCHOOL_B),
    coordinator: await test.as('coordinator', SCHOOL_A),
    staff,
    phone,
  };
  const cpd = await aCpdProgramme(staff);
  const session = await aCpdSessionThatIs(staff, cpd, 'published');
  return {
    test,
    callers,
    cpd,
    session,
    openDoors: await openDoorsOf(callers),
    shelf: await shelfOf(callers, cpd, session),
    draft: await aCpdSessionThatIs(staff, cpd, 'draft', { title: 'Not yet told' }),
  };
};
