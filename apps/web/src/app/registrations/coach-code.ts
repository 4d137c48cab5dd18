import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { QrPicture } from '@lectern/ui';

/** One QR for the whole coach, for the visit leader's phone or on paper, and what becomes of it at the door. */
@Component({
  selector: 'app-coach-code',
  imports: [QrPicture],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 id="coach">Coach code</h2>
    <div class="coach">
      <lectern-qr-picture [text]="code()" label="QR code that lets the whole group in with one scan" />
      <div>
        <p><strong>Show this to the steward at the door.</strong></p>
        <p>
          One scan lets the whole group in: tell the steward who is missing, and they are left out. Whoever
          comes later shows their own badge.
        </p>
        <p class="soft">It is on the group list PDF too, so it works without a phone.</p>
      </div>
    </div>
  `,
  styles: `
    .coach {
      display: grid;
      grid-template-columns: auto minmax(14rem, 1fr);
      gap: 1.25rem 2rem;
      align-items: center;
      max-width: 46rem;
    }
    @media (max-width: 40rem) {
      .coach {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class CoachCode {
  readonly code = input.required<string>();
}
