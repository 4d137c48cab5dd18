import { computed, signal } from '@angular/core';
import type { FieldError } from '@lectern/core';
import {
  type DroppedColumn,
  findDuplicateRows,
  type Person,
  type RosterFacts,
  type RosterPreview,
  type RosterRow,
} from '@lectern/registrations';
import { figure } from './counts';
import {
  type CellField,
  cellsOfPerson,
  cellsOfRow,
  type DraftCells,
  type DraftRow,
  draftRow,
  EMPTY_CELLS,
  withCell,
} from './draft-row.rules';
import { changesNothing, rosterChange, samePersonKey } from './roster-change.rules';

/** A roster while it is being mended: nothing of it is saved until it is confirmed. */
export class RosterDraft {
  private readonly list = signal<readonly DraftRow[]>([]);
  private readonly saved = signal<readonly Person[]>([]);
  private lastKey = 0;
  readonly rows = this.list.asReadonly();
  readonly droppedColumns = signal<readonly DroppedColumn[]>([]);
  readonly notices = signal<readonly string[]>([]);

  readonly people = computed(() => this.rows().map(({ person }) => person));
  readonly pupils = computed(() => this.people().filter(({ kind }) => kind === 'pupil').length);
  readonly adults = computed(() => this.people().length - this.pupils());
  readonly wrongRows = computed(() => this.rows().filter(({ errors }) => errors.length > 0));
  readonly wrongCells = computed(() => this.wrongRows().reduce((sum, { errors }) => sum + errors.length, 0));
  readonly duplicates = computed(() =>
    findDuplicateRows(
      this.rows().map(({ line, person }): RosterRow => ({
        line,
        kind: person.kind,
        givenName: person.givenName,
        familyName: person.familyName,
        yearGroup: person.yearGroup ?? null,
        photoConsent: person.photoConsent ?? 'not-known',
        errors: [],
      })),
    ),
  );
  /** For each row that names somebody twice, the rows that do. */
  readonly repeated = computed(
    () => new Map(this.duplicates().flatMap(({ lines }) => lines.map((line) => [line, lines] as const))),
  );
  readonly change = computed(() => rosterChange(this.saved(), this.people()));
  readonly isDirty = computed(() => !changesNothing(this.change()));
  /** What is wrong with the list as a whole; empty when it may be saved. */
  readonly tooMany = computed(() => {
    const [pupils, { places }] = [this.pupils(), this.facts];
    return pupils <= places
      ? ''
      : `The list has ${figure(pupils, 'pupil')} and the group has ${figure(places, 'place')}. Take off ${pupils - places} before you save.`;
  });

  constructor(readonly facts: RosterFacts) {}

  /** Begins with the roster as it is saved. */
  open(people: readonly Person[]): void {
    this.saved.set(people);
    this.droppedColumns.set([]);
    this.notices.set([]);
    this.list.set(people.map((person, index) => this.row(index + 1, cellsOfPerson(person), person.id)));
  }

  /** Takes a list that the server read, in place of the roster or after it. */
  take(preview: RosterPreview, how: 'replace' | 'add'): void {
    this.droppedColumns.set(preview.droppedColumns);
    // The number of pupils is counted anew with every change.
    this.notices.set(preview.notices.filter((notice) => !/Take off \d+ before you save/.test(notice)));
    if (how === 'add') {
      const kept = this.rows();
      const from = Math.max(0, ...kept.map(({ line }) => line));
      const added = preview.rows.map((row, index) => this.row(from + index + 1, cellsOfRow(row)));
      this.list.set([...kept, ...added]);
      return;
    }
    const known = this.peopleByKey();
    this.list.set(
      preview.rows.map((row) => {
        const person = known.get(samePersonKey(row))?.shift();
        const cells = person ? withWhatIsKnown(cellsOfRow(row), cellsOfPerson(person)) : cellsOfRow(row);
        // The server's words come first: they know what the cell said before it was read.
        return { ...this.row(row.line, cells, person?.id), errors: row.errors };
      }),
    );
  }

  edit(key: number, field: CellField, value: string): void {
    this.list.update((rows) =>
      rows.map((row) => {
        if (row.key !== key) return row;
        const fresh = draftRow(row, withCell(row.cells, field, value), this.facts);
        const unseen = row.errors.filter(
          (error) => error.code === 'control-characters' && error.field !== field,
        );
        return { ...fresh, errors: [...unseen, ...fresh.errors] };
      }),
    );
  }

  remove(key: number): void {
    this.list.update((rows) => rows.filter((row) => row.key !== key));
  }

  /** A new row at the end, still empty; its key. */
  add(): number {
    const line = Math.max(0, ...this.rows().map((row) => row.line)) + 1;
    const [onlyYear] = this.facts.yearGroups.length === 1 ? this.facts.yearGroups : [];
    const cells = { ...EMPTY_CELLS, yearGroup: onlyYear === undefined ? '' : String(onlyYear) };
    // What has not been typed yet is not wrong yet; saving asks for it.
    this.list.update((rows) => [...rows, { ...this.row(line, cells), errors: [] }]);
    return this.lastKey;
  }

  /** Reads every row again, so that rows still empty say what they need. Whether all are right. */
  check(): boolean {
    this.list.update((rows) =>
      rows.map((row) =>
        row.errors.length > 0 ? row : { ...row, errors: draftRow(row, row.cells, this.facts).errors },
      ),
    );
    return this.wrongRows().length === 0 && this.tooMany() === '';
  }

  /** Puts the server's errors (`people[3].yearGroup`) on their cells; those of no cell are handed back. */
  refuse(errors: readonly FieldError[]): readonly FieldError[] {
    const elsewhere: FieldError[] = [];
    const byRow = new Map<number, FieldError[]>();
    for (const error of errors) {
      const [, index, field] = /^people\[(\d+)\]\.(.+)$/.exec(error.field) ?? [];
      if (index === undefined || field === undefined) elsewhere.push(error);
      else byRow.set(Number(index), [...(byRow.get(Number(index)) ?? []), { ...error, field }]);
    }
    this.list.update((rows) =>
      rows.map((row, index) => (byRow.has(index) ? { ...row, errors: byRow.get(index) ?? [] } : row)),
    );
    return elsewhere;
  }

  private row(line: number, cells: DraftCells, id?: string): DraftRow {
    this.lastKey += 1;
    const place = { key: this.lastKey, line, ...(id === undefined ? {} : { id }) };
    return draftRow(place, cells, this.facts);
  }

  private peopleByKey(): Map<string, Person[]> {
    const known = new Map<string, Person[]>();
    for (const person of this.saved()) {
      const key = samePersonKey(person);
      known.set(key, [...(known.get(key) ?? []), person]);
    }
    return known;
  }
}

/** What a list does not mention stays as it is on the roster. */
const withWhatIsKnown = (said: DraftCells, known: DraftCells): DraftCells => ({
  ...said,
  photoConsent: said.photoConsent === 'not-known' ? known.photoConsent : said.photoConsent,
  dayOnly: { ...known.dayOnly, ...said.dayOnly },
  birthDate: said.birthDate || known.birthDate,
});
