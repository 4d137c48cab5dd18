import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Our own few shapes, drawn on 24 by 24; a stroke of 2 in the colour of the text. */
const DRAWINGS = {
  add: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  calendar: 'M4 7h16v13H4zM4 11h16M8 3v5M16 3v5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevron: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z',
  down: 'M6 9l6 7 6-7',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500L19 19M5 19l1.500-1.500M17.500 6.500L19 5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c.5-4 3.500-6 8-6s7.500 2 8 6',
  phone: 'M7 3h10v18H7zM11 18h2',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L21 21',
  system: 'M3 5h18v11H3zM9 20h6M12 16v4',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
} as const;
export type IconName = keyof typeof DRAWINGS;

/** A small line drawing beside words; it says nothing to a screen reader, the words do. */
@Component({
  selector: 'lectern-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path [attr.d]="drawing()" />
  </svg>`,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 1.25em;
      height: 1.25em;
      vertical-align: -0.25em;
    }
    svg {
      display: block;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly drawing = computed(() => DRAWINGS[this.name()]);
}
