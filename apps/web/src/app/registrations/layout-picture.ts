import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { TicketLayout } from '@lectern/registrations';

/** A badge within a box of so many points: two lines of names and the code below. */
const badge = (x: number, y: number, size: number): string => {
  const at = (dx: number, dy: number): string => `${x + dx * size} ${y + dy * size}`;
  return (
    `M${at(0.12, 0.2)}h${0.6 * size}M${at(0.12, 0.38)}h${0.4 * size}` +
    `M${at(0.12, 0.62)}h${0.42 * size}v${0.42 * size}h${-0.42 * size}zM${at(0.66, 1)}h${0.2 * size}`
  );
};

const frame = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

const rows = Array.from({ length: 6 }, (_, row) => row);

/** Each drawing on 40 by 56, as the paper stands. */
const DRAWINGS: Readonly<Record<TicketLayout, string>> = {
  badges: frame(5, 7, 30, 42) + badge(5, 9, 30),
  'badges-a4':
    frame(1, 1, 38, 54) +
    'M20 1v54M1 28h38' +
    [badge(2, 3, 16), badge(21, 3, 16), badge(2, 30, 16), badge(21, 30, 16)].join(''),
  labels:
    frame(1, 1, 38, 54) +
    rows
      .flatMap((row) => [0, 1, 2].map((column) => frame(3.5 + column * 11.5, 4 + row * 8.2, 10, 7)))
      .join(''),
  list:
    frame(1, 1, 38, 54) +
    rows.map((row) => frame(5, 12 + row * 7, 3, 3) + `M12 ${13.5 + row * 7}h22`).join('') +
    'M5 6h20',
};

/** What comes out of the printer, as a small line drawing beside its words. */
@Component({
  selector: 'app-layout-picture',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg viewBox="0 0 40 56" aria-hidden="true" focusable="false">
    <path [attr.d]="drawing()" />
  </svg>`,
  styles: `
    :host {
      flex: none;
    }
    svg {
      display: block;
      width: 2.5rem;
      height: 3.5rem;
      fill: none;
      stroke: var(--text-soft);
      stroke-width: 1.25;
    }
  `,
})
export class LayoutPicture {
  readonly layout = input.required<TicketLayout>();
  protected readonly drawing = computed(() => DRAWINGS[this.layout()]);
}
