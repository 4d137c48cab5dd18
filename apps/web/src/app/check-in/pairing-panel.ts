import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { type DevicePairing, type DevicePairingRequest, type DeviceRole } from '@lectern/check-in';
import { Box, ErrorSummary, Field, FieldSet, Icon, QrPicture, TakeFocus } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { CheckInApi } from './check-in-api';
import { countdown } from './countdown.rules';

const ROLES: readonly { readonly role: DeviceRole; readonly name: string; readonly meaning: string }[] = [
  { role: 'steward', name: 'Steward', meaning: 'Scans people in and out at a door' },
  { role: 'supervisor', name: 'Supervisor', meaning: 'Scans too, and may let somebody in with a reason' },
];

/** Pairs a phone: a code and its QR, once, for ten minutes. */
@Component({
  selector: 'app-pairing-panel',
  imports: [Box, ErrorSummary, Field, FieldSet, Icon, MatButton, QrPicture, ReactiveFormsModule, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pairing-panel.html',
  styleUrl: './pairing-panel.scss',
})
export class PairingPanel {
  readonly conferenceId = input.required<string>();
  protected readonly roles = ROLES;
  protected readonly sending = new Sending();
  protected readonly pairing = signal<(DevicePairing & { readonly for: DevicePairingRequest }) | null>(null);
  protected readonly form = inject(NonNullableFormBuilder).group({
    role: inject(NonNullableFormBuilder).control<DeviceRole>('steward'),
    label: '',
  });
  private readonly now = signal(Date.now());
  protected readonly left = computed(() => countdown(this.pairing()?.expiresAt ?? null, this.now()));
  /** Where the door's page is, without the code. */
  protected readonly doorAddress = computed(() => this.pairing()?.link.split(/[?#]/)[0] ?? '');
  private readonly api = inject(CheckInApi);

  constructor() {
    const clock = setInterval(() => this.now.set(Date.now()), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected async pair(request: DevicePairingRequest = this.form.getRawValue()): Promise<void> {
    const pairing = await this.sending.send(() => this.api.pair(this.conferenceId(), request));
    if (!pairing) return;
    this.now.set(Date.now());
    this.pairing.set({ ...pairing, for: request });
  }

  protected another(): void {
    this.pairing.set(null);
    this.form.reset();
  }
}
