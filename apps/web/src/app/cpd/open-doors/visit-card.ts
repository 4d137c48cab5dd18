import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { londonDateTime } from '@lectern/core';
import type { Visit } from '@lectern/cpd';
import { ErrorSummary, StatusMark } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import {
  reflectedWords,
  reflectionBy,
  type VisitButton,
  visitButtons,
  visitMark,
} from './open-door-words.rules';
import { OpenDoorsApi } from './open-doors-api';
import { AskWhy } from '../../platform/ask-why';
import { ReflectionForm } from './reflection-form';

const DONE: Readonly<Record<VisitButton['action'], string>> = {
  confirm: 'The visit is confirmed, and the visitor is told.',
  decline: 'The visit is declined, and the visitor is told.',
  cancel: 'The visit is called off.',
  attend: 'Noted: the visitor was there.',
  miss: 'Noted: the visitor did not come.',
};

/** One visit with what its reader may do: for the host and staff by the visitor’s name, for the visitor their own. */
@Component({
  selector: 'app-visit-card',
  imports: [ErrorSummary, MatButton, ReflectionForm, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let card = shown();
    <div class="row">
      <div class="who">
        @if (!card.isOwn) {
          <h3>{{ visit().visitor.name }}</h3>
          <p>{{ visit().visitor.schoolName }}</p>
          <p class="soft small">Asked on {{ card.asked }}</p>
        }
        <p><lectern-status-mark [tone]="card.mark.tone" [words]="card.mark.words" /></p>
        @if (visit().reason; as reason) {
          <p class="text">{{ reason }}</p>
        }
      </div>
      @if (card.buttons.length > 0) {
        <div class="buttons no-print">
          @for (button of card.buttons; track button.action) {
            <button
              [matButton]="$first && !button.asksWhy ? 'filled' : 'outlined'"
              type="button"
              (click)="step(button)"
            >
              {{ button.words }}
              @if (!card.isOwn) {
                <span class="spoken">: {{ visit().visitor.name }}</span>
              }
            </button>
          }
        </div>
      }
    </div>
    <lectern-error-summary [errors]="sending.errors()" />
    @for (one of card.reflections; track one.id) {
      <blockquote>
        <p class="text">{{ one.text }}</p>
        <footer class="soft small">{{ one.by }}, {{ one.when }}</footer>
      </blockquote>
    }
    @if (card.reflected) {
      <p class="soft">{{ card.reflected }}</p>
    }
    @if (visit().mayReflect) {
      @if (isWriting() || !card.hasWritten) {
        <app-reflection-form
          [visit]="visit()"
          [name]="'reflection-' + visit().id"
          [other]="card.other"
          (saved)="reflected($event)"
        />
      } @else {
        <button matButton="text" type="button" class="no-print" (click)="isWriting.set(true)">
          Change what I wrote
          @if (!card.isOwn) {
            <span class="spoken"> about the visit of {{ visit().visitor.name }}</span>
          }
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem 1.5rem;
      align-items: flex-start;
      justify-content: space-between;
    }
    .who {
      flex: 1 1 14rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .who p,
    h3 {
      margin: 0 0 0.25rem;
    }
    h3 {
      font-family: inherit;
      font-size: 1.125rem;
      font-weight: 600;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
    blockquote {
      margin: 0.75rem 0;
      padding-inline-start: 1rem;
      border-inline-start: 3px solid var(--hairline);
    }
    blockquote p {
      margin: 0;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class VisitCard {
  readonly visit = input.required<Visit>();
  /** The visit as it is after what was done, with words to say about it. */
  readonly done = output<{ readonly visit: Visit; readonly words: string }>();
  private readonly api = inject(OpenDoorsApi);
  private readonly why = inject(AskWhy);
  protected readonly sending = new Sending();
  protected readonly isWriting = signal(false);
  protected readonly shown = computed(() => {
    const visit = this.visit();
    const isOwn = visit.side === 'visitor';
    return {
      isOwn,
      mark: visitMark(visit.status),
      asked: londonDateTime(visit.askedAt),
      buttons: visitButtons(visit),
      hasWritten: visit.reflections.some(({ side }) => side === visit.side),
      other: isOwn ? visit.lesson.hostName : visit.visitor.name,
      reflected: reflectedWords(visit),
      reflections: visit.reflections.map((one) => ({
        id: one.id,
        text: one.text,
        by: reflectionBy(one, visit),
        when: londonDateTime(one.writtenAt),
      })),
    };
  });

  protected async step(button: VisitButton): Promise<void> {
    const visit = button.asksWhy ? await this.asked(button) : await this.send(button, null);
    if (visit) this.done.emit({ visit, words: DONE[button.action] });
  }

  protected reflected(visit: Visit): void {
    this.isWriting.set(false);
    this.done.emit({ visit, words: 'Your reflection is saved.' });
  }

  private send({ action }: VisitButton, reason: string | null): Promise<Visit | undefined> {
    return this.sending.send(() => this.api.step(this.visit().id, action, reason));
  }

  private asked({ action }: VisitButton): Promise<Visit | undefined> {
    const { visitor, lesson } = this.visit();
    const isOwn = this.shown().isOwn;
    return this.why.ask({
      heading: isOwn
        ? 'Withdraw from this visit?'
        : action === 'decline'
          ? `Decline the visit of ${visitor.name}?`
          : `Call off the visit of ${visitor.name}?`,
      words: isOwn
        ? `${lesson.hostName} is told, and your place is free for somebody else.`
        : `${visitor.name} is told by e-mail, and the place is free again.`,
      reason: {
        label: 'Why? (optional)',
        hint: isOwn ? `${lesson.hostName} reads it.` : `${visitor.name} reads it.`,
      },
      yes: isOwn ? 'Withdraw' : action === 'decline' ? 'Decline the visit' : 'Call off the visit',
      doing: 'Sending…',
      no: 'Keep the visit',
      send: (reason) => this.api.step(this.visit().id, action, reason === '' ? null : reason),
    });
  }
}
