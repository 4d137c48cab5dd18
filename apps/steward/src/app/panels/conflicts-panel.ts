import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { londonClock } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { StewardApi } from '../platform/steward-api';
import { DoorSync } from '../roster/door-sync';
import { PanelFrame } from './panel-frame';
import { wordsFor } from './problems';

/** How a conflict turned out; the supervisor may write it in other words. */
const REASONS = [
  'The same person, scanned at both doors',
  'Two people with one badge; the second was turned away',
  'A badge was copied; both people are known now',
] as const;

/** One ticket, let in by two phones that did not know of each other: both sides, until a supervisor settles it. */
@Component({
  selector: 'lectern-conflicts-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    <lectern-panel title="Let in twice">
      @if (conflicts().length) {
        <p>
          Two phones let the same badge in without knowing of each other.
          {{
            isSupervisor()
              ? 'Find out who is inside, then settle it here.'
              : 'Tell a supervisor, who finds out who is inside and settles it.'
          }}
        </p>
        @for (one of conflicts(); track one.id) {
          <section class="callout conflict">
            <h2>{{ one.who }}</h2>
            <p>{{ one.school }}</p>
            <dl>
              <dt>{{ one.first.at }}, {{ one.checkpoint }}</dt>
              <dd>{{ one.first.device }}</dd>
              <dt>{{ one.second.at }}, {{ one.checkpoint }}</dt>
              <dd>{{ one.second.device }}</dd>
            </dl>
            @if (isSupervisor()) {
              @if (settling() === one.id) {
                <p><strong>How did it turn out?</strong></p>
                <div class="row">
                  @for (reason of reasons; track reason) {
                    <button type="button" class="button button--quiet" (click)="settle(one.id, reason)">
                      {{ reason }}
                    </button>
                  }
                </div>
                <form class="own" novalidate (submit)="settleInOwnWords($event, one.id)">
                  <div class="field">
                    <label for="reason">In your own words</label>
                    <input id="reason" name="reason" maxlength="300" autocomplete="off" #own />
                  </div>
                  <button type="submit" class="button">Settle it with these words</button>
                </form>
              } @else {
                <button
                  type="button"
                  class="button"
                  [attr.aria-disabled]="!online()"
                  (click)="settling.set(online() ? one.id : null)"
                >
                  Settle it
                </button>
              }
            }
          </section>
        }
        @if (isSupervisor() && !online()) {
          <p class="hint">A conflict can be settled once this phone is online.</p>
        }
      } @else {
        <p>Nothing is open. Every badge that was let in was let in once.</p>
      }
      <p class="problem" role="alert">{{ problem() }}</p>
    </lectern-panel>
  `,
  styles: `
    .conflict {
      margin-bottom: 1rem;
    }

    .own {
      margin-top: 1rem;
    }
  `,
})
export class ConflictsPanel {
  private readonly devices = inject(DeviceStore);
  private readonly api = inject(StewardApi);
  private readonly sync = inject(DoorSync);

  protected readonly reasons = REASONS;
  protected readonly online = inject(Connection).online;
  protected readonly settling = signal<string | null>(null);
  protected readonly problem = signal('');
  protected readonly isSupervisor = computed(() => this.devices.device()?.role === 'supervisor');
  protected readonly conflicts = computed(() =>
    (this.devices.state()?.conflicts ?? [])
      .filter(({ settledAt }) => settledAt === null)
      .map(({ id, displayName, school, checkpoint, first, second }) => ({
        ...{ id, who: displayName, school, checkpoint },
        first: { at: londonClock(first.at), device: first.device },
        second: { at: londonClock(second.at), device: second.device },
      })),
  );

  protected async settle(id: string, reason: string): Promise<void> {
    const token = this.devices.device()?.token;
    if (!token) return;
    this.problem.set('');
    try {
      await this.api.settleConflict(token, id, reason);
      this.settling.set(null);
      await this.sync.now();
    } catch (error) {
      this.problem.set(wordsFor(error));
    }
  }

  protected settleInOwnWords(event: Event, id: string): void {
    event.preventDefault();
    const words = (event.target as HTMLFormElement).querySelector('input')?.value.trim() ?? '';
    if (words === '') return this.problem.set('Write how it turned out, in a few words.');
    void this.settle(id, words);
  }
}
