import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type AccessRequest, ROLE_NAMES } from '@lectern/identity';
import { London, StatusMark } from '@lectern/ui';
import { accountNotice, alikeWords, closedWords } from './people-words.rules';

/** One request for access: who asks for what, what is known of them, and the two answers. */
@Component({
  selector: 'app-request-card',
  imports: [London, MatButton, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="sheet" [attr.aria-labelledby]="'request-' + request().id">
      <h3 [id]="'request-' + request().id">{{ request().name }}</h3>
      <p>
        {{ role() }} of <strong>{{ request().school.name }}</strong>, {{ request().school.town }}
        @if (closed()) {
          <br /><lectern-status-mark tone="past" [words]="closed()" />
        }
      </p>
      <p class="address soft">{{ request().email }}</p>
      @if (request().note) {
        <blockquote>{{ request().note }}</blockquote>
      }
      @if (alike()) {
        <p><lectern-status-mark tone="needs" [words]="alike()" /></p>
      }
      @if (notice()) {
        <p class="notice">{{ notice() }}</p>
      }
      @if (request().status === 'waiting') {
        <p class="soft small">Asked on {{ request().confirmedAt ?? '' | london: 'date' }}</p>
        <div class="actions">
          <button matButton="outlined" type="button" (click)="approve.emit()">
            {{ busy() ? 'Working…' : 'Approve' }}<span class="spoken"> {{ request().name }}</span>
          </button>
          <button matButton="text" class="danger-button" type="button" (click)="decline.emit()">
            Decline<span class="spoken"> {{ request().name }}</span>
          </button>
        </div>
      } @else {
        <p>
          <lectern-status-mark
            [tone]="request().status === 'approved' ? 'go' : 'stop'"
            [words]="request().status === 'approved' ? 'Approved' : 'Declined'"
          />
          <span class="soft small"> on {{ request().decidedAt ?? '' | london: 'date' }}</span>
        </p>
        @if (request().reason) {
          <p class="soft">{{ request().reason }}</p>
        }
      }
    </article>
  `,
  styles: `
    h3 {
      margin-block: 0 0.25rem;
    }
    p {
      margin-block: 0 0.5rem;
    }
    .address,
    blockquote {
      overflow-wrap: anywhere;
    }
    blockquote {
      margin: 0 0 0.75rem;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--hairline);
      white-space: pre-line;
    }
    .notice {
      padding: 0.5rem 0.75rem;
      background: var(--note-wash);
    }
    .actions {
      margin-block-start: 0.75rem;
    }
  `,
})
export class RequestCard {
  readonly request = input.required<AccessRequest>();
  readonly busy = input(false);
  readonly approve = output();
  readonly decline = output();
  protected readonly role = computed(() => ROLE_NAMES[this.request().role]);
  protected readonly closed = computed(() => closedWords(this.request().school));
  protected readonly alike = computed(() => alikeWords(this.request().alike));
  // What approving would do is past once it is decided.
  protected readonly notice = computed(() =>
    this.request().status === 'waiting' ? accountNotice(this.request()) : null,
  );
}
