import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ClosedSchool, GroupLeftBehind, NamedSchool } from '@lectern/registrations';
import type { School } from '@lectern/schools';
import { EmptyState, ErrorSummary, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { SchoolPicker } from '../schools/school-picker';
import { AskFirst } from '../platform/ask-first';
import { figure } from './counts';
import { SuccessionApi } from './succession-api';

const whatOf = ({ accounts, groups }: Pick<ClosedSchool, 'accounts' | 'groups'>): string =>
  [
    ...(accounts > 0 ? [accounts === 1 ? 'one person' : `${accounts} people`] : []),
    ...(groups > 0 ? [figure(groups, 'group')] : []),
  ].join(' and ') || 'nothing';

/** Schools that have closed and still have people or groups to come; one decision moves all of it. */
@Component({
  selector: 'app-closed-schools-tab',
  imports: [
    EmptyState,
    ErrorSummary,
    Fetched,
    MatButton,
    ReactiveFormsModule,
    RouterLink,
    SchoolPicker,
    StatusMark,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>Closed schools with people or groups</h2>
    <p role="status" class="news">{{ news() }}</p>
    @if (leftBehind().length > 0) {
      <div class="callout tone-wait">
        <p>The school that took its place has a group of its own for these conferences, so these stayed:</p>
        <ul>
          @for (group of leftBehind(); track group.groupId) {
            <li>
              <a [routerLink]="['/groups', group.groupId]">{{ group.conferenceTitle }}</a>
            </li>
          }
        </ul>
      </div>
    }
    <lectern-error-summary [errors]="sending.errors()" />
    <app-fetched [of]="schools" heading="The closed schools could not be shown" />
    @if (schools.hasValue()) {
      @if (rows().length === 0) {
        <lectern-empty-state
          heading="No closed school has people or groups"
          words="When the yearly list of schools says that one has closed, it appears here until you have moved what belongs to it."
        />
      } @else {
        <ul class="plain-list stack">
          @for (row of rows(); track row.school.urn) {
            <li class="sheet">
              <h3>{{ row.school.name }}, {{ row.school.town }}</h3>
              <p>
                <lectern-status-mark
                  tone="past"
                  [words]="row.successor ? 'Closed, now ' + row.successor.name : 'Closed'"
                />
              </p>
              <p>It still has {{ row.what }}. School number {{ row.school.urn }}.</p>
              @if (row.successor; as successor) {
                <button matButton="outlined" type="button" (click)="move(row, successor)">
                  Move to {{ successor.name }}
                </button>
              } @else {
                <app-school-picker
                  [name]="'successor-' + row.school.urn"
                  label="Which school took its place?"
                  hint="The register does not say. Type part of the name, the town, the postcode or the school number."
                  [formControl]="row.chosen"
                />
                <button matButton="outlined" type="button" (click)="moveToChosen(row, row.chosen.value)">
                  Move to this school
                </button>
              }
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    h3 {
      margin-block: 0 0.25rem;
    }
    .news:empty {
      margin: 0;
    }
  `,
})
export class ClosedSchoolsTab {
  private readonly api = inject(SuccessionApi);
  private readonly askFirst = inject(AskFirst);
  protected readonly sending = new Sending();
  protected readonly news = signal('');
  protected readonly leftBehind = signal<readonly GroupLeftBehind[]>([]);
  protected readonly schools = resource({ loader: () => this.api.list() });
  protected readonly rows = computed(() =>
    (this.schools.hasValue() ? this.schools.value().items : []).map((closed) => ({
      ...closed,
      what: whatOf(closed),
      chosen: new FormControl<School | null>(null),
    })),
  );

  protected async moveToChosen(closed: ClosedSchool, chosen: School | null): Promise<void> {
    if (chosen) return this.move(closed, chosen);
    const message = `Choose the school that took the place of ${closed.school.name} from the list.`;
    this.sending.refuse([{ field: `successor-${closed.school.urn}`, code: 'missing', message }]);
  }

  protected async move(closed: ClosedSchool, successor: NamedSchool): Promise<void> {
    const sure = await this.askFirst.ask({
      heading: `Move everything to ${successor.name}?`,
      words: `${whatOf(closed)} of ${closed.school.name} will belong to ${successor.name}. Its people get a letter. Past groups keep their old name. This cannot be undone in one step.`,
      yes: `Move to ${successor.name}`,
      no: 'Leave it as it is',
    });
    if (!sure) return;
    const done = await this.sending.send(() => this.api.succeed(closed.school.urn, successor.urn));
    if (!done) return;
    this.news.set(`Moved ${whatOf(done)} to ${successor.name}.`);
    this.leftBehind.set(done.leftBehind);
    this.schools.reload();
  }
}
