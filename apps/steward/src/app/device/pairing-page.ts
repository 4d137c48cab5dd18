import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Chime } from '../door/chime';
import { DoorStorage } from '../platform/door-storage';
import { NoConnection } from '../platform/steward-api';
import { DeviceStore } from './device-store';

const CODE_MIN = 4;

/** The code in a pairing link's address (`#/pair?code=ABCD-EFGH`), or empty. */
export const pairingCodeOf = (hash: string): string => {
  const [path, query] = hash.split('?');
  return path === '#/pair' ? (new URLSearchParams(query).get('code') ?? '') : '';
};

/** Pairs this phone with an event: the code comes with the scanned link or is typed, the name is asked for. */
@Component({
  selector: 'lectern-pairing-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pairing-page.html',
  styleUrl: './pairing-page.scss',
})
export class PairingPage {
  private readonly devices = inject(DeviceStore);
  private readonly chime = inject(Chime);
  protected readonly keepsScans = inject(DoorStorage).durable;

  readonly linkCode = input('');
  readonly done = output();

  protected readonly code = linkedSignal(() => this.linkCode());
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly codeProblem = signal('');
  protected readonly nameProblem = signal('');
  protected readonly problem = signal('');
  protected readonly current = this.devices.device;

  protected readonly ending = computed(() => {
    const over = this.devices.over();
    if (!over) return null;
    const lost = over.unsent === 1 ? 'One scan was' : `${over.unsent} scans were`;
    return {
      title: over.why === 'withdrawn' ? 'This phone’s pairing has ended' : 'This phone is no longer paired',
      text:
        over.why === 'withdrawn'
          ? 'Staff withdrew it, or the event is over. Everything about the event was removed from this phone. To go on, ask staff for a new pairing code.'
          : 'Everything about the event was removed from this phone.',
      lost: over.unsent > 0 ? `${lost} not sent. Tell staff, who can look the people up.` : '',
    };
  });

  protected keep(): void {
    this.done.emit();
  }

  protected async pair(event: Event): Promise<void> {
    event.preventDefault();
    // The tap that pairs is also the touch that lets the page sound later.
    this.chime.wake();
    const code = this.code().trim();
    const name = this.name().trim();
    this.problem.set('');
    this.codeProblem.set(
      code.length < CODE_MIN ? 'Enter the eight characters that staff show you beside the square code.' : '',
    );
    this.nameProblem.set(name === '' ? 'Enter your name, so that staff know whose phone this is.' : '');
    if (this.busy() || this.codeProblem() || this.nameProblem()) return;
    this.busy.set(true);
    try {
      await this.devices.pair(code, name);
      this.done.emit();
    } catch (error) {
      this.problem.set(
        error instanceof NoConnection || !(error instanceof Error)
          ? 'The server cannot be reached. Check that this phone is online, then pair again.'
          : error.message,
      );
    } finally {
      this.busy.set(false);
    }
  }

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
