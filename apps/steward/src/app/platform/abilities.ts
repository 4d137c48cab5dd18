/** What some browsers lack, or withhold from a page that was not opened over HTTPS. */
interface Abilities {
  readonly mediaDevices?: Pick<MediaDevices, 'getUserMedia'>;
  readonly wakeLock?: WakeLock;
  vibrate?(pattern: number[]): boolean;
}

/** The phone's abilities, each to be asked for before use: the library types promise them all. */
export const phoneAbilities = (): Abilities => navigator;

/** Whether the browser lets this page check signatures. */
export const canCheckSignatures = (): boolean =>
  ((globalThis as { readonly crypto?: Partial<Crypto> }).crypto?.subtle ?? null) !== null;
