import type { FieldError } from '@lectern/core';
import type { GroupRequest } from '@lectern/registrations';
import type { School } from '@lectern/schools';

/** What is typed about a group, as it stands in the boxes. */
export interface GroupAnswers {
  readonly school: School | null;
  readonly pupilsWanted: string;
  /** Empty when the group needs every place that it wants. */
  readonly pupilsMinimum: string;
  readonly adults: string;
  readonly supervisionReason: string;
  readonly leaderName: string;
  readonly leaderPhone: string;
  readonly notes: string;
}

export const REGISTER_STEPS = ['school', 'pupils', 'adults', 'leader', 'notes', 'check'] as const;
export type RegisterStep = (typeof REGISTER_STEPS)[number];

/** The questions that are asked: staff say the school too, for a coordinator it is their own. */
export const stepsFor = (isStaff: boolean): readonly RegisterStep[] =>
  REGISTER_STEPS.filter((step) => isStaff || step !== 'school');

/** The number in a box, NaN when it holds none. */
export const numberIn = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : NaN);

const PHONE = /^\+?[0-9 ()-]{7,24}$/;

const wrong = (field: string, message: string): FieldError => ({ field, code: 'wrong', message });

const checkNumber = (field: string, what: string, text: string, most: number): readonly FieldError[] => {
  const number = numberIn(text);
  if (Number.isNaN(number)) return [wrong(field, `Enter ${what} as a whole number.`)];
  if (number < 1) {
    const words =
      field === 'adults' ? 'At least one adult must come with the pupils.' : 'Enter at least one pupil.';
    return [wrong(field, words)];
  }
  const who = field === 'adults' ? 'adults' : 'pupils';
  return number > most ? [wrong(field, `A group has ${most} ${who} at most.`)] : [];
};

const checkPupils = (answers: GroupAnswers): readonly FieldError[] => {
  const errors = [
    ...checkNumber('pupilsWanted', 'the number of pupils', answers.pupilsWanted, 500),
    ...(answers.pupilsMinimum.trim()
      ? checkNumber('pupilsMinimum', 'the fewest pupils you would bring', answers.pupilsMinimum, 500)
      : []),
  ];
  if (errors.length > 0 || numberIn(answers.pupilsMinimum) <= numberIn(answers.pupilsWanted)) return errors;
  return answers.pupilsMinimum.trim()
    ? [wrong('pupilsMinimum', 'The fewest pupils you would bring cannot be more than the number you want.')]
    : [];
};

const checkLeader = ({ leaderName, leaderPhone }: GroupAnswers): readonly FieldError[] => [
  ...(leaderName.trim() && leaderName.trim().length <= 120
    ? []
    : [wrong('visitLeader.name', 'Enter the visit leader’s name, in 120 characters or fewer.')]),
  ...(PHONE.test(leaderPhone.trim())
    ? []
    : [wrong('visitLeader.phone', 'Enter a telephone number, such as 07700 900123.')]),
];

const checkLength = (field: string, what: string, text: string, most: number): readonly FieldError[] =>
  text.length > most ? [wrong(field, `Keep the ${what} to ${most.toLocaleString('en-GB')} characters.`)] : [];

/** What is wrong with the answers of one screen, in the words that the server would use. */
export const checkStep = (step: RegisterStep, answers: GroupAnswers): readonly FieldError[] => {
  switch (step) {
    case 'school':
      return answers.school ? [] : [wrong('schoolUrn', 'Choose the school that the group comes from.')];
    case 'pupils':
      return checkPupils(answers);
    case 'adults':
      return [
        ...checkNumber('adults', 'the number of adults', answers.adults, 100),
        ...checkLength('supervisionReason', 'reason', answers.supervisionReason, 500),
      ];
    case 'leader':
      return checkLeader(answers);
    case 'notes':
      return checkLength('notes', 'notes', answers.notes, 2000);
    case 'check':
      return [];
  }
};

/** The screen on which a field of the request is asked for. */
export const stepOfField = (field: string): RegisterStep => {
  if (field === 'schoolUrn') return 'school';
  if (field.startsWith('pupils')) return 'pupils';
  if (field === 'adults' || field === 'supervisionReason') return 'adults';
  if (field.startsWith('visitLeader')) return 'leader';
  return field === 'notes' ? 'notes' : 'check';
};

/** The request that the answers make, once every screen is right. */
export const requestOf = (answers: GroupAnswers): GroupRequest => ({
  ...(answers.school ? { schoolUrn: answers.school.urn } : {}),
  pupilsWanted: numberIn(answers.pupilsWanted),
  pupilsMinimum: numberIn(answers.pupilsMinimum || answers.pupilsWanted),
  adults: numberIn(answers.adults),
  visitLeader: { name: answers.leaderName.trim(), phone: answers.leaderPhone.trim() },
  ...(answers.supervisionReason.trim() ? { supervisionReason: answers.supervisionReason.trim() } : {}),
  ...(answers.notes.trim() ? { notes: answers.notes.trim() } : {}),
});
