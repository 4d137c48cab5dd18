import type { DestroyRef } from '@angular/core';
import { phoneAbilities } from '../platform/abilities';

/** Keeps the screen on while the door is open, where the browser can. */
export const keepAwake = (until: DestroyRef): void => {
  let lock: WakeLockSentinel | undefined;
  const hold = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return;
    lock = await phoneAbilities()
      .wakeLock?.request('screen')
      .catch(() => undefined);
  };
  const onVisibility = (): void => void hold();
  // The browser lets go whenever the page is hidden.
  document.addEventListener('visibilitychange', onVisibility);
  until.onDestroy(() => {
    document.removeEventListener('visibilitychange', onVisibility);
    void lock?.release().catch(() => undefined);
  });
  void hold();
};
