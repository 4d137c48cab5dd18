import { ChangeDetectionStrategy, Component, computed, input, type Resource } from '@angular/core';
import { ErrorState, LoadingState } from '@lectern/ui';
import { refusalOf } from './refusal';

/** What a page shows while its data is on its way, and when it did not come; nothing once it is there. */
@Component({
  selector: 'app-fetched',
  imports: [ErrorState, LoadingState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (refusal(); as refusal) {
      <lectern-error-state
        [heading]="heading()"
        [words]="refusal.words"
        [reference]="refusal.reference"
        [again]="refusal.status !== 404"
        (retry)="again()"
      />
    } @else if (!of().hasValue()) {
      <lectern-loading-state [words]="words()" />
    }
  `,
})
export class Fetched {
  readonly of = input.required<Resource<unknown> & { reload(): boolean }>();
  readonly heading = input('This could not be shown');
  readonly words = input('Fetching…');
  protected readonly refusal = computed(() => {
    const error = this.of().error();
    return error ? refusalOf(error.cause ?? error) : null;
  });

  protected again(): void {
    this.of().reload();
  }
}
