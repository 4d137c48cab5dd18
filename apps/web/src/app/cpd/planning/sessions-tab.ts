import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CPD_SESSION_STATUS_NAMES, CPD_SESSION_STATUSES } from '@lectern/cpd';
import { figure } from '@lectern/core';
import { EmptyState, StatusMark } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { narrowSessions } from './plan-board.rules';
import { PlanningApi } from './planning-api';
import { placeWords, sessionMark, sessionWhen } from './planning-words.rules';
import { ProgrammeInView } from './programme-in-view';
import { ProgrammePicker } from './programme-picker';

const EVERYTHING = { text: '', status: '', halfTerm: '' };

/** Every session of a programme, narrowed by words, state and half-term while one types. */
@Component({
  selector: 'app-sessions-tab',
  imports: [EmptyState, Fetched, ProgrammePicker, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-programme-picker />
    @if (view.programme()) {
      <form class="finder no-print" role="search" (submit)="$event.preventDefault()">
        <div>
          <label for="text">Find</label>
          <input
            #text
            id="text"
            class="box"
            type="search"
            placeholder="Title, topic or place"
            (input)="narrow({ text: text.value })"
          />
        </div>
        <div>
          <label for="status">State</label>
          <select #status id="status" class="box" (change)="narrow({ status: status.value })">
            <option value="">All states</option>
            @for (option of statuses; track option.status) {
              <option [value]="option.status">{{ option.name }}</option>
            }
          </select>
        </div>
        <div>
          <label for="halfTerm">Half-term</label>
          <select #halfTerm id="halfTerm" class="box" (change)="narrow({ halfTerm: halfTerm.value })">
            <option value="">The whole year</option>
            @for (half of halfTerms(); track half.halfTerm) {
              <option [value]="half.halfTerm">{{ half.name }}</option>
            }
          </select>
        </div>
      </form>
      <app-fetched [of]="year" heading="The sessions could not be shown" />
      @if (year.hasValue()) {
        <p class="soft" role="status">{{ news() }}</p>
        @if (rows().length === 0) {
          <lectern-empty-state
            [heading]="isEmpty() ? 'No session is planned yet' : 'No session fits'"
            [words]="
              isEmpty()
                ? 'Plan the first one: it is a draft until you open it for booking.'
                : 'Try fewer words, or all states and the whole year.'
            "
          />
        } @else {
          <div class="table-frame">
            <table class="table table--cards" role="table">
              <caption class="spoken">
                Sessions
              </caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Session</th>
                  <th scope="col" role="columnheader">When</th>
                  <th scope="col" role="columnheader">Where</th>
                  <th scope="col" role="columnheader" class="number">Places given</th>
                  <th scope="col" role="columnheader">Presenters</th>
                  <th scope="col" role="columnheader">State</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of rows(); track row.id) {
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      <a [routerLink]="['/staff/cpd/sessions', row.id]">{{ row.title }}</a>
                      <span class="soft topic">{{ row.topic }}</span>
                    </th>
                    <td role="cell" data-label="When">{{ row.when }}</td>
                    <td role="cell" data-label="Where">{{ row.where }}</td>
                    <td role="cell" data-label="Places given" class="number">{{ row.places }}</td>
                    <td role="cell" data-label="Presenters">
                      @if (row.lacks > 0) {
                        <lectern-status-mark tone="needs" [words]="'Lacks ' + row.lacks" />
                      } @else {
                        {{ row.presenters }}
                      }
                    </td>
                    <td role="cell" data-label="State">
                      <lectern-status-mark [tone]="row.mark.tone" [words]="row.mark.words" />
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    }
  `,
  styles: `
    .topic {
      display: block;
      font-weight: 400;
    }
  `,
})
export class SessionsTab {
  private readonly api = inject(PlanningApi);
  protected readonly view = inject(ProgrammeInView);
  protected readonly question = signal(EVERYTHING);
  protected readonly statuses = CPD_SESSION_STATUSES.map((status) => ({
    status,
    name: CPD_SESSION_STATUS_NAMES[status],
  }));
  protected readonly year = resource({
    params: () => this.view.programme()?.id,
    loader: async ({ params: id }) => {
      const [plan, sessions] = await Promise.all([this.api.plan(id), this.api.sessions(id)]);
      return { plan, sessions };
    },
  });
  protected readonly halfTerms = computed(() =>
    this.year.hasValue() ? this.year.value().plan.halfTerms : [],
  );
  protected readonly isEmpty = computed(
    () => this.year.hasValue() && this.year.value().sessions.length === 0,
  );
  protected readonly rows = computed(() => {
    if (!this.year.hasValue()) return [];
    const { plan, sessions } = this.year.value();
    const lacking = new Map(
      [...plan.halfTerms, plan.outside].flatMap(({ unstaffed }) =>
        unstaffed.map(({ id, lacks }) => [id, lacks]),
      ),
    );
    return narrowSessions(sessions, plan, this.question()).map((session) => ({
      id: session.id,
      title: session.title,
      topic: session.topicTitle,
      when: sessionWhen(session),
      where: placeWords(session.place),
      places: `${session.teacherPlaces - session.placesLeft} of ${session.teacherPlaces}`,
      presenters: session.presenters.map(({ name }) => name).join(', ') || '–',
      lacks: lacking.get(session.id) ?? 0,
      mark: sessionMark(session.status),
    }));
  });
  protected readonly news = computed(() => figure(this.rows().length, 'session'));

  protected narrow(change: Partial<typeof EVERYTHING>): void {
    this.question.update((question) => ({ ...question, ...change }));
  }
}
