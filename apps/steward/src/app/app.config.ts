import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { provideServiceWorker } from '@angular/service-worker';
import { DeviceStore } from './device/device-store';
import { DoorStorage } from './platform/door-storage';
import { DoorSync } from './roster/door-sync';
import { ScanQueue } from './scans/scan-queue';

/** The steward's app over the phone's storage: pairing, list and waiting scans are there before the first page is. */
export const appConfig = (storage: DoorStorage): ApplicationConfig => ({
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    { provide: DoorStorage, useValue: storage },
    provideAppInitializer(async () => {
      const devices = inject(DeviceStore);
      const queue = inject(ScanQueue);
      const sync = inject(DoorSync);
      await devices.load();
      await Promise.all([queue.load(), sync.load()]);
    }),
    // At once: a phone that is paired and then loses its connection must start again without one.
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode(),
      registrationStrategy: 'registerImmediately',
    }),
  ],
});
