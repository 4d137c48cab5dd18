import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { LetterView } from './letter-view';
import { MailsApi } from './mails-api';

/** One kind of letter with its invented example. */
@Component({
  selector: 'app-letter-page',
  imports: [Fetched, LetterView, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <app-fetched [of]="preview" heading="This letter could not be shown" />
      @if (preview.hasValue()) {
        <lectern-page-header
          [heading]="preview.value().title"
          [lede]="'An example. Its subject: ' + preview.value().letter.subject"
          backTo="/mail/letters"
          backWords="Letters that Lectern writes"
        />
        <h2 class="spoken">The example</h2>
        <app-letter-view [letter]="preview.value().letter" [pageAddress]="pageAddress()" />
      }
    </div>
  `,
})
export class LetterPage {
  /** From the address; without one there is no such letter. */
  readonly kind = input('');
  private readonly api = inject(MailsApi);
  protected readonly preview = resource({
    params: () => this.kind() || 'none',
    loader: ({ params }) => this.api.preview(params),
  });
  protected readonly pageAddress = computed(() => this.api.previewAddress(this.kind()));
}
