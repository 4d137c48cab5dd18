import { checkStep, type GroupAnswers, requestOf, stepOfField, stepsFor } from './group-answers.rules';

const ANSWERS: GroupAnswers = {
  school: null,
  pupilsWanted: '30',
  pupilsMinimum: '',
  adults: '2',
  supervisionReason: '',
  leaderName: 'Pat Lowe',
  leaderPhone: '07700 900123',
  notes: '',
};
const words = (step: Parameters<typeof checkStep>[0], answers: Partial<GroupAnswers>): string[] =>
  checkStep(step, { ...ANSWERS, ...answers }).map(({ message }) => message);

describe('the answers of a registration', () => {
  it('are five screens for a coordinator; staff say the school first', () => {
    expect(stepsFor(false)).toEqual(['pupils', 'adults', 'leader', 'notes', 'check']);
    expect(stepsFor(true)[0]).toBe('school');
  });

  it('need every place that is wanted when no fewest number is said', () => {
    expect(requestOf(ANSWERS)).toEqual({
      pupilsWanted: 30,
      pupilsMinimum: 30,
      adults: 2,
      visitLeader: { name: 'Pat Lowe', phone: '07700 900123' },
    });
  });

  it.each([
    ['', 'Enter the number of pupils as a whole number.'],
    ['thirty', 'Enter the number of pupils as a whole number.'],
    ['2.5', 'Enter the number of pupils as a whole number.'],
    ['0', 'Enter at least one pupil.'],
    ['501', 'A group has 500 pupils at most.'],
  ])('say how to mend %p pupils', (pupilsWanted, message) => {
    expect(words('pupils', { pupilsWanted })).toEqual([message]);
  });

  it('refuse a fewest number above the number that is wanted', () => {
    expect(words('pupils', { pupilsMinimum: '31' })).toEqual([
      'The fewest pupils you would bring cannot be more than the number you want.',
    ]);
  });

  it('never refuse few adults', () => {
    expect(words('adults', { adults: '1' })).toEqual([]);
    expect(words('adults', { adults: '0' })).toEqual(['At least one adult must come with the pupils.']);
  });

  it('ask for a name and a number to ring', () => {
    expect(words('leader', { leaderName: ' ', leaderPhone: 'ring me' })).toHaveLength(2);
  });
});

it.each([
  ['pupilsMinimum', 'pupils'],
  ['supervisionReason', 'adults'],
  ['visitLeader.phone', 'leader'],
  ['schoolUrn', 'school'],
  ['somethingNew', 'check'],
])('leads an error of %s to the screen for %s', (field, step) => {
  expect(stepOfField(field)).toBe(step);
});
