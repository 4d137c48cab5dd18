import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  HostListener,
  inject,
  signal,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { londonDateTime } from '@lectern/core';

/** The head of a printed page: what it is and when it was printed. */
@Component({
  selector: 'app-print-head',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p class="print-only">{{ what() }}. Printed {{ when() }}.</p>`,
  styles: `
    p {
      max-width: none;
      padding-bottom: 2mm;
      border-bottom: 1px solid var(--rule);
      font-size: 9pt;
    }
  `,
})
export class PrintHead {
  protected readonly what = signal('');
  protected readonly when = signal('');
  private readonly title = inject(Title);
  private readonly drawing = inject(ChangeDetectorRef);

  @HostListener('window:beforeprint')
  protected note(): void {
    this.what.set(this.title.getTitle());
    this.when.set(londonDateTime(new Date()));
    // The page is taken as it stands when this returns: what is drawn a moment later would not be on the paper.
    this.drawing.detectChanges();
  }
}
