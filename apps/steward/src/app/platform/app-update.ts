import { effect, inject, Injectable, type Signal, signal, untracked } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';
import { DoorStorage } from './door-storage';

/** Nothing may happen at the door for this long before the app renews itself. */
export const IDLE_BEFORE_UPDATE_MS = 5_000;
const LOOK_EVERY_MS = 10 * 60_000;
const READY_EVERY_MS = 1_500;

interface Manifest {
  readonly assetGroups?: readonly { readonly urls?: readonly string[] }[];
}

/**
 * Whether the app starts without a connection, and when it takes a new version: only between scans, with no verdict on
 * the screen, no panel open, no badge held to the camera and no thumb on the screen. What waits to be sent is on the
 * disk and is sent by the new version.
 */
@Injectable({ providedIn: 'root' })
export class AppUpdate {
  private readonly updates = inject(SwUpdate, { optional: true });
  private readonly storage = inject(DoorStorage);
  private readonly found = signal(false);
  private readonly kept = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether every file of the app is on this phone. */
  readonly readyOffline = this.kept.asReadonly();
  /** Whether a new version waits for a quiet moment. */
  readonly waits = this.found.asReadonly();
  private restart: () => void = () => undefined;
  /**
   * How the page is loaded anew, which is also how it comes to the new version: until then it keeps the files that it
   * began with. A test puts its own here.
   */
  reload: () => void = () => location.reload();

  constructor() {
    if (!this.updates?.isEnabled) return;
    this.updates.versionUpdates.subscribe(({ type }) => {
      if (type === 'VERSION_READY') this.found.set(true);
    });
    setInterval(() => void this.updates?.checkForUpdate().catch(() => undefined), LOOK_EVERY_MS);
    void this.watchFiles();
  }

  /** Takes a waiting version once the door has been idle for a while. */
  renewWhen(idle: Signal<boolean>): void {
    const may = (): boolean => this.found() && idle() && this.storage.durable;
    this.restart = () => {
      clearTimeout(this.timer);
      if (!untracked(may)) return;
      // Asked again when the time is up: a scan may have begun in the same moment.
      this.timer = setTimeout(() => {
        if (untracked(may)) this.reload();
      }, IDLE_BEFORE_UPDATE_MS);
    };
    effect(() => {
      may();
      this.restart();
    });
  }

  /** Something happens at the door that is not a scan yet: the while in which nothing may happen begins anew. */
  stir(): void {
    this.restart();
  }

  private async watchFiles(): Promise<void> {
    if (await isWholeAppKept().catch(() => false)) this.kept.set(true);
    else setTimeout(() => void this.watchFiles(), READY_EVERY_MS);
  }
}

/** Whether the service worker has put each file of the manifest on this phone. */
const isWholeAppKept = async (): Promise<boolean> => {
  if (!('caches' in globalThis)) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.active) return false;
  // Without a connection the app came from the phone itself, so it is there.
  if (!navigator.onLine) return navigator.serviceWorker.controller !== null;
  const response = await fetch('ngsw.json', { cache: 'no-store', headers: { 'ngsw-bypass': 'true' } });
  const { assetGroups = [] } = (await response.json()) as Manifest;
  const urls = assetGroups.flatMap((group) => group.urls ?? []);
  const kept = await Promise.all(urls.map((url) => caches.match(url)));
  return urls.length > 0 && kept.every((file) => file !== undefined);
};
