import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { DeviceStore } from './device/device-store';
import { pairingCodeOf, PairingPage } from './device/pairing-page';
import { DoorPage } from './door/door-page';

/** One of two pages: pairing until this phone is paired, the door from then on. */
@Component({
  selector: 'lectern-steward',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PairingPage, DoorPage],
  template: `
    @if (atDoor()) {
      <lectern-door-page />
    } @else {
      <lectern-pairing-page [linkCode]="linkCode()" (done)="leavePairing()" />
    }
  `,
  host: { '(window:hashchange)': 'linkCode.set(codeInAddress())' },
})
export class App {
  private readonly devices = inject(DeviceStore);
  protected readonly linkCode = signal(this.codeInAddress());
  /** A pairing link wins over a standing pairing: the page then asks which is meant. */
  protected readonly atDoor = computed(() => this.devices.device() !== null && this.linkCode() === '');

  protected codeInAddress(): string {
    return pairingCodeOf(location.hash);
  }

  protected leavePairing(): void {
    // The code is used up: it must not stay in the address, nor come back with "back".
    history.replaceState(null, '', location.pathname + location.search);
    this.linkCode.set('');
  }
}
