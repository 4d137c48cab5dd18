import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type Checkpoint, verdictWords } from '@lectern/check-in';
import { figure, londonClock, londonDate, londonTime } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { PanelFrame } from '../panels/panel-frame';
import { type Panel, Panels } from '../panels/panels';
import { AppUpdate } from '../platform/app-update';
import { APP_VERSION } from '../platform/app-version';
import { checkpointsByTime } from '../roster/checkpoints-by-time.rules';
import { Roster } from '../roster/roster';
import { ScanQueue } from '../scans/scan-queue';

interface Tool {
  readonly label: string;
  readonly panel: Panel;
}

const TOOLS: readonly Tool[] = [
  { label: 'Who is here', panel: { name: 'roll' } },
  { label: 'Parties', panel: { name: 'parties' } },
  { label: 'Recent scans, undo', panel: { name: 'recent' } },
];

const SUPERVISOR_TOOLS: readonly Tool[] = [
  { label: 'Came without a booking', panel: { name: 'walk-in' } },
  { label: 'Somebody else came', panel: { name: 'substitution', ticketId: null } },
  { label: 'Missing pupil', panel: { name: 'missing', ticketId: null } },
  { label: 'End of the day', panel: { name: 'day-end' } },
];

/** Where and how this phone scans, the tools of the door, what the server refused late, and the end of the pairing. */
@Component({
  selector: 'lectern-more-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  templateUrl: './more-panel.html',
})
export class MorePanel {
  private readonly devices = inject(DeviceStore);
  private readonly queue = inject(ScanQueue);
  private readonly roster = inject(Roster);
  private readonly update = inject(AppUpdate);
  protected readonly panels = inject(Panels);

  readonly hasTorch = input(false);
  readonly torch = input(false);
  readonly torchChange = output<boolean>();

  protected readonly version = APP_VERSION;
  protected readonly device = this.devices.device;
  protected readonly settings = this.devices.settings;
  protected readonly checkpoint = this.devices.checkpoint;
  protected readonly waiting = this.queue.waiting;
  protected readonly leaving = signal(false);
  protected readonly sections = computed(() =>
    checkpointsByTime(this.device()?.checkpoints ?? [], this.devices.now()),
  );
  protected readonly conflicts = computed(
    () => (this.devices.state()?.conflicts ?? []).filter(({ settledAt }) => settledAt === null).length,
  );
  protected readonly tools = computed(() =>
    this.device()?.role === 'supervisor' ? [...TOOLS, ...SUPERVISOR_TOOLS] : TOOLS,
  );

  protected readonly when = computed(() => {
    const conference = this.device()?.conference;
    return conference
      ? `${londonDate(conference.startsAt)}, ${londonTime(conference.startsAt)} to ${londonTime(conference.endsAt)}`
      : '';
  });

  /** Whether this phone would go on without a connection, and what it lacks for that. */
  protected readonly offline = computed(() => {
    this.roster.version();
    const { size } = this.roster.entries;
    if (!this.roster.complete)
      return `Not ready to work offline yet: ${figure(size, 'person', 'people')} so far`;
    const list = `${figure(size, 'person', 'people')} on this phone`;
    return this.update.readyOffline()
      ? `Ready to work offline: ${list}`
      : `${list}. The app itself is not kept on this phone yet`;
  });
  protected readonly inTouch = computed(() => {
    const at = this.devices.state()?.serverTime;
    return at ? `Last in touch at ${londonTime(at)}` : 'Not in touch yet';
  });

  protected readonly parked = computed(() =>
    this.queue.parked().flatMap(({ scan, parked, ticket }) =>
      parked
        ? [
            {
              id: scan.id,
              who: parked.ticket?.displayName ?? ticket?.displayName ?? 'Unknown ticket',
              at: londonClock(scan.scannedAt),
              title: verdictWords(parked).title,
            },
          ]
        : [],
    ),
  );

  protected chooseCheckpoint(checkpointId: string): void {
    this.devices.choose({ checkpointId });
  }

  protected chooseDirection(direction: 'in' | 'out'): void {
    this.devices.choose({ direction });
  }

  protected chooseSound(sound: boolean): void {
    this.devices.choose({ sound });
  }

  protected chooseFrontCamera(frontCamera: boolean): void {
    this.devices.choose({ frontCamera });
  }

  protected startKiosk(): void {
    this.panels.close();
    this.devices.choose({ kiosk: true });
  }

  protected windowOf({ opensAt, closesAt, session }: Checkpoint): string {
    if (!session) return '';
    const from = opensAt === null ? '' : `from ${londonTime(opensAt)}`;
    return [from, closesAt === null ? '' : `until ${londonTime(closesAt)}`].filter(Boolean).join(' ');
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected settle(id: string): void {
    this.queue.settle(id);
  }

  protected unpair(): void {
    this.panels.close();
    void this.devices.end('unpaired');
  }
}
