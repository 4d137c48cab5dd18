import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { figure, londonDate, londonDateTime } from '@lectern/core';
import { type EvidenceRecord, hoursWords, TEACHER_STANDARD_NAMES } from '@lectern/cpd';
import { FeedbackFigures } from './feedback-figures';

/** One record of evidence as it reads: what happened, which standards it shows, what was written, what teachers said. */
@Component({
  selector: 'app-evidence-facts',
  imports: [FeedbackFigures],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl class="facts">
      <dt>Topic</dt>
      <dd>{{ record().topicTitle }}</dd>
      <dt>Delivered</dt>
      <dd>{{ shown().delivered }}</dd>
      <dt>Teachers’ Standards</dt>
      <dd>
        <ul class="plain-list">
          @for (standard of shown().standards; track standard.name) {
            <li>
              <strong>{{ standard.name }}</strong> {{ standard.words }}
            </li>
          }
        </ul>
      </dd>
      <dt>Reflection</dt>
      <dd class="text">
        @if (record().reflection; as reflection) {
          {{ reflection }}
        } @else {
          <span class="soft">Not written yet</span>
        }
      </dd>
      @if (withNote() && record().mentorNote; as note) {
        <dt>Mentor’s note</dt>
        <dd class="text">
          {{ note.text }}
          <span class="soft small by">{{ shown().noted }}</span>
        </dd>
      }
      <dt>What teachers said</dt>
      <dd><app-feedback-figures [of]="record().feedback" /></dd>
    </dl>
  `,
  styles: `
    .facts dd {
      white-space: normal;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .facts .text {
      max-width: 70ch;
      white-space: pre-line;
    }
    .by {
      display: block;
    }
  `,
})
export class EvidenceFacts {
  readonly record = input.required<EvidenceRecord>();
  /** Whether the mentor’s note is shown; where it is being written it stands in its box. */
  readonly withNote = input(true);
  protected readonly shown = computed(() => {
    const { deliveredAt, minutes, teachersAttended, standards, mentorNote } = this.record();
    return {
      delivered: `${londonDateTime(deliveredAt)}, ${hoursWords(minutes)}, ${figure(teachersAttended, 'teacher')} attended`,
      standards: standards.map((name) => ({ name, words: TEACHER_STANDARD_NAMES[name] })),
      noted: mentorNote ? `${mentorNote.by}, ${londonDate(mentorNote.writtenAt)}` : '',
    };
  });
}
