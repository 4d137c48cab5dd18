/** What a form about a person at the door holds, and the first thing that is wrong with it. */
export interface NameFields {
  readonly givenName: string;
  readonly familyName: string;
  readonly reason: string;
  readonly yearGroup: number | null;
  readonly problem: string;
}

/** What was typed or chosen in a field of a form. */
export const textOf = (form: HTMLFormElement, name: string): string => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
};

const problemOf = (fields: Omit<NameFields, 'problem'>, needsYear: boolean, noReason: string): string => {
  if (fields.givenName === '' || fields.familyName === '') return 'Enter the first and the last name.';
  const { yearGroup } = fields;
  const isYear = yearGroup !== null && Number.isInteger(yearGroup) && yearGroup >= 7 && yearGroup <= 13;
  if (needsYear && !isYear) return 'Year group must be 7 to 13.';
  return fields.reason === '' ? noReason : '';
};

/** Reads the name, the year group and the reason out of a form. */
export const readNameFields = (form: HTMLFormElement, needsYear: boolean, noReason: string): NameFields => {
  const year = textOf(form, 'yearGroup');
  const fields = {
    givenName: textOf(form, 'givenName'),
    familyName: textOf(form, 'familyName'),
    reason: textOf(form, 'reason'),
    yearGroup: year === '' ? null : Number(year),
  };
  return { ...fields, problem: problemOf(fields, needsYear, noReason) };
};
