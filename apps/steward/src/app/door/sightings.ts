/** A code that was out of view for this long is a new sight. */
const FORGET_AFTER_MS = 2_500;

/** Remembers the code that was taken last while it is in view, so that a badge held still is scanned once. */
export class Sightings {
  private taken: { readonly text: string; readonly seenAt: number } | null = null;

  /**
   * Whether to take this code now. One that comes while the door is not ready is not remembered: it is taken when
   * the door is, if it is still there.
   */
  take(text: string, now: number, ready: boolean): boolean {
    const same = this.taken?.text === text && now - this.taken.seenAt < FORGET_AFTER_MS;
    if (same || ready) this.taken = { text, seenAt: now };
    return ready && !same;
  }
}
