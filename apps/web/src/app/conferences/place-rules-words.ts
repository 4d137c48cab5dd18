import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { AllocationApi } from './allocation-api';

/** The published rules by which places are given, in words; a page is whole without them while they come. */
@Component({
  selector: 'app-place-rules-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (shown(); as shown) {
      <details>
        <summary>{{ shown.summary }}</summary>
        <p>{{ shown.first }}</p>
        @if (shown.items.length > 0) {
          <ul>
            @for (item of shown.items; track item) {
              <li>{{ item }}</li>
            }
          </ul>
        }
        @if (shown.last; as last) {
          <p>{{ last }}</p>
        }
        <p>{{ shown.offers }}</p>
      </details>
    }
  `,
  styles: `
    details {
      margin-block-start: 0.5rem;
    }
    ul {
      padding-inline-start: 1.25rem;
    }
    p {
      margin-block: 0.5rem;
    }
  `,
})
export class PlaceRulesWords {
  readonly slug = input.required<string>();
  private readonly api = inject(AllocationApi);
  private readonly rules = resource({
    params: () => this.slug(),
    loader: ({ params }) => this.api.rules(params),
  });
  protected readonly shown = computed(() => {
    if (!this.rules.hasValue()) return null;
    const { allocation, offerHours, words } = this.rules.value();
    const isFair = allocation === 'fair';
    return {
      summary: isFair ? 'How places are shared out' : 'How the waiting list works',
      first: words[0] ?? '',
      items: words.slice(1, -1),
      last: words.length > 1 ? words.at(-1) : '',
      offers: `A place that comes free later is offered to the next school on the waiting list by mail, and held for ${offerHours} hours.`,
    };
  });
}
