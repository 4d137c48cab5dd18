import { ChangeDetectionStrategy, Component, computed, input, resource } from '@angular/core';

/** The dark modules of a code as one SVG path, and the side of the picture with its quiet zone. */
interface Drawing {
  readonly path: string;
  readonly side: number;
}

const QUIET = 4;

const draw = async (text: string): Promise<Drawing> => {
  const { default: qrcode } = await import('qrcode');
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { path, side: modules.size + 2 * QUIET };
};

/** A QR code, drawn in the browser, dark on white in both schemes so that any camera reads it. */
@Component({
  selector: 'lectern-qr-picture',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (drawing.hasValue()) {
      <svg [attr.viewBox]="viewBox()" role="img" [attr.aria-label]="label()" shape-rendering="crispEdges">
        <path [attr.d]="drawing.value().path" />
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
      width: 15rem;
      max-width: 100%;
      aspect-ratio: 1;
      border-radius: var(--radius);
      background: var(--code-light);
    }
    path {
      fill: var(--code-dark);
    }
  `,
})
export class QrPicture {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly drawing = resource({
    params: () => this.text(),
    loader: ({ params }) => draw(params),
  });
  protected readonly viewBox = computed(() => {
    const side = this.drawing.hasValue() ? this.drawing.value().side : 1;
    return `0 0 ${side} ${side}`;
  });
}
