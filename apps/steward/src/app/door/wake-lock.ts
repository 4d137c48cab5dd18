import type { DestroyRef } from '@angular/core';

/** Keeps the screen on while the door is open, where the browser can. */
export const keepAwake = (until: DestroyRef): void => {
  let lock: WakeLockSentinel | undefined;
  const hold = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return;
    lock = await globalThis.navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  // The browser lets go whenever the page is hidden.
  document.addEventListener('visibilitychange', hold);
  until.onDestroy(() => {
    document.removeEventListener('visibilitychange', hold);
    void lock?.release().catch(() => undefined);
  });
  void hold();
};
