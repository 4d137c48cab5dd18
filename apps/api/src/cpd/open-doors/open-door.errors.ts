import { DomainError } from '@lectern/core';
import type { VisitAskDecision, VisitStepDecision } from '@lectern/cpd';

type AskRefusal = Extract<VisitAskDecision, { kind: 'refused' }>['code'];
type StepRefusal = Extract<VisitStepDecision, { kind: 'refused' }>['code'];

const full = (): DomainError =>
  new DomainError(
    'conflict',
    'lesson-full',
    'Every visitor’s place in this lesson is taken. Look for another lesson, or look again: places come free.',
  );

const tooLate = (): DomainError =>
  new DomainError('conflict', 'visit-too-late', 'This lesson has begun. Look for another one.');

const ASK_REFUSALS: Readonly<Record<AskRefusal, () => DomainError>> = {
  'lesson-cancelled': () =>
    new DomainError(
      'conflict',
      'lesson-cancelled',
      'The school has called off visits to this lesson. Look for another one.',
    ),
  'visit-too-late': tooLate,
  'own-school': () =>
    new DomainError(
      'conflict',
      'own-school',
      'This is a lesson of your own school. Ask your colleague; visits are between schools.',
    ),
  'already-asked': () =>
    new DomainError('conflict', 'already-asked', 'You have asked to visit this lesson already.'),
  'lesson-full': full,
};

const STEP_REFUSALS: Readonly<Record<StepRefusal, () => DomainError>> = {
  'visit-step-not-allowed': () =>
    new DomainError(
      'conflict',
      'visit-step-not-allowed',
      'The visit is no longer where this could be done. Look at it again.',
    ),
  'visit-too-late': tooLate,
  'visit-too-early': () =>
    new DomainError('conflict', 'visit-too-early', 'The lesson has not begun. Say who came once it has.'),
  'lesson-full': full,
};

export const askRefused = (code: AskRefusal): DomainError => ASK_REFUSALS[code]();
export const stepRefused = (code: StepRefusal): DomainError => STEP_REFUSALS[code]();

export const lessonBegun = (): DomainError =>
  new DomainError('conflict', 'lesson-begun', 'This lesson has begun, or is over, and no longer changes.');

export const lessonCalledOff = (): DomainError => ASK_REFUSALS['lesson-cancelled']();

export const placesTaken = (taken: number): DomainError =>
  new DomainError(
    'conflict',
    'lesson-places-taken',
    `Visitors keep ${taken} of the places already. Decline or call off a visit first.`,
    { details: { taken } },
  );

export const clashing = (words: readonly string[]): DomainError =>
  new DomainError('conflict', 'clash', words.join(' '));

export const notToReflectOn = (): DomainError =>
  new DomainError(
    'conflict',
    'visit-not-reflected',
    'Reflections are written once the lesson has begun, about a visit that took place.',
  );
