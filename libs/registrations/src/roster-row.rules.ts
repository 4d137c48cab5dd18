import { type FieldError, isStorableText } from '@lectern/core';
import { readBirthDate } from './birth-date.rules';
import { splitName } from './person-name.rules';
import type { PersonKind, PhotoConsent, RosterRow } from './roster.contract';
import { readKind, readPhotoConsent, readYearGroup, saysNothing, tidyCell } from './roster-cells.rules';
import type { ColumnUse } from './roster-columns.rules';
import type { RosterCells, UsedColumn } from './roster-list';
import type { DayOnly } from './roster.requests';
import { isUpn } from './upn.rules';
import { whichYears } from './year-groups.rules';

export const NAME_LENGTH_MAX = 80;

const DAY_ONLY = [
  { use: 'dietary', what: 'dietary needs', max: 500 },
  { use: 'access', what: 'access needs', max: 500 },
  { use: 'medical', what: 'medical notes', max: 500 },
  { use: 'emergencyContact', what: 'emergency contact', max: 200 },
] as const;

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
/** A spreadsheet that takes a telephone number for a number loses its first zero: ten digits alone get it back. */
const withFirstZero = (text: string): string => (/^[1-37]\d{9}$/.test(text) ? `0${text}` : text);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Reads one row into a person, with an error for every cell that must be mended before saving. */
export class RosterRowReader {
  private readonly errors: FieldError[] = [];

  constructor(
    private readonly cells: RosterCells,
    private readonly columns: readonly UsedColumn[],
    private readonly yearGroups: readonly number[],
    /** The year group of everyone when the list has no such column. */
    private readonly onlyYear: number | null,
  ) {}

  read(): RosterRow {
    const { givenName, familyName } = this.names();
    const kind = this.kind();
    const { yearGroup, yearGroupText } = this.yearGroup(kind);
    const photoConsent = this.photoConsent();
    const dayOnly = this.dayOnly();
    const birthDate = this.birthDate();
    return {
      line: this.cells.line,
      kind,
      givenName,
      familyName,
      yearGroup,
      ...(yearGroupText === undefined ? {} : { yearGroupText }),
      photoConsent,
      ...(dayOnly === undefined ? {} : { dayOnly }),
      ...(birthDate === undefined ? {} : { birthDate }),
      errors: this.errors,
    };
  }

  private text(use: ColumnUse): string {
    const texts = this.columns
      .filter((column) => column.use === use)
      .map((column) => tidyCell(this.cells.values[column.index] ?? ''))
      .map((text) => (use === 'emergencyContact' ? withFirstZero(text) : text))
      .filter((text) => text !== '' && (use === 'emergencyContact' || !this.isNothing(use, text)));
    return texts.join(use === 'emergencyContact' ? ', ' : '; ');
  }

  private isNothing(use: ColumnUse, text: string): boolean {
    return DAY_ONLY.some((part) => part.use === use) && saysNothing(text);
  }

  private refuse(field: string, code: string, words: string): void {
    this.errors.push({ field, code, message: words });
  }

  private get row(): string {
    return `Row ${this.cells.line}`;
  }

  private names(): { givenName: string; familyName: string } {
    const whole = this.text('fullName');
    const familyFirst = this.text('familyNameFirst');
    const split = splitName(whole || familyFirst, whole === '');
    const givenName = this.text('preferredGivenName') || this.text('givenName') || split.givenName;
    const familyName = this.text('preferredFamilyName') || this.text('familyName') || split.familyName;
    this.checkName('givenName', 'first name', givenName);
    this.checkName('familyName', 'last name', familyName);
    return { givenName, familyName };
  }

