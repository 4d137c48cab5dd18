import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { RosterEntry } from '@lectern/check-in';
import { londonClock } from '@lectern/core';
import { People } from '../roster/people';

/** One person in a list: name, school, and where they are in words. */
@Component({
  selector: 'lectern-person-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="what">
      <strong>{{ entry().displayName }}</strong>
      <small>{{ detail() }}</small>
    </span>
    <span
      class="state"
      [class.state--here]="state().tone === 'here'"
      [class.state--stop]="state().tone === 'stop'"
      >{{ word() }}</span
    >
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      gap: 0.75rem;
      align-items: center;
      min-width: 0;
    }
  `,
})
export class PersonLine {
  private readonly people = inject(People);

  readonly entry = input.required<RosterEntry>();
  /** Whether the school is named; a list of one school need not repeat it. */
  readonly withSchool = input(true);

  protected readonly state = computed(() => this.people.stateOf(this.entry()));
  protected readonly word = computed(() => {
    const { word, since } = this.state();
    return since ? `${word}, ${londonClock(since)}` : word;
  });
  protected readonly detail = computed(() => {
    const { school, kind } = this.entry();
    const what = kind === 'adult' ? 'Adult' : '';
    return [this.withSchool() ? school : '', what].filter(Boolean).join(', ');
  });
}
