import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { formatShortCode, readTicketCode, searchRoster } from '@lectern/check-in';
import { People } from '../roster/people';
import { Verdicts } from '../scans/verdicts';
import { PanelFrame } from './panel-frame';
import { Panels } from './panels';
import { PersonLine } from './person-line';

/** What is a short code rather than a name: it has a digit, or the gap in its middle. */
const SHORT_CODE = /\d|^\s*[a-z]{4}-[a-z]{4}\s*$/i;

/**
 * Finds somebody without their square code: by the short code under it, or by name. Both work without a connection. A
 * slip in a code is told before anything is looked up.
 */
@Component({
  selector: 'lectern-search-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame, PersonLine],
  template: `
    <lectern-panel title="Find somebody" [ownFocus]="true">
      <form novalidate role="search" (submit)="check($event)">
        <div class="field" [class.field--wrong]="problem()">
          <label for="search">Name or short code</label>
          <p class="hint" id="search-hint">
            Three letters of a name, or the eight characters under the square code, such as 7K2M-9QXC.
          </p>
          <p class="problem" id="search-problem" role="alert">{{ problem() }}</p>
          <input
            #field
            id="search"
            name="search"
            autocomplete="off"
            autocapitalize="words"
            spellcheck="false"
            enterkeyhint="search"
            maxlength="200"
            aria-describedby="search-hint search-problem"
            [attr.aria-invalid]="problem() ? true : null"
            [value]="text()"
            (input)="type($event)"
          />
        </div>
        <p class="spoken" role="status">{{ told() }}</p>
        @if (found(); as list) {
          @if (list.people.length) {
            <ul class="lines">
              @for (one of list.people; track one.ticketId) {
                <li>
                  <button type="button" (click)="open(one.ticketId)">
                    <lectern-person-line [entry]="one" />
                  </button>
                </li>
              }
            </ul>
            @if (list.more) {
              <p>There are more. Type another letter, or a word of the school.</p>
            }
          } @else {
            <p>Nobody on this phone’s list has a name that begins so. Try the last name, or fewer letters.</p>
          }
        }
        <button type="submit" class="button button--quiet">Check a short code</button>
      </form>
    </lectern-panel>
  `,
})
export class SearchPanel {
  private readonly panels = inject(Panels);
  private readonly people = inject(People);
  private readonly verdicts = inject(Verdicts);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly text = signal('');
  protected readonly problem = signal('');
  protected readonly found = computed(() => {
    // A short code is no name: nobody is listed while one is typed.
    if (SHORT_CODE.test(this.text())) return null;
    const result = searchRoster(this.people.searchable(), this.text());
    return result.kind === 'found' ? result : null;
  });
  protected readonly told = computed(() => {
    const found = this.found();
    if (!found) return '';
    const { length } = found.people;
    return found.more ? `The first ${length} people` : length === 1 ? 'One person' : `${length} people`;
  });

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected type(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
    this.problem.set('');
    const reading = readTicketCode(this.text());
    // A whole short code that checks needs no button: it is what was meant.
    if (reading.kind === 'short' && SHORT_CODE.test(this.text()))
      this.judge(formatShortCode(reading.shortCode));
  }

  protected check(event: Event): void {
    event.preventDefault();
    const isName = !SHORT_CODE.test(this.text()) && this.text().trim().length <= 30;
    if (isName) return this.complainOfText();
    const reading = readTicketCode(this.text());
    switch (reading.kind) {
      case 'short':
        return this.judge(formatShortCode(reading.shortCode));
      case 'ticket':
      case 'party':
        return this.judge(this.text());
      case 'mistyped':
        return this.complain('A character is wrong or two are swapped. Compare each with the badge.');
      case 'damaged':
      case 'unknown':
        return this.complainOfText();
    }
  }

  protected open(ticketId: string): void {
    this.panels.open({ name: 'person', ticketId });
  }

  private judge(code: string): void {
    this.panels.close();
    void this.verdicts.judge({ code });
  }

  private complainOfText(): void {
    if (this.text().trim() === '') {
      return this.complain(
        'Type three letters of a name, or the code that is printed under the square code.',
      );
    }
    if (this.found()) return;
    this.complain(
      SHORT_CODE.test(this.text())
        ? 'A short code has eight characters: digits, and letters other than U. Count them on the badge.'
        : 'Type at least three letters of the name.',
    );
  }

  private complain(problem: string): void {
    this.problem.set(problem);
    this.field().nativeElement.focus();
  }
}
