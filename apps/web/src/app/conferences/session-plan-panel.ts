import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { newId } from '@lectern/core';
import type { SessionBoard, SessionPlan } from '@lectern/registrations';
import { ErrorSummary, Icon, TakeFocus } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { SessionBoardApi } from './session-board-api';
import { planInWords, planRows } from './session-board.rules';

/** Works sessions out as a dry run, shows where every group would go and why, and publishes what was seen. */
@Component({
  selector: 'app-session-plan-panel',
  imports: [ErrorSummary, Icon, MatButton, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lectern-error-summary [errors]="sending.errors()" />
    @if (shown(); as shown) {
      <section class="sheet" aria-labelledby="dry-run">
        <h2 id="dry-run" tabindex="-1" lecternTakeFocus>If you publish this</h2>
        @for (sentence of shown.words; track sentence) {
          <p>{{ sentence }}</p>
        }
        <p class="soft">Nothing is kept yet. Groups that you placed by hand stay where they are.</p>
        @for (slot of shown.slots; track slot.slotId) {
          <h3>{{ slot.heading }}</h3>
          @if (slot.rows.length === 0) {
            <p class="soft">Every group has its session here already.</p>
          } @else {
            <div class="table-frame">
              <table class="table table--cards" role="table">
                <thead role="rowgroup">
                  <tr role="row">
                    <th scope="col" role="columnheader">School</th>
                    <th scope="col" role="columnheader">Session</th>
                    <th scope="col" role="columnheader">Why</th>
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  @for (row of slot.rows; track row.groupId) {
                    <tr role="row" [class.short]="row.isShort">
                      <th scope="row" role="rowheader">{{ row.school }}</th>
                      <td role="cell" data-label="Session">{{ row.where }}</td>
                      <td role="cell" data-label="Why">{{ row.reason }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </div>
          }
        }
        <div class="actions">
          <button matButton="filled" type="button" (click)="publish(shown.plan)">
            {{ sending.busy() ? 'Working…' : 'Publish these sessions' }}
          </button>
          <button matButton="outlined" type="button" (click)="workOut(true)">Draw ties again</button>
          <button matButton="text" type="button" (click)="leave()">Leave it</button>
        </div>
        <p class="soft small">Publishing writes to the coordinators of every group.</p>
      </section>
    } @else {
      <div class="actions">
        <button matButton="outlined" type="button" (click)="workOut(false)">
          <lectern-icon name="check" /> {{ sending.busy() ? 'Working…' : 'Work out sessions' }}
        </button>
        <p class="soft hint">You see where every group would go, and why, before anything is kept.</p>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 2rem;
    }
    .actions {
      margin-top: 1rem;
    }
    .hint {
      margin: 0;
    }
    h3 {
      margin-block: 1.25rem 0.5rem;
    }
    .short td {
      color: var(--stop);
    }
  `,
})
export class SessionPlanPanel {
  readonly conferenceId = input.required<string>();
  readonly published = output<SessionBoard>();
  protected readonly sending = new Sending();
  private readonly plan = signal<SessionPlan | null>(null);
  private readonly api = inject(SessionBoardApi);
  protected readonly shown = computed(() => {
    const plan = this.plan();
    return plan && { plan, words: planInWords(plan), slots: planRows(plan) };
  });

  protected async workOut(anew: boolean): Promise<void> {
    const seed = anew ? newId() : null;
    const plan = await this.sending.send(() => this.api.workOut(this.conferenceId(), seed));
    if (plan) this.plan.set(plan);
  }

  protected async publish(plan: SessionPlan): Promise<void> {
    const board = await this.sending.send(() => this.api.publish(this.conferenceId(), plan));
    if (!board) return;
    this.plan.set(null);
    this.published.emit(board);
  }

  protected leave(): void {
    this.plan.set(null);
    this.sending.refuse([]);
  }
}
