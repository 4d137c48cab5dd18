import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon, type IconName, type Scheme, SchemeChoice as Chosen } from '@lectern/ui';

const OPTIONS: readonly { readonly scheme: Scheme; readonly words: string; readonly icon: IconName }[] = [
  { scheme: 'system', words: 'As my device', icon: 'system' },
  { scheme: 'light', words: 'Light', icon: 'light' },
  { scheme: 'dark', words: 'Dark', icon: 'dark' },
];

/** Light, dark, or as the device has it. */
@Component({
  selector: 'app-scheme-choice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend class="spoken">Colours</legend>
      @for (option of options; track option.scheme) {
        <label [class.chosen]="chosen.scheme() === option.scheme">
          <input
            type="radio"
            name="scheme"
            class="spoken"
            [checked]="chosen.scheme() === option.scheme"
            (change)="chosen.choose(option.scheme)"
          />
          <lectern-icon [name]="option.icon" />{{ option.words }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem;
      margin: 0;
      padding: 0;
      border: 0;
    }
    label {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
      min-height: 2.25rem;
      padding: 0.25rem 0.75rem;
      border: 1px solid transparent;
      border-radius: var(--radius);
      cursor: pointer;
    }
    .chosen {
      border-color: var(--rule);
      background: var(--sheet);
      color: var(--text);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
  `,
})
export class SchemeChoice {
  protected readonly chosen = inject(Chosen);
  protected readonly options = OPTIONS;
}
