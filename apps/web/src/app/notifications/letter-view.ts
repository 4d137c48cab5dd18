import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DomSanitizer } from '@angular/platform-browser';
import type { MailLetter } from '@lectern/notifications';
import { Icon } from '@lectern/ui';

/** A letter as it looks in a mail program, in a frame that can run nothing, or as text; with its links and its file. */
@Component({
  selector: 'app-letter-view',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="forms no-print" role="group" aria-label="How to show it">
      @for (form of forms; track form.id) {
        <button
          [matButton]="shownAs() === form.id ? 'tonal' : 'outlined'"
          type="button"
          [attr.aria-pressed]="shownAs() === form.id"
          (click)="shownAs.set(form.id)"
        >
          {{ form.words }}
        </button>
      }
    </div>
    @if (shownAs() === 'page') {
      <iframe
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        class="paper"
        [title]="'Letter: ' + letter().subject"
        [src]="frame()"
      ></iframe>
    } @else {
      <pre class="paper text" tabindex="0" role="region" [attr.aria-label]="'Letter as text'">{{
        letter().text
      }}</pre>
    }
    @if (letter().links.length > 0 || letter().calendar) {
      <h3>What comes with it</h3>
      <ul class="plain-list stack">
        @for (link of letter().links; track link.url) {
          <li>
            <a [href]="link.url" target="_blank" rel="noopener">{{ link.label }}</a>
            <span class="soft small address">{{ link.url }}</span>
          </li>
        }
        @if (letter().calendar; as method) {
          <li>
            @if (calendarAddress(); as address) {
              <a matButton="outlined" [href]="address" download
                ><lectern-icon name="calendar" /> Calendar entry (.ics)</a
              >
            }
            <span class="soft">{{
              method === 'cancel'
                ? 'Takes the conference out of a calendar'
                : 'Puts the conference into a calendar'
            }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .forms {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin-bottom: 0.75rem;
    }
    .paper {
      display: block;
      width: 100%;
      margin: 0 0 1.5rem;
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
    }
    iframe {
      height: min(46rem, 80vh);
      background: white;
      color-scheme: light;
    }
    .text {
      max-width: 46rem;
      padding: 1rem 1.25rem;
      background: var(--sheet);
      font: inherit;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1rem;
      align-items: center;
    }
    .address {
      overflow-wrap: anywhere;
    }
  `,
})
export class LetterView {
  readonly letter = input.required<MailLetter>();
  /** Where the letter is as a page. */
  readonly pageAddress = input.required<string>();
  readonly calendarAddress = input('');
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly forms = [
    { id: 'page', words: 'As it looks' },
    { id: 'text', words: 'As text' },
  ] as const;
  protected readonly shownAs = signal<'page' | 'text'>('page');
  // An address of our own API, made from an encoded id; what it answers is sandboxed here and by its own policy.
  protected readonly frame = computed(() =>
    this.sanitizer.bypassSecurityTrustResourceUrl(this.pageAddress()),
  );
}
