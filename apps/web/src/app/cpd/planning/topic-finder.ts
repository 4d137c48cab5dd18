import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import type { Qualification } from '@lectern/cpd';
import type { TopicQuestion } from './topic-list.rules';

/** The row of boxes above topics: words, qualification and, for those who see demand, what to show and in which order. */
@Component({
  selector: 'app-topic-finder',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="finder no-print" role="search" (submit)="$event.preventDefault()">
      <div>
        <label for="text">Find</label>
        <input
          #text
          id="text"
          class="box"
          type="search"
          placeholder="Title, code or content"
          (input)="narrow({ text: text.value })"
        />
      </div>
      <div>
        <label for="qualification">Qualification</label>
        <select #qualification id="qualification" class="box" (change)="narrowTo(qualification.value)">
          <option value="">GCSE and A level</option>
          <option value="gcse">GCSE</option>
          <option value="a-level">A level</option>
        </select>
      </div>
      @if (shows().length > 0) {
        <div>
          <label for="show">Show</label>
          <select #shown id="show" class="box" (change)="show(shown.value)">
            @for (option of shows(); track option.show) {
              <option [value]="option.show" [selected]="option.show === question().show">
                {{ option.words }}
              </option>
            }
          </select>
        </div>
        <div>
          <label for="order">Order</label>
          <select #order id="order" class="box" (change)="sort(order.value)">
            @for (option of orders; track option.order) {
              <option [value]="option.order" [selected]="option.order === question().order">
                {{ option.words }}
              </option>
            }
          </select>
        </div>
      }
      <ng-content />
    </form>
  `,
})
export class TopicFinder {
  readonly question = model.required<TopicQuestion>();
  /** What can be shown; nothing for those who see no demand. */
  readonly shows = input<readonly { readonly show: TopicQuestion['show']; readonly words: string }[]>([]);
  protected readonly orders: readonly { readonly order: TopicQuestion['order']; readonly words: string }[] = [
    { order: 'name', words: 'By name' },
    { order: 'demand', words: 'Most wanted first' },
  ];

  protected narrow(change: Partial<TopicQuestion>): void {
    this.question.update((question) => ({ ...question, ...change }));
  }

  protected narrowTo(qualification: string): void {
    this.narrow({ qualification: qualification as Qualification | '' });
  }

  protected show(show: string): void {
    this.narrow({ show: show as TopicQuestion['show'] });
  }

  protected sort(order: string): void {
    this.narrow({ order: order as TopicQuestion['order'] });
  }
}
