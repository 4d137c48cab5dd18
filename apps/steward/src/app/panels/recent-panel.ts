import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { verdictWords } from '@lectern/check-in';
import { londonClock } from '@lectern/core';
import type { OwnScan } from '../platform/own-records';
import { ScanQueue } from '../scans/scan-queue';
import { PanelFrame } from './panel-frame';
import { UNDO_REASONS } from './undo-reasons';

const outcomeOf = (scan: OwnScan): string => {
  if (scan.annulledBy !== null) return '⟲ Taken back';
  if (scan.told === null) return '◔ Being checked';
  if (scan.told === 'admitted') return '● Let in';
  if (scan.told === 'left') return '○ Left';
  return scan.told === 'refused' ? '✕ Refused' : `▲ ${verdictWords({ outcome: scan.told }).title}`;
};

/** This phone's last scans, each of which may be taken back for a quarter of an hour. */
@Component({
  selector: 'lectern-recent-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    <lectern-panel title="Recent scans">
      @for (one of refusals(); track one.id) {
        <section class="callout" role="alert">
          <h2>Not taken back</h2>
          <p>{{ one.who }}: {{ one.words }}</p>
          <button type="button" class="small" (click)="settle(one.id)">Understood</button>
        </section>
      }
      <p class="spoken" role="status">{{ said() }}</p>
      @if (scans().length) {
        <p>This phone may take back what it did in the last fifteen minutes. Later, a supervisor may.</p>
        <ul class="lines">
          @for (one of scans(); track one.id) {
            <li>
              @if (asking() === one.id) {
                <div class="asking" role="group" [attr.aria-label]="'Why take back ' + one.who + '?'">
                  <p>
                    <strong>Why take back {{ one.who }}?</strong>
                  </p>
                  @for (reason of reasons; track reason) {
                    <button type="button" class="button button--quiet" (click)="undo(one, reason)">
                      {{ reason }}
                    </button>
                  }
                  <button type="button" class="small" (click)="asking.set(null)">Leave it as it is</button>
                </div>
              } @else {
                <div class="line">
                  <span class="what">
                    <strong>{{ one.who }}</strong>
                    <small>{{ one.at }}{{ one.sent ? '' : ', not sent yet' }}</small>
                  </span>
                  <span class="state" [class.state--here]="one.isIn">{{ one.outcome }}</span>
                  @if (one.mayUndo) {
                    <button type="button" class="undo" (click)="asking.set(one.id)">
                      Undo<span class="spoken"> {{ one.who }}</span>
                    </button>
                  }
                </div>
              }
            </li>
          }
        </ul>
      } @else {
        <p>Nothing was scanned with this phone yet.</p>
      }
    </lectern-panel>
  `,
  styles: `
    .line {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      min-height: 3.75rem;
    }

    .lines .undo {
      flex: none;
      justify-content: center;
      width: auto;
      min-height: 3rem;
      padding: 0.25rem 0.75rem;
      border: 2px solid var(--ink);
      border-radius: var(--radius);
      color: var(--ink);
      font-weight: 650;
    }

    .lines .asking {
      display: grid;
      gap: 0.5rem;
      padding: 0.75rem 0;

      .button {
        justify-content: center;
        border: 2px solid var(--ink);
      }

      .small {
        justify-content: center;
      }

      p {
        margin: 0;
      }
    }
  `,
})
export class RecentPanel {
  private readonly queue = inject(ScanQueue);

  protected readonly reasons = UNDO_REASONS;
  protected readonly asking = signal<string | null>(null);
  protected readonly said = signal('');
  protected readonly scans = computed(() =>
    this.queue.recent().map((scan) => ({
      id: scan.id,
      who: scan.ticket?.displayName ?? 'Unknown ticket',
      at: londonClock(scan.at),
      sent: scan.sent,
      outcome: outcomeOf(scan),
      isIn: scan.annulledBy === null && scan.told === 'admitted',
      mayUndo: this.queue.mayAnnul(scan),
    })),
  );
  protected readonly refusals = computed(() =>
    this.queue.refusedAnnulments().map(({ id, scanId, refused }) => ({
      id,
      who: this.queue.recent().find((scan) => scan.id === scanId)?.ticket?.displayName ?? 'A scan',
      words: refused ?? '',
    })),
  );

  protected undo({ id, who }: { id: string; who: string }, reason: string): void {
    this.asking.set(null);
    this.said.set(`${who} taken back`);
    void this.queue.annul(id, reason);
  }

  protected settle(id: string): void {
    this.queue.settle(id);
  }
}
