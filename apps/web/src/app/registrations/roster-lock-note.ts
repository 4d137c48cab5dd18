import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RosterTerms } from '@lectern/registrations';
import { SessionStore } from '../identity/session-store';
import { OpenListForm } from './open-list-form';
import { lockWords, overrideWords } from './roster-terms.rules';

/** How a list stands: locked or open again, whom to ask, what staff allowed and why, and why more data is asked for. */
@Component({
  selector: 'app-roster-lock-note',
  imports: [MatButton, OpenListForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (lock(); as lock) {
      <div class="callout" [class.tone-wait]="terms().isLocked" [class.tone-go]="!terms().isLocked">
        <p>
          <strong>{{ lock.heading }}.</strong> {{ lock.words }}
        </p>
        @if (terms().isLocked && !session.isStaff()) {
          <p>
            For anything else ask
            @if (terms().askWhom; as whom) {
              {{ whom.name }}: <a [href]="'mailto:' + whom.email">{{ whom.email }}</a>
            } @else {
              the university.
            }
          </p>
        }
        @if (terms().isLocked && session.isStaff() && !isOpening()) {
          <button matButton="outlined" type="button" (click)="isOpening.set(true)">
            Open the list again…
          </button>
        }
      </div>
      @if (terms().isLocked && isOpening()) {
        <app-open-list-form
          [groupId]="terms().groupId"
          (opened)="isOpening.set(false); opened.emit()"
          (left)="isOpening.set(false)"
        />
      }
    }
    @if (overrides().length > 0) {
      <details [open]="overrides().length < 3">
        <summary>Changes after final numbers</summary>
        <ul>
          @for (words of overrides(); track $index) {
            <li>{{ words }}</li>
          }
        </ul>
      </details>
    }
    @if (terms().trackingReason; as reason) {
      <p class="callout tone-note"><strong>Dates of birth are asked for.</strong> {{ reason }}</p>
    }
  `,
  styles: `
    .callout p:last-child,
    ul {
      margin-bottom: 0;
    }
    details {
      margin-bottom: 1rem;
      overflow-wrap: anywhere;
    }
    summary {
      min-height: 2.5rem;
      padding-block: 0.5rem;
      font-weight: 650;
      cursor: pointer;
    }
  `,
})
export class RosterLockNote {
  readonly terms = input.required<RosterTerms>();
  /** The list has been opened again. */
  readonly opened = output();
  protected readonly session = inject(SessionStore);
  protected readonly isOpening = signal(false);
  protected readonly lock = computed(() => lockWords(this.terms()));
  protected readonly overrides = computed(() => this.terms().overrides.map(overrideWords));
}
