import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MISSING_OUTCOME_WORDS } from '@lectern/check-in';
import { figure, londonClock } from '@lectern/core';
import { refusalOf } from '../platform/refusal';
import { MissingWatch } from './missing-watch';
import { missingFor, procedureOf } from './missing.rules';

/** Pupils who are being looked for, above everything else; nothing at all while nobody is. */
@Component({
  selector: 'app-missing-panel',
  imports: [RouterLink],
  providers: [MissingWatch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="spoken" role="alert">{{ alarm() }}</p>
    @for (row of open(); track row.id) {
      <section class="missing" [attr.aria-label]="row.name + ' is missing'">
        <p class="name">
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.5l7 12.5H1z" /></svg>
          {{ row.name }} is missing
        </p>
        <p>{{ row.school }}. Last seen: {{ row.lastSeen }}</p>
        <p>
          <strong class="figures">Looked for since {{ row.since }}: {{ row.elapsed }}.</strong>
          @if (row.next) {
            Next: {{ row.next }}.
          }
        </p>
        <a [routerLink]="['/staff/conferences', conferenceId(), 'missing', row.id]">Open the record</a>
      </section>
    }
    @if (failed(); as words) {
      <p class="callout tone-wait">Whether anybody is missing could not be fetched. {{ words }}</p>
    }
    @if (closed().length > 0) {
      <details>
        <summary>{{ closedWords() }}</summary>
        <ul class="plain-list">
          @for (row of closed(); track row.id) {
            <li>
              <a [routerLink]="['/staff/conferences', conferenceId(), 'missing', row.id]">{{ row.name }}</a>
              <span class="soft">, {{ row.school }}. {{ row.ended }}</span>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    .missing {
      margin-bottom: 1rem;
      padding: 1rem 1.25rem;
      border-radius: var(--radius);
      background: var(--stop);
      color: var(--mat-sys-on-error);
    }
    .missing p {
      margin-bottom: 0.25rem;
    }
    .missing .name {
      font-size: 1.5rem;
      font-weight: 650;
      line-height: 1.25;
    }
    .missing svg {
      width: 0.9em;
      height: 0.9em;
      fill: currentColor;
    }
    .missing a {
      display: inline-block;
      padding-block: 0.5rem;
      color: inherit;
      font-weight: 650;
    }
    @media print {
      .missing {
        border: 2px solid var(--stop);
        background: none;
        color: var(--stop);
      }
      .missing a,
      details {
        display: none;
      }
    }
    details {
      margin-bottom: 1.5rem;
    }
    summary {
      min-height: 2rem;
      cursor: pointer;
    }
    li {
      padding-block: 0.25rem;
    }
  `,
})
export class MissingPanel {
  readonly conferenceId = input.required<string>();
  private readonly watch = inject(MissingWatch);
  private readonly records = computed(() =>
    this.watch.records.hasValue() ? this.watch.records.value() : [],
  );
  protected readonly failed = computed(() => {
    const error = this.watch.records.error();
    return error ? refusalOf(error.cause ?? error).words : null;
  });
  protected readonly open = computed(() =>
    this.records()
      .filter(({ closedAt }) => closedAt === null)
      .map((record) => ({
        id: record.id,
        name: record.displayName,
        school: record.school,
        lastSeen: record.lastSeen,
        since: londonClock(record.openedAt),
        elapsed: missingFor(record, this.watch.now()),
        next:
          procedureOf(record, this.watch.procedure(), this.watch.now()).find(({ done }) => done === null)
            ?.step.title ?? null,
      })),
  );
  /** Read out once for each pupil: the minutes beside the name change all the time. */
  protected readonly alarm = computed(() =>
    this.open()
      .map(({ name }) => `${name} is missing.`)
      .join(' '),
  );
  protected readonly closed = computed(() =>
    this.records()
      .filter(({ closedAt }) => closedAt !== null)
      .map((record) => ({
        id: record.id,
        name: record.displayName,
        school: record.school,
        ended: `${record.outcome ? MISSING_OUTCOME_WORDS[record.outcome] : 'Closed'} after ${missingFor(record, 0)}.`,
      })),
  );
  protected readonly closedWords = computed(() =>
    figure(this.closed().length, 'closed record of a missing pupil', 'closed records of missing pupils'),
  );

  constructor() {
    effect(() => this.watch.conferenceId.set(this.conferenceId()));
  }
}
