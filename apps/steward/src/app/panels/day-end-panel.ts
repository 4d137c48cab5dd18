import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { figure } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { StewardApi } from '../platform/steward-api';
import { DeviceRoll } from '../roster/device-roll';
import { DoorSync } from '../roster/door-sync';
import { ScanQueue } from '../scans/scan-queue';
import { PanelFrame } from './panel-frame';
import { Panels } from './panels';
import { wordsFor } from './problems';

/** The end of the day: whoever is still counted as inside is counted as having left, once somebody has looked. */
@Component({
  selector: 'lectern-day-end-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    <lectern-panel title="End of the day">
      @if (done()) {
        <section class="callout" role="status">
          <h2>Everybody is counted as having left</h2>
          <p>
            The roll shows nobody inside. Scans that other phones have not sent yet are added as they come.
          </p>
        </section>
      } @else {
        <p class="summary">{{ here() }} still counted as inside.</p>
        <p>
          Check the rooms first. Whoever is on the roll and cannot be found may be a missing pupil, and
          checking them out would hide that.
        </p>
        <div class="tools">
          <button type="button" (click)="panels.open({ name: 'roll' })">Look at who is here</button>
        </div>
        @if (!online()) {
          <section class="callout">
            <h2>This phone is offline</h2>
            <p>The day can be ended once there is a connection: other doors may have let people out since.</p>
          </section>
        } @else if (waiting()) {
          <p>This phone still sends its scans. Wait a moment.</p>
        } @else if (asking()) {
          <section class="callout" role="alert">
            <h2>Has everybody left?</h2>
            <p>{{ everybody() }} will be counted as having left now.</p>
            <div class="row">
              <button type="button" class="button" [attr.aria-disabled]="busy()" (click)="end()">
                Yes, check everybody out
              </button>
              <button type="button" class="button button--quiet" (click)="asking.set(false)">Not yet</button>
            </div>
          </section>
        } @else {
          <button type="button" class="button wide" (click)="asking.set(true)">Check everybody out</button>
        }
      }
      <p class="problem" role="alert">{{ problem() }}</p>
    </lectern-panel>
  `,
  styles: `
    .wide {
      width: 100%;
    }
  `,
})
export class DayEndPanel {
  private readonly devices = inject(DeviceStore);
  private readonly api = inject(StewardApi);
  private readonly rolls = inject(DeviceRoll);
  private readonly sync = inject(DoorSync);
  protected readonly panels = inject(Panels);

  protected readonly online = inject(Connection).online;
  protected readonly waiting = inject(ScanQueue).waiting;
  protected readonly asking = signal(false);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly problem = signal('');
  protected readonly here = computed(() => {
    const { here } = this.rolls.roll();
    return here === 1 ? '1 person is' : `${figure(here, 'person', 'people')} are`;
  });

  protected readonly everybody = computed(() => figure(this.rolls.roll().here, 'person', 'people'));

  protected async end(): Promise<void> {
    const token = this.devices.device()?.token;
    if (!token || this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      await this.api.endDay(token);
      this.done.set(true);
      await this.sync.now();
    } catch (error) {
      this.problem.set(wordsFor(error));
    } finally {
      this.busy.set(false);
    }
  }
}
