import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** What a state means: all is well, wait, somebody must act, it has ended badly, worth knowing, over. */
export const TONES = ['go', 'wait', 'needs', 'stop', 'note', 'past'] as const;
export type Tone = (typeof TONES)[number];

const RING = 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 2a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9z';

/** Each tone has its own shape, so that the colour is never alone: disc, quarter, triangle, cross, diamond, ring. */
const SHAPES: Readonly<Record<Tone, string>> = {
  go: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  wait: `${RING} M8 4.500A3.500 3.500 0 0 1 11.500 8H8z`,
  needs: 'M8 1.500l7 12.500H1z',
  stop: 'M3.400 1.600L8 6.200l4.600-4.600 1.800 1.800L9.800 8l4.600 4.600-1.800 1.800L8 9.800l-4.600 4.600-1.800-1.800L6.200 8 1.600 3.400z',
  note: 'M8 1l7 7-7 7-7-7z',
  past: RING,
};

/** A state as word, shape and colour together. */
@Component({
  selector: 'lectern-status-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path [attr.d]="shape()" /></svg
    >{{ words() }}`,
  host: { '[class]': 'toneClass()' },
  styles: `
    :host {
      display: inline-flex;
      gap: 0.4em;
      align-items: baseline;
      color: var(--tone);
      font-weight: 600;
      text-align: start;
    }
    svg {
      flex: none;
      width: 0.75em;
      height: 0.75em;
      fill: currentColor;
      fill-rule: evenodd;
    }
  `,
})
export class StatusMark {
  readonly tone = input.required<Tone>();
  readonly words = input.required<string>();
  protected readonly shape = computed(() => SHAPES[this.tone()]);
  protected readonly toneClass = computed(() => `tone-${this.tone() === 'needs' ? 'wait' : this.tone()}`);
}
