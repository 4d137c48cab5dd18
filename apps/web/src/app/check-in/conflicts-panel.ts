import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { Conflict } from '@lectern/check-in';
import { figure } from '@lectern/core';
import { Box, ErrorSummary, Field, London, TakeFocus } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { AttendanceFeed } from './attendance-feed';
import { DeskApi } from './desk-api';

/** Tickets that two phones both let in: a copied badge, or a phone that was offline. Each is settled with a reason. */
@Component({
  selector: 'app-conflicts-panel',
  imports: [Box, ErrorSummary, Field, London, MatButton, ReactiveFormsModule, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (open().length > 0 || settled().length > 0) {
      <h2 #heading id="conflicts" tabindex="-1">Let in twice</h2>
      @if (failed()) {
        <p class="soft">This may be out of date: it could not be fetched again.</p>
      }
      @if (open().length > 0) {
        <p>
          Two phones let in the same ticket. Find out who holds the badge now: it may be copied, or was
          scanned twice.
        </p>
      }
      <ul class="plain-list">
        @for (conflict of open(); track conflict.id) {
          <li class="callout tone-wait">
            <p>
              <strong>{{ conflict.displayName }}</strong>, {{ conflict.school }}. {{ conflict.checkpoint }}
            </p>
            <ul>
              <li>{{ conflict.first.at | london: 'clock' }} by {{ conflict.first.device }}</li>
              <li>{{ conflict.second.at | london: 'clock' }} by {{ conflict.second.device }}</li>
            </ul>
            @if (asked() === conflict.id) {
              <form [formGroup]="form" (ngSubmit)="settle(conflict)" novalidate>
                <lectern-error-summary [errors]="sending.errors()" />
                <lectern-field name="reason" label="What was it?" [errors]="sending.errors()">
                  <input lecternBox lecternTakeFocus type="text" maxlength="300" formControlName="reason" />
                </lectern-field>
                <div class="actions">
                  <button matButton="filled" type="submit">
                    {{ sending.busy() ? 'Settling…' : 'Settle it' }}
                  </button>
                  <button matButton="text" type="button" (click)="leave()">Not yet</button>
                </div>
              </form>
            } @else {
              <button matButton="outlined" type="button" (click)="ask(conflict.id)">
                Settle<span class="spoken"> {{ conflict.displayName }}</span>
              </button>
            }
          </li>
        }
      </ul>
      @if (settled().length > 0) {
        <details>
          <summary>{{ settledWords() }}</summary>
          <ul class="plain-list">
            @for (conflict of settled(); track conflict.id) {
              <li class="old">
                {{ conflict.displayName }}, {{ conflict.school }}.
                <span class="soft">{{ conflict.settledBy }}: {{ conflict.reason }}</span>
              </li>
            }
          </ul>
        </details>
      }
    }
  `,
  styles: `
    .callout {
      margin-bottom: 1rem;
    }
    .callout p,
    .callout ul {
      margin-bottom: 0.5rem;
    }
    form {
      max-width: var(--form);
    }
    summary {
      min-height: 2rem;
      cursor: pointer;
    }
    .old {
      padding-block: 0.25rem;
    }
  `,
})
export class ConflictsPanel {
  readonly conferenceId = input.required<string>();
  protected readonly sending = new Sending();
  /** The conflict that somebody is about to settle. */
  protected readonly asked = signal<string | null>(null);
  protected readonly form = inject(NonNullableFormBuilder).group({ reason: '' });
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly feed = inject(AttendanceFeed);
  private readonly api = inject(DeskApi);
  private readonly counted = computed(() => this.feed.attendance()?.conflicts ?? 0);
  private readonly conflicts = resource({
    params: () => this.conferenceId(),
    loader: ({ params }) => this.api.conflicts(params),
  });
  /** What was fetched last; a failed fetch keeps it in view. */
  private readonly known = signal<readonly Conflict[]>([]);
  protected readonly failed = computed(() => this.conflicts.error() !== undefined);
  protected readonly open = computed(() => this.known().filter(({ settledAt }) => settledAt === null));
  protected readonly settled = computed(() => this.known().filter(({ settledAt }) => settledAt !== null));
  protected readonly settledWords = computed(() =>
    figure(this.settled().length, 'settled before', 'settled before'),
  );

  constructor() {
    effect(() => {
      if (this.counted() > 0) this.conflicts.reload();
    });
    effect(() => {
      if (this.conflicts.hasValue()) this.known.set(this.conflicts.value());
    });
  }

  protected ask(id: string): void {
    this.form.reset();
    this.asked.set(id);
  }

  protected leave(): void {
    this.asked.set(null);
    this.heading()?.nativeElement.focus();
  }

  protected async settle(conflict: Conflict): Promise<void> {
    const reason = this.form.getRawValue().reason.trim();
    if (!reason) {
      this.sending.refuse([{ field: 'reason', code: 'missing', message: 'Say what it was, for the log.' }]);
      return;
    }
    const settled = await this.sending.send(() => this.api.settle(conflict.id, reason));
    if (!settled) return;
    this.known.update((known) => known.map((one) => (one.id === settled.id ? settled : one)));
    this.leave();
  }
}
