import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { LABEL_PAGE, type LabelSheet, labelPlace, labelsOnSheet } from '@lectern/registrations';

/** The first sheet as it goes into the printer: labels that are gone, and those that will be printed on. */
@Component({
  selector: 'app-sheet-picture',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<svg [attr.viewBox]="page" aria-hidden="true" focusable="false">
    <rect class="page" x="1" y="1" width="208" height="295" rx="3" />
    @for (label of labels(); track label.number) {
      <rect
        [class.gone]="label.gone"
        [attr.x]="label.left + 1"
        [attr.y]="label.top + 1"
        [attr.width]="sheet().labelWidth - 2"
        [attr.height]="sheet().labelHeight - 2"
        rx="3"
      />
      <text
        [class.gone]="label.gone"
        [attr.x]="label.left + sheet().labelWidth / 2"
        [attr.y]="label.top + sheet().labelHeight / 2 + 5"
      >
        {{ label.number }}
      </text>
    }
  </svg>`,
  styles: `
    svg {
      display: block;
      width: 9rem;
      height: auto;
    }
    rect {
      fill: var(--go-wash);
      stroke: var(--go);
      stroke-width: 1.5;
    }
    .page {
      fill: var(--sheet);
      stroke: var(--rule);
    }
    rect.gone {
      fill: none;
      stroke: var(--hairline);
      stroke-dasharray: 5 4;
    }
    text {
      fill: var(--text);
      font-size: 15px;
      text-anchor: middle;
    }
    text.gone {
      fill: none;
    }
  `,
})
export class SheetPicture {
  readonly sheet = input.required<LabelSheet>();
  readonly from = input.required<number>();
  protected readonly page = `0 0 ${LABEL_PAGE.width} ${LABEL_PAGE.height}`;
  protected readonly labels = computed(() =>
    Array.from({ length: labelsOnSheet(this.sheet()) }, (_, place) => ({
      number: place + 1,
      gone: place + 1 < this.from(),
      ...labelPlace(this.sheet(), place),
    })),
  );
}
