import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { londonDateTime } from '@lectern/core';
import type { PresenterOffer } from '@lectern/cpd';
import { Box, ErrorSummary, Field } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { entryWords } from './offer-words.rules';
import { OffersApi } from './offers-api';

/** What passed between the trainees and their mentor, and a box for the next line. */
@Component({
  selector: 'app-offer-thread',
  imports: [Box, ErrorSummary, Field, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol class="plain-list">
      @for (entry of entries(); track entry.id) {
        <li>
          <p class="who">
            <span>{{ entry.words }}</span> <span class="soft small">{{ entry.at }}</span>
          </p>
          @if (entry.text) {
            <p class="text">{{ entry.text }}</p>
          }
        </li>
      }
    </ol>
    <form class="no-print" [formGroup]="form" (ngSubmit)="send()" novalidate>
      <lectern-error-summary [errors]="sending.errors()" />
      <lectern-field name="text" label="Write a note" [hint]="hint()" [errors]="sending.errors()">
        <textarea lecternBox rows="3" formControlName="text"></textarea>
      </lectern-field>
      <button matButton="outlined" type="submit">
        {{ sending.busy() ? 'Sending…' : 'Send the note' }}
      </button>
    </form>
  `,
  styles: `
    li {
      padding-block: 0.75rem;
      border-top: 1px solid var(--hairline);
    }
    p {
      margin: 0;
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      align-items: baseline;
      font-weight: 600;
    }
    .text {
      max-width: var(--form);
      margin-top: 0.25rem;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    form {
      max-width: var(--form);
      padding-top: 1rem;
      border-top: 1px solid var(--hairline);
    }
  `,
})
export class OfferThread {
  readonly offer = input.required<PresenterOffer>();
  readonly hint = input('');
  readonly noted = output<PresenterOffer>();
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ text: '' });
  private readonly api = inject(OffersApi);
  protected readonly entries = computed(() => {
    const { thread, outline } = this.offer();
    return thread.map((entry) => ({
      id: entry.id,
      words: entryWords(entry),
      at: londonDateTime(entry.at),
      // What is offered now stands above; here is only what it was before.
      text: entry.text === outline && entry.action !== 'note' ? null : entry.text,
    }));
  });

  protected async send(): Promise<void> {
    const text = this.form.getRawValue().text.trim();
    if (!text) {
      this.sending.refuse([{ field: 'text', code: 'missing', message: 'Write your note.' }]);
      return;
    }
    const offer = await this.sending.send(() => this.api.note(this.offer().id, text));
    if (!offer) return;
    this.form.reset();
    this.noted.emit(offer);
  }
}
