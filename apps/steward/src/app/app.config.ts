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
import { ScanQueue } from './scans/scan-queue';

/** The steward's app over the phone's storage: pairing and waiting scans are there before the first page is. */
export const appConfig = (storage: DoorStorage): ApplicationConfig => ({
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    { provide: DoorStorage, useValue: storage },
    provideAppInitializer(async () => {
      const devices = inject(DeviceStore);
      const queue = inject(ScanQueue);
      await devices.load();
      await queue.load();
    }),
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode(),
      registrationStrategy: 'registerWhenStable:10000',
    }),
  ],
});
