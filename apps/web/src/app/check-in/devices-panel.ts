import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Device } from '@lectern/check-in';
import { EmptyState, ErrorSummary, StatusMark, TakeFocus } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { CheckInApi } from './check-in-api';
import { deviceDetails, deviceMark, isOffline, silenceWords } from './device-mark.rules';

const REFRESH = 15_000;

/** The phones at the doors: whether each is in touch, and the way to shut one out. */
@Component({
  selector: 'app-devices-panel',
  imports: [EmptyState, ErrorSummary, Fetched, MatButton, StatusMark, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './devices-panel.html',
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.75rem;
      border-bottom: 1px solid var(--hairline);
    }
    p {
      margin: 0;
    }
  `,
})
export class DevicesPanel {
  readonly conferenceId = input.required<string>();
  /** Whether the day is on, so that a silent phone is worth a look. */
  readonly isLive = input(false);
  protected readonly sending = new Sending();
  /** The phone that is asked about before it is shut out. */
  protected readonly asked = signal<string | null>(null);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly now = signal(Date.now());
  private readonly api = inject(CheckInApi);
  protected readonly devices = resource({
    params: () => this.conferenceId(),
    loader: ({ params }) => this.api.devices(params),
  });
  protected readonly rows = computed(() =>
    (this.devices.hasValue() ? this.devices.value() : []).map((device) => ({
      device,
      role: device.role === 'supervisor' ? 'supervisor' : 'steward',
      mark: deviceMark(device, this.now(), this.isLive()),
      details: deviceDetails(device),
    })),
  );

  /** What is to be said of phones that are silent while the day is on; nothing while all are in touch. */
  readonly silence = output<string>();
  private readonly offline = computed(() =>
    this.rows().filter(({ device }) => isOffline(device, this.now(), this.isLive())),
  );

  constructor() {
    effect(() => this.silence.emit(silenceWords(this.offline().map(({ device }) => device))));
    const clock = setInterval(() => {
      this.now.set(Date.now());
      if (document.visibilityState === 'visible') this.devices.reload();
    }, REFRESH);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected keep(): void {
    this.asked.set(null);
    this.heading().nativeElement.focus();
  }

  protected async revoke(device: Device): Promise<void> {
    const revoked = await this.sending.send(() => this.api.revoke(device.id));
    this.keep();
    if (revoked) this.devices.reload();
  }
}
