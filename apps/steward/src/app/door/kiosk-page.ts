import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  Injector,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { DeviceStore } from '../device/device-store';
import { AppUpdate } from '../platform/app-update';
import { Connection } from '../platform/connection';
import { Verdicts } from '../scans/verdicts';
import { CameraView } from './camera-view';
import { Chime } from './chime';
import { kioskWords } from './kiosk-words.rules';
import { Sightings } from './sightings';

/** A verdict goes by itself after this long, so that the next in the queue finds the screen as it was. */
export const KIOSK_VERDICT_MS = 4_000;
/** Held for this long, the corner offers the way out: nobody finds it by playing. */
export const LEAVE_HOLD_MS = 2_000;
/** The question whether to leave goes by itself after this long: a steward was called away, and people wait. */
export const LEAVE_ASKED_MS = 20_000;

/** A tablet at the door that people hold their own badges to: no menus, large words, and it resets itself. */
@Component({
  selector: 'lectern-kiosk-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CameraView],
  templateUrl: './kiosk-page.html',
  styleUrl: './kiosk-page.scss',
})
export class KioskPage {
  private readonly devices = inject(DeviceStore);
  private readonly verdicts = inject(Verdicts);
  private readonly chime = inject(Chime);
  private readonly injector = inject(Injector);
  private readonly update = inject(AppUpdate);
  private readonly sightings = new Sightings();
  private readonly camera = viewChild(CameraView);
  private resetting: ReturnType<typeof setTimeout> | undefined;
  private holding: ReturnType<typeof setTimeout> | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private readonly staying = viewChild<ElementRef<HTMLButtonElement>>('stays');
  private readonly corner = viewChild<ElementRef<HTMLButtonElement>>('corner');

  protected readonly online = inject(Connection).online;
  protected readonly leaving = signal(false);
  protected readonly title = computed(() => this.devices.device()?.conference.title ?? '');
  protected readonly door = computed(() => this.devices.checkpoint()?.name ?? '');
  protected readonly isWayOut = computed(() => this.devices.settings().direction === 'out');
  protected readonly front = computed(() => this.devices.settings().frontCamera ?? false);
  protected readonly checking = computed(() => this.verdicts.shown()?.kind === 'checking');
  protected readonly hasCamera = computed(() =>
    ['starting', 'running'].includes(this.camera()?.state() ?? 'starting'),
  );
  protected readonly words = computed(() => {
    const shown = this.verdicts.shown();
    return shown && kioskWords(shown);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.resetting);
      clearTimeout(this.holding);
      clearTimeout(this.asking);
      this.verdicts.dismiss();
    });
    // Parties are for stewards: a coach's code held to the tablet does nothing here.
    effect(() => {
      if (this.verdicts.party() !== null) this.verdicts.party.set(null);
    });
    effect(() => this.staying()?.nativeElement.focus());
    effect(() => {
      const words = this.words();
      if (words) untracked(() => this.tell(words.tone));
    });
  }

  protected onRead(text: string): void {
    this.update.stir();
    const isReady = this.verdicts.shown() === null && !this.leaving();
    if (this.sightings.take(text, Date.now(), isReady)) void this.verdicts.judge({ code: text });
  }

  protected hold(): void {
    this.chime.wake();
    clearTimeout(this.holding);
    this.holding = setTimeout(() => this.ask(), LEAVE_HOLD_MS);
  }

  /** A key that is held down is pressed again and again; only the first press begins the wait. */
  protected holdKey(event: Event): void {
    if (!(event as KeyboardEvent).repeat) this.hold();
  }

  /** The key that asked the question is still down when it appears, and must not answer it. */
  protected takeNoRepeats(event: KeyboardEvent): void {
    if (event.repeat) event.preventDefault();
  }

  protected letGo(): void {
    clearTimeout(this.holding);
  }

  /** The keyboard goes on where it was. */
  protected stay(): void {
    clearTimeout(this.asking);
    this.leaving.set(false);
    afterNextRender(() => this.corner()?.nativeElement.focus(), { injector: this.injector });
  }

  protected leave(): void {
    this.devices.choose({ kiosk: false });
  }

  private ask(): void {
    this.leaving.set(true);
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.stay(), LEAVE_ASKED_MS);
  }

  private tell(tone: Parameters<Chime['play']>[0]): void {
    this.chime.play(tone);
    clearTimeout(this.resetting);
    this.resetting = setTimeout(() => this.verdicts.dismiss(), KIOSK_VERDICT_MS);
  }
}
