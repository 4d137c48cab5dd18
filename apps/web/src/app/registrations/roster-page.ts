import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ErrorSummary, Icon, PageHeader } from '@lectern/ui';
import { type FieldError, londonDate } from '@lectern/core';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AskFirst } from '../platform/ask-first';
import { peopleFigures } from './counts';
import { cellId } from './draft-row.rules';
import { isOver } from './group-words.rules';
import { GroupsApi } from './groups-api';
import { changeWords } from './roster-change.rules';
import { RosterDraft } from './roster-draft';
import { RosterLockNote } from './roster-lock-note';
import { RosterPrint } from './roster-print';
import { RosterReport } from './roster-report';
import type { CellEdit } from './roster-row';
import { type RosterList, RosterSource } from './roster-source';
import { RosterTable } from './roster-table';
import { RostersApi } from './rosters-api';
import { SaidOnce } from '../platform/said-once';

const ERRORS_LISTED = 10;

/** Who comes with a group: pasted or uploaded, checked cell by cell, mended in place, then saved as a whole. */
@Component({
  selector: 'app-roster-page',
  imports: [
    ErrorSummary,
    Fetched,
    Icon,
    MatButton,
    PageHeader,
    RosterLockNote,
    RosterPrint,
    RosterReport,
    RosterSource,
    RosterTable,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './roster-page.html',
  styleUrl: './roster-page.scss',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class RosterPage {
  readonly id = input.required<string>();
  private readonly groups = inject(GroupsApi);
  private readonly rosters = inject(RostersApi);
  private readonly askFirst = inject(AskFirst);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  private readonly document = inject(DOCUMENT);
  protected readonly reading = new Sending();
  protected readonly saving = new Sending();
  /** Whether the boxes for a list are shown: at first when nobody is named yet, later when asked for. */
  protected readonly isAsking = signal(false);

  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [group, roster, terms] = await Promise.all([
        this.groups.see(params),
        this.rosters.see(params),
        this.rosters.terms(params),
      ]);
      return { group, people: roster.people, terms };
    },
  });
  protected readonly group = computed(() => (this.fetched.hasValue() ? this.fetched.value().group : null));
  protected readonly terms = computed(() => (this.fetched.hasValue() ? this.fetched.value().terms : null));
  protected readonly locked = computed(() => {
    const terms = this.terms();
    return terms?.isLocked ? terms : null;
  });
  protected readonly dayOnlyGoes = computed(() => {
    const at = this.terms()?.dayOnlyGoesAt;
    return at ? londonDate(at) : '';
  });
  protected readonly isOver = computed(() => {
    const group = this.group();
    return group !== null && isOver(group);
  });
  protected readonly draft = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { group, people, terms } = this.fetched.value();
    const places = group.status === 'confirmed' ? group.places : group.pupilsWanted;
    const draft = new RosterDraft({
      yearGroups: group.conference.yearGroups,
      places,
      trackingData: terms.trackingData,
    });
    untracked(() => draft.open(people));
    return draft;
  });
  protected readonly totals = computed(() => {
    const draft = this.draft();
    return draft ? peopleFigures(draft.pupils(), draft.adults()) : '';
  });
  protected readonly changes = computed(() => {
    const draft = this.draft();
    return draft ? changeWords(draft.change()) : '';
  });

  protected readonly due = computed(() => {
    const at = this.group()?.conference.finalNumbersAt;
    if (!at) return '';
    return `Final numbers ${Date.parse(at) < Date.now() ? 'were' : 'are'} due by ${londonDate(at)}.`;
  });

  constructor() {
    effect(() => {
      if (this.fetched.hasValue()) this.isAsking.set(this.fetched.value().people.length === 0);
    });
  }

  /** Whether the page may be left: at once when everything is saved, else when that is confirmed. */
  async mayLeave(): Promise<boolean> {
    if (!this.draft()?.isDirty()) return true;
    return this.askFirst.ask({
      heading: 'Leave without saving?',
      words: 'The list has changes that are not saved. They are lost when you leave this page.',
      yes: 'Leave without saving',
      no: 'Stay on the page',
    });
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.draft()?.isDirty()) event.preventDefault();
  }

  protected async read({ list, how }: RosterList): Promise<void> {
    const preview = await this.reading.send(() => this.rosters.preview(this.id(), list));
    if (!preview) {
      // The server names the list by how it came (text, file, rows); here there is one box for all.
      this.reading.refuse(this.reading.errors().map((error) => ({ ...error, field: 'text' })));
      return;
    }
    this.saving.refuse([]);
    this.draft()?.take(preview, how);
    this.isAsking.set(false);
    this.focus('roster-heading');
  }

  protected addRow(): void {
    this.isAsking.set(false);
    const key = this.draft()?.add();
    if (key !== undefined) this.focus(cellId(key, 'givenName'));
  }

  protected edit(draft: RosterDraft, { field, key, value }: CellEdit): void {
    draft.edit(key, field, value);
    this.forgetMended(draft);
  }

  protected remove(draft: RosterDraft, key: number): void {
    draft.remove(key);
    this.forgetMended(draft);
  }

  protected async save(): Promise<void> {
    const [draft, group] = [this.draft(), this.group()];
    if (!draft || !group) return;
    if (!draft.check()) {
      this.saving.refuse(this.wrongs(draft));
      return;
    }
    const saved = this.totals();
    const roster = await this.saving.send(() => this.rosters.save(this.id(), draft.people()));
    if (!roster) {
      const elsewhere = draft.refuse(this.saving.errors());
      this.saving.refuse([...elsewhere, ...this.wrongs(draft)]);
      return;
    }
    draft.open(roster.people);
    const hasTickets = group.status === 'confirmed' && roster.people.length > 0;
    this.said.leave(`Saved ${saved}.${hasTickets ? ' Their tickets are ready to print.' : ''}`);
    await this.router.navigate(hasTickets ? ['/groups', this.id(), 'tickets'] : ['/groups', this.id()]);
  }

  /** Takes the summary away once everything in it is mended; before that it stays, as it takes the focus when it changes. */
  private forgetMended(draft: RosterDraft): void {
    if (draft.wrongCells() === 0 && draft.tooMany() === '') this.saving.refuse([]);
  }

  /** What stops the list from being saved, each line leading to its cell. */
  private wrongs(draft: RosterDraft): readonly FieldError[] {
    const cells = draft
      .wrongRows()
      .flatMap(({ errors, key }) => errors.map((error) => ({ ...error, field: cellId(key, error.field) })));
    const tooMany = draft.tooMany();
    return [
      ...(tooMany ? [{ field: '', code: 'too-many-pupils', message: tooMany }] : []),
      ...cells.slice(0, ERRORS_LISTED),
      ...(cells.length > ERRORS_LISTED
        ? [{ field: '', code: 'more', message: `and ${cells.length - ERRORS_LISTED} more` }]
        : []),
    ];
  }

  protected focus(id: string): void {
    // The element comes with the next rendering.
    setTimeout(() => this.document.getElementById(id)?.focus());
  }
}
