import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { EmptyState } from '@lectern/ui';
import { ConferenceInView } from '../conferences/conference-in-view';
import { ArrivalsPanel } from './arrivals-panel';
import { CheckpointsPanel } from './checkpoints-panel';
import { DevicesPanel } from './devices-panel';
import { PairingPanel } from './pairing-panel';

/** The day itself: who has come, and the phones and doors that count them. */
@Component({
  selector: 'app-check-in-tab',
  imports: [ArrivalsPanel, CheckpointsPanel, DevicesPanel, EmptyState, PairingPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (view.conference(); as conference) {
      @if (conference.status === 'draft') {
        <lectern-empty-state
          heading="Check-in begins when the conference is published"
          words="Its main door is made then, and you can pair phones."
        />
      } @else {
        @if (hasArrivals()) {
          <section aria-labelledby="arrivals">
            <app-arrivals-panel [conferenceId]="conference.id" (counted)="view.countOnSite($event)" />
          </section>
        }
        <div class="columns doors no-print" [class.section]="hasArrivals()">
          @if (!view.isOver()) {
            <section aria-labelledby="pairing"><app-pairing-panel [conferenceId]="conference.id" /></section>
          }
          <div>
            <section aria-labelledby="devices"><app-devices-panel [conferenceId]="conference.id" /></section>
            <section aria-labelledby="checkpoints" class="section">
              <app-checkpoints-panel [conferenceId]="conference.id" />
            </section>
          </div>
        </div>
      }
    }
  `,
})
export class CheckInTab {
  protected readonly view = inject(ConferenceInView);
  /** Whether anybody can have come: the day has begun, or is over. */
  protected readonly hasArrivals = computed(() =>
    ['live', 'completed', 'archived'].includes(this.view.conference()?.status ?? ''),
  );
}
