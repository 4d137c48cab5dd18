import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { londonDate } from '@lectern/core';
import { Box, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { EvidenceFacts } from './evidence-facts';
import { OutcomesApi } from './outcomes-api';

/** One trainee’s record for those who guide them: with what teachers wrote, and a note to write beside it. */
@Component({
  selector: 'app-evidence-page',
  imports: [Box, ErrorSummary, EvidenceFacts, Fetched, Field, MatButton, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <app-fetched [of]="fetched" heading="This record cannot be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          [heading]="shown.record.traineeName"
          [lede]="shown.record.sessionTitle"
          backTo="/mentor/evidence"
          backWords="Trainees’ evidence"
        />
        <app-evidence-facts [record]="shown.record" [withNote]="false" />
        <section class="section" aria-labelledby="comments">
          <h2 id="comments">Teachers’ comments</h2>
          @if (shown.record.comments.length === 0) {
            <p class="soft">Nobody has written a comment.</p>
          } @else {
            <p class="soft">In the order of the alphabet. The trainee does not see them.</p>
            <ul class="comments">
              @for (comment of shown.record.comments; track $index) {
                <li>{{ comment }}</li>
              }
            </ul>
          }
        </section>
        <section class="section form" aria-labelledby="your-note">
          <h2 id="your-note">Your note</h2>
          <p role="status">
            @if (news()) {
              <span class="callout tone-go saved">{{ news() }}</span>
            }
          </p>
          <lectern-error-summary [errors]="sending.errors()" />
          <form (submit)="save($event, box.value)" novalidate>
            <lectern-field
              name="text"
              label="A note beside this record"
              hint="The trainee reads it, and it is in their record on paper. Empty the box to take a note away."
              [errors]="sending.errors()"
            >
              <textarea #box lecternBox rows="5" maxlength="2000" [value]="text()"></textarea>
            </lectern-field>
            @if (shown.noted) {
              <p class="soft small">{{ shown.noted }}</p>
            }
            <div class="actions">
              <button matButton="filled" type="submit">
                {{ sending.busy() ? 'Saving…' : 'Save the note' }}
              </button>
            </div>
          </form>
        </section>
      }
    </div>
  `,
  styles: `
    .comments li {
      max-width: 70ch;
      margin-bottom: 0.5rem;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .saved {
      display: block;
    }
  `,
})
export class EvidencePage {
  readonly id = input.required<string>();
  private readonly api = inject(OutcomesApi);
  protected readonly sending = new Sending();
  protected readonly news = signal('');
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.evidenceForMentor(params),
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const record = this.fetched.value();
    const note = record.mentorNote;
    return { record, noted: note ? `Last written by ${note.by}, ${londonDate(note.writtenAt)}.` : '' };
  });
  protected readonly text = linkedSignal(() => this.shown()?.record.mentorNote?.text ?? '');

  protected async save(event: Event, text: string): Promise<void> {
    event.preventDefault();
    this.news.set('');
    this.text.set(text);
    const had = this.shown()?.record.mentorNote;
    const record = await this.sending.send(() => this.api.note(this.id(), text));
    if (!record) return;
    this.news.set(
      record.mentorNote
        ? had
          ? 'The note is saved.'
          : `The note is saved, and ${record.traineeName} is told by e-mail.`
        : 'The note is taken away.',
    );
    this.fetched.set(record);
  }
}
