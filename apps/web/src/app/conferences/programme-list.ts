import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Programme } from '@lectern/conferences';
import { programmeRows } from './programme-rows.rules';

/** A programme to read, slot by slot: what happens, where, by whom. */
@Component({
  selector: 'app-programme-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (row of rows(); track row.slot.id) {
      @if (row.day) {
        <h3 class="day">{{ row.day }}</h3>
      }
      <section class="slot">
        <h3>
          <span class="time figures">{{ row.time }}</span> <span>{{ row.slot.name }}</span>
        </h3>
        @if (row.sessions.length > 0) {
          <ul class="plain-list">
            @for (item of row.sessions; track item.session.id) {
              <li>
                <p class="title">
                  <strong>{{ item.title }}</strong>
                  @if (item.room) {
                    <span class="room">{{ item.room }}</span>
                  }
                </p>
                @if (item.summary) {
                  <p class="summary">{{ item.summary }}</p>
                }
                @if (item.speakers.length > 0) {
                  <p class="soft small">With {{ item.speakers.join('; ') }}</p>
                }
                @if (item.strand || item.years) {
                  <p class="soft small">
                    {{ item.strand }}{{ item.strand && item.years ? ', ' : '' }}
                    {{ item.years ? 'for ' + item.years.toLowerCase() : '' }}
                  </p>
                }
              </li>
            }
          </ul>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .slot {
      display: grid;
      grid-template-columns: 13rem 1fr;
      gap: 0.5rem 1.5rem;
      padding-block: 1rem;
      border-top: 1px solid var(--hairline);
    }
    li {
      break-inside: avoid;
    }
    h3 {
      margin: 0;
      font-size: 1.0625rem;
    }
    .day {
      margin-block: 1.5rem 0.75rem;
      font-size: 1.25rem;
    }
    .time {
      display: block;
      color: var(--text-soft);
      font-weight: 400;
    }
    li + li {
      margin-top: 1rem;
    }
    p {
      margin: 0;
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      justify-content: space-between;
    }
    .room {
      color: var(--text-soft);
    }
    .summary {
      white-space: pre-line;
    }
    @media screen and (max-width: 40rem) {
      .slot {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class ProgrammeList {
  readonly programme = input.required<Programme>();
  protected readonly rows = computed(() => programmeRows(this.programme()));
}
