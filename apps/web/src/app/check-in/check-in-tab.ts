import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { EmptyState, Icon } from '@lectern/ui';
import { ConferenceInView } from '../conferences/conference-in-view';
import { ArrivalsPanel } from './arrivals-panel';
import { AttendanceFeed } from './attendance-feed';
import { CheckpointsPanel } from './checkpoints-panel';
import { ConflictsPanel } from './conflicts-panel';
import { DayEndPanel } from './day-end-panel';
import { paperListAddress } from './desk-api';
import { DevicesPanel } from './devices-panel';
import { MissingPanel } from './missing-panel';
import { PairingPanel } from './pairing-panel';
import { RefusedPanel } from './refused-panel';
import { askForWalkIn } from './walk-in-dialog';

/** The day itself: first what needs somebody, then who has come, then the phones and doors that count them. */
@Component({
  selector: 'app-check-in-tab',
  imports: [
    ArrivalsPanel,
    CheckpointsPanel,
    ConflictsPanel,
    DayEndPanel,
    DevicesPanel,
    EmptyState,
    Icon,
    MatButton,
    MissingPanel,
    PairingPanel,
    RefusedPanel,
    RouterLink,
  ],
  providers: [AttendanceFeed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (view.conference(); as conference) {
      @if (conference.status === 'draft') {
        <lectern-empty-state
          heading="Check-in begins when the conference is published"
          words="Its main door is made then, and you can pair phones."
        />
      } @else {
        <app-missing-panel [conferenceId]="conference.id" />
        <div class="desk no-print">
          <a matButton="filled" [routerLink]="['/staff/conferences', conference.id, 'roll']">
            <lectern-icon name="person" /> Who is here
          </a>
          <a matButton="outlined" [href]="paperList()"><lectern-icon name="print" /> Print the paper list</a>
          @if (mayWalkIn()) {
            <button matButton="outlined" type="button" (click)="walkIn(conference.id)">
              <lectern-icon name="add" /> Came without being on a list
            </button>
          }
        </div>
        <p class="no-print">
          <a routerLink="/staff/conferences/missing-procedure">What we do when a pupil is missing</a>
        </p>
        @if (silence()) {
          <p class="callout tone-wait no-print">
            {{ silence() }} <a href="#devices" (click)="toPhones($event)">See the phones</a>
          </p>
        }
        @if (hasArrivals()) {
          <app-conflicts-panel [conferenceId]="conference.id" />
          <section aria-labelledby="arrivals">
            <app-arrivals-panel [conferenceId]="conference.id" (counted)="view.countOnSite($event)" />
          </section>
          <app-refused-panel class="refused" [conferenceId]="conference.id" />
        }
        <div class="columns doors no-print" [class.section]="hasArrivals()">
          @if (!view.isOver()) {
            <section aria-labelledby="pairing"><app-pairing-panel [conferenceId]="conference.id" /></section>
          }
          <div>
            <section aria-labelledby="devices">
              <app-devices-panel
                [conferenceId]="conference.id"
                [isLive]="conference.status === 'live'"
                (silence)="silence.set($event)"
              />
            </section>
            <section aria-labelledby="checkpoints" class="section">
              <app-checkpoints-panel [conferenceId]="conference.id" />
            </section>
          </div>
        </div>
        @if (conference.status === 'live') {
          <section aria-labelledby="day-end" class="section no-print">
            <app-day-end-panel [conferenceId]="conference.id" />
          </section>
        }
      }
    }
  `,
  styles: `
    .desk {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      margin-bottom: 1.75rem;
    }
    app-conflicts-panel,
    .refused {
      display: block;
    }
    app-conflicts-panel:not(:empty) {
      margin-bottom: 1.75rem;
    }
    .refused {
      margin-top: 2rem;
    }
  `,
})
export class CheckInTab {
  protected readonly view = inject(ConferenceInView);
  /** What the panel of phones has to say of those that are offline. */
  protected readonly silence = signal('');
  protected readonly paperList = computed(() => paperListAddress(this.view.conference()?.id ?? ''));
  /** Whether anybody can have come: the day has begun, or is over. */
  protected readonly hasArrivals = computed(() =>
    ['live', 'completed', 'archived'].includes(this.view.conference()?.status ?? ''),
  );
  /** Until the day the school itself adds whom it forgot. */
  protected readonly mayWalkIn = computed(() =>
    ['registration-closed', 'live'].includes(this.view.conference()?.status ?? ''),
  );
  private readonly page = inject(DOCUMENT);
  private readonly dialogs = inject(MatDialog);

  protected walkIn(conferenceId: string): void {
    void askForWalkIn(this.dialogs, conferenceId);
  }

  /** An address with a fragment would leave the tab: the page's base is its root. */
  protected toPhones(event: Event): void {
    event.preventDefault();
    this.page.getElementById('devices')?.focus();
  }
}
