import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { verdictWords } from '@lectern/check-in';
import { londonClock, londonDate, londonTime } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { ScanQueue } from '../scans/scan-queue';

/** Where and how this phone scans, what the server refused late, and the end of the pairing. */
@Component({
  selector: 'lectern-more-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './more-panel.html',
  styleUrl: './panel.scss',
  host: {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-labelledby': 'more-title',
    '(document:keydown.escape)': 'closed.emit()',
  },
})
export class MorePanel {
  private readonly devices = inject(DeviceStore);
  private readonly queue = inject(ScanQueue);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly hasTorch = input(false);
  readonly torch = input(false);
  readonly torchChange = output<boolean>();
  readonly closed = output();

  protected readonly device = this.devices.device;
  protected readonly settings = this.devices.settings;
  protected readonly checkpoint = this.devices.checkpoint;
  protected readonly waiting = this.queue.waiting;
  protected readonly leaving = signal(false);

  protected readonly when = computed(() => {
    const conference = this.device()?.conference;
    return conference
      ? `${londonDate(conference.startsAt)}, ${londonTime(conference.startsAt)} to ${londonTime(conference.endsAt)}`
      : '';
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

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected chooseCheckpoint(checkpointId: string): void {
    this.devices.choose({ checkpointId });
  }

  protected chooseDirection(direction: 'in' | 'out'): void {
    this.devices.choose({ direction });
  }

  protected chooseSound(sound: boolean): void {
    this.devices.choose({ sound });
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected settle(id: string): void {
    this.queue.settle(id);
  }

  protected unpair(): void {
    void this.devices.end('unpaired');
  }
}