  private checkName(field: 'givenName' | 'familyName', what: string, name: string): void {
    if (this.hasControlCharacters(field)) {
      const words = `${this.row} has characters in the ${what} that cannot be shown. Type the ${what} again.`;
      this.refuse(field, 'control-characters', words);
    } else if (name === '') {
      this.refuse(field, 'missing', `Enter a ${what}. ${this.row} has none.`);
    } else if (isUpn(name) || !/\p{L}/u.test(name)) {
      this.refuse(field, 'not-a-name', `Enter a ${what} in letters. ${this.row} has a number there.`);
    } else if (name.length > NAME_LENGTH_MAX) {
      const words = `Keep the ${what} to ${NAME_LENGTH_MAX} characters. ${this.row} has ${name.length}.`;
      this.refuse(field, 'too-long', words);
    }
  }

  private hasControlCharacters(field: 'givenName' | 'familyName'): boolean {
    const uses: readonly ColumnUse[] =
      field === 'givenName'
        ? ['givenName', 'preferredGivenName', 'fullName', 'familyNameFirst']
        : ['familyName', 'preferredFamilyName'];
    return this.columns.some(
      (column) => uses.includes(column.use) && !isStorableText(this.cells.values[column.index] ?? ''),
    );
  }

  private kind(): PersonKind {
    const said = this.text('kind');
    if (said === '') return readYearGroup(this.text('yearGroup')).is === 'adult' ? 'adult' : 'pupil';
    const kind = readKind(said);
    if (!kind) this.refuse('kind', 'not-a-kind', `Say pupil or adult. ${this.row} says ${shown(said)}.`);
    return kind ?? 'pupil';
  }

  private yearGroup(kind: PersonKind): { yearGroup: number | null; yearGroupText?: string } {
    const said = this.text('yearGroup');
    const cell = readYearGroup(said);
    if (kind === 'adult') return { yearGroup: null };
    if (cell.is === 'blank' && this.onlyYear !== null) return { yearGroup: this.onlyYear };
    if (cell.is === 'blank') {
      this.refuse('yearGroup', 'missing', `Enter a year group, 7 to 13. ${this.row} has none.`);
      return { yearGroup: null };
    }
    if (cell.is !== 'year') {
      const words = `Year group must be 7 to 13. ${this.row} says ${shown(said)}.`;
      this.refuse('yearGroup', 'year-group', words);
      return { yearGroup: null, yearGroupText: shown(said) };
    }
    if (!this.yearGroups.includes(cell.year)) {
      const words = `This conference is for ${whichYears(this.yearGroups)}. ${this.row} says year ${cell.year}.`;
      this.refuse('yearGroup', 'year-not-invited', words);
    }
    return { yearGroup: cell.year };
  }

  private photoConsent(): PhotoConsent {
    const refusal = this.text('photoRefusal');
    // A tick under "No photos" is a refusal; nothing there is not yet a consent.
    if (readPhotoConsent(refusal) === 'yes') return 'no';
    const said = this.text('photoConsent');
    const consent = readPhotoConsent(said);
    if (!consent) {
      const words = `Photo consent is yes, no or left blank. ${this.row} says ${shown(said)}.`;
      this.refuse('photoConsent', 'not-a-consent', words);
    }
    return consent ?? 'not-known';
  }

  private birthDate(): string | undefined {
    const said = this.text('birthDate');
    if (said === '') return undefined;
    const date = readBirthDate(said);
    if (date === undefined) {
      const words = `Enter a date of birth such as 3 May 2011, or leave it blank. ${this.row} says ${shown(said)}.`;
      this.refuse('birthDate', 'not-a-date', words);
    }
    return date;
  }

  private dayOnly(): DayOnly | undefined {
    const dayOnly: DayOnly = {};
    for (const { use, what, max } of DAY_ONLY) {
      const text = this.text(use);
      if (text === '') continue;
      dayOnly[use] = text;
      if (text.length > max) {
        const words = `${capital(what)} can have ${max} characters. ${this.row} has ${text.length}.`;
        this.refuse(`dayOnly.${use}`, 'too-long', words);
      }
    }
    return Object.keys(dayOnly).length > 0 ? dayOnly : undefined;
  }
}
