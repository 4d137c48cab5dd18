import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** Narrows a list of the CPD to one topic. */
@Component({
  selector: 'app-topic-select',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label for="topic">Topic</label>
    <select #topic id="topic" class="box" (change)="chosen.emit(topic.value)">
      <option value="">All topics</option>
      @for (one of topics(); track one.id) {
        <option [value]="one.id">{{ one.title }}</option>
      }
    </select>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class TopicSelect {
  readonly topics = input.required<readonly { readonly id: string; readonly title: string }[]>();
  /** The id of the topic; empty for all of them. */
  readonly chosen = output<string>();
}
