import { validationFailed } from '@lectern/core';

type Questions = Readonly<Record<string, unknown>>;

const refuse = (field: string, code: string, message: string) => validationFailed([{ field, code, message }]);

/** One question after the `?` as text; undefined when it was not asked. */
export const textAsked = (asked: Questions, name: string, longest = 100): string | undefined => {
  const value = asked[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && value.length <= longest) return value.trim() || undefined;
  throw refuse(name, 'bad-question', `Ask for one ${name} of ${longest} characters or fewer.`);
};

/** One question with a few answers to choose from. */
export const choiceAsked = <Choice extends string>(
  asked: Questions,
  name: string,
  choices: readonly Choice[],
): Choice | undefined => {
  const value = textAsked(asked, name);
  if (value === undefined) return undefined;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined)
    throw refuse(name, 'unknown-choice', `Ask for ${name} as one of: ${choices.join(', ')}.`);
  return chosen;
};

/** The number of a school, as a question. */
export const schoolAsked = (asked: Questions, name: string): string | undefined => {
  const value = textAsked(asked, name);
  if (value === undefined || /^\d{6}$/.test(value)) return value;
  throw refuse(name, 'not-a-school-number', 'A school number (URN) has six digits.');
};
