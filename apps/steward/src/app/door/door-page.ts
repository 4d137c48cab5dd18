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
import { figure } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { DoorBook } from '../roster/door-book';
import { DoorSync } from '../roster/door-sync';
import { warmCodeCheck } from '../scans/code-check';
import { ScanQueue } from '../scans/scan-queue';
import { Verdicts } from '../scans/verdicts';
import { ConflictsPanel } from '../panels/conflicts-panel';
import { DayEndPanel } from '../panels/day-end-panel';
import { MissingPanel } from '../panels/missing-panel';
import { Panels } from '../panels/panels';
import { PartiesPanel } from '../panels/parties-panel';
import { PartyPanel } from '../panels/party-panel';
import { PersonPanel } from '../panels/person-panel';
import { RecentPanel } from '../panels/recent-panel';
import { RollPanel } from '../panels/roll-panel';
import { SearchPanel } from '../panels/search-panel';
import { SubstitutionPanel } from '../panels/substitution-panel';
import { WalkInPanel } from '../panels/walk-in-panel';
import { AppUpdate } from '../platform/app-update';
import { CameraView } from './camera-view';
import { Chime } from './chime';
import { KioskPage } from './kiosk-page';
import { MorePanel } from './more-panel';
import { Sightings } from './sightings';
import { announce, viewVerdict } from './verdict-view';
import { VerdictScreen } from './verdict-screen';
import { keepAwake } from './wake-lock';

/** A verdict is on the screen for at least this long. */
export const VERDICT_AT_LEAST_MS = 1_200;
/** One with nothing to do goes by itself after this long. */
export const PASSING_VERDICT_MS = 1_600;

/** The door: camera, verdict, and a bar within a thumb's reach. */
@Component({
  selector: 'lectern-door-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CameraView,
    VerdictScreen,
    SearchPanel,
    MorePanel,
    PersonPanel,
    PartiesPanel,
    PartyPanel,
    RecentPanel,
    ConflictsPanel,
    RollPanel,
    WalkInPanel,
    SubstitutionPanel,
    MissingPanel,
    DayEndPanel,
    KioskPage,
  ],
  templateUrl: './door-page.html',
  styleUrl: './door-page.scss',
  host: { '(pointerdown)': 'touched()', '(keydown)': 'touched()' },
})
export class DoorPage {
  private readonly devices = inject(DeviceStore);
  private readonly verdicts = inject(Verdicts);
  private readonly queue = inject(ScanQueue);
  private readonly book = inject(DoorBook);
  private readonly sync = inject(DoorSync);
  private readonly chime = inject(Chime);
  private readonly update = inject(AppUpdate);
  private readonly sightings = new Sightings();
  private shownSince = 0;
  private passing: ReturnType<typeof setTimeout> | undefined;

  private readonly injector = inject(Injector);
  private readonly camera = viewChild(CameraView);
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');
  private opener: HTMLElement | undefined;

  private readonly panels = inject(Panels);
  protected readonly panel = this.panels.current;
  protected readonly ticketId = computed(() => {
    const panel = this.panel();
    return panel && 'ticketId' in panel ? panel.ticketId : null;
  });
  protected readonly groupId = computed(() => {
    const panel = this.panel();
    return panel?.name === 'party' ? panel.groupId : '';
  });
  protected readonly kiosk = computed(() => this.devices.settings().kiosk ?? false);
  protected readonly front = computed(() => this.devices.settings().frontCamera ?? false);
  protected readonly conflicts = computed(
    () => (this.devices.state()?.conflicts ?? []).filter(({ settledAt }) => settledAt === null).length,
  );
  protected readonly torch = signal(false);
  protected readonly checkpoint = this.devices.checkpoint;
  protected readonly direction = computed(() => this.devices.settings().direction);
  protected readonly waiting = this.queue.waiting;
  protected readonly parked = computed(() => this.queue.parked().length);
  protected readonly connected = this.queue.connected;
  protected readonly count = this.book.count;
  /** Said for as long as it holds, since it changes what a verdict means. */
  protected readonly offline = computed(() => {
    const waiting = this.waiting();
    return `Working offline, ${waiting === 0 ? 'nothing' : figure(waiting, 'scan')} to send`;
  });
  protected readonly fetching = this.sync.fetching;
  protected readonly cameraState = computed(() => this.camera()?.state() ?? 'starting');
  protected readonly hasTorch = computed(() => this.camera()?.hasTorch() ?? false);
  protected readonly checking = computed(() => this.verdicts.shown()?.kind === 'checking');
  protected readonly verdict = computed(() => {
    const shown = this.verdicts.shown();
    const role = this.devices.device()?.role ?? 'steward';
    const at = this.devices.now().toISOString();
    return shown && viewVerdict(shown, { checkpoint: this.checkpoint(), waiting: this.waiting(), role, at });
  });
  protected readonly announcement = computed(() => {
    const verdict = this.verdict();
    return verdict ? announce(verdict) : '';
  });
  /** Changes once for each verdict, and again when the server's answer replaces "no connection". */
  private readonly told = computed(() => {
    const verdict = this.verdict();
    return verdict && `${verdict.scanId} ${verdict.tone}`;
  });

  constructor() {
    warmCodeCheck();
    keepAwake(inject(DestroyRef));
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.passing);
      this.verdicts.dismiss();
      this.panels.close();
    });
    effect(() => {
      if (this.told()) untracked(() => this.tell());
    });
    effect(() => {
      if (this.panel() === null) untracked(() => this.giveFocusBack());
    });
    // A coach's code was held to the camera: its party opens.
    effect(() => {
      const groupId = this.verdicts.party();
      if (groupId === null) return;
      this.verdicts.party.set(null);
      untracked(() => this.panels.open({ name: 'party', groupId }));
    });
    this.update.renewWhen(computed(() => this.verdicts.shown() === null && this.panel() === null));
  }

  protected touched(): void {
    this.chime.wake();
    this.update.stir();
  }

  /** What the camera sees, several times a second. */
  protected onRead(text: string): void {
    this.update.stir();
    const now = Date.now();
    const busy = this.checking() || (this.verdict() !== null && now - this.shownSince < VERDICT_AT_LEAST_MS);
    if (this.sightings.take(text, now, !busy && this.panel() === null))
      void this.verdicts.judge({ code: text });
  }

  protected override(reason: string): void {
    const shown = this.verdicts.shown();
    if (shown) void this.verdicts.judge(shown.presented, reason);
  }

  protected letIn(): void {
    void this.verdicts.letInUnlisted();
  }

  protected dismiss(): void {
    clearTimeout(this.passing);
    this.verdicts.dismiss();
    this.giveFocusBack();
  }

  protected open(name: 'search' | 'more' | 'conflicts'): void {
    this.dismiss();
    this.rememberFocus();
    this.panels.open({ name });
  }

  protected retryCamera(): void {
    void this.camera()?.start();
  }

  /** Where the keyboard was before something came over the camera. */
  private rememberFocus(): void {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && this.main()?.nativeElement.contains(focused)) this.opener = focused;
  }

  private giveFocusBack(): void {
    const opener = this.opener;
    this.opener = undefined;
    // Only once nothing covers the camera any more: until then it cannot take the focus.
    if (opener) afterNextRender(() => opener.focus(), { injector: this.injector });
  }

  private tell(): void {
    const verdict = this.verdict();
    if (!verdict) return;
    clearTimeout(this.passing);
    this.rememberFocus();
    this.shownSince = Date.now();
    this.chime.play(verdict.tone);
    if (verdict.passing) this.passing = setTimeout(() => this.dismiss(), PASSING_VERDICT_MS);
  }
}
