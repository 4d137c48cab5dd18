import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Programme, SPEAKER_KIND_NAMES } from '@lectern/conferences';
import { Icon } from '@lectern/ui';
import type { PartQuestion } from './part-dialog';
import { slotTime } from './programme-rows.rules';

type Opened = Pick<PartQuestion, 'kind' | 'part'>;

/** What a programme is made of: rooms, times, speakers and strands, each to be opened, and one more to be added. */
@Component({
  selector: 'app-programme-parts',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="lists">
      @for (list of lists(); track list.kind) {
        <section [attr.aria-labelledby]="'parts-' + list.kind">
          <h2 [id]="'parts-' + list.kind">{{ list.heading }}</h2>
          @if (list.parts.length === 0) {
            <p class="soft">{{ list.none }}</p>
          }
          <ul class="plain-list">
            @for (item of list.parts; track item.part.id) {
              <li>
                @if (mayChange()) {
                  <button type="button" class="open" (click)="open.emit(opened(list.kind, item.part))">
                    {{ item.part.name }}<span class="spoken">, change</span>
                  </button>
                } @else {
                  {{ item.part.name }}
                }
                <span class="soft small">{{ item.note }}</span>
              </li>
            }
          </ul>
          @if (mayChange()) {
            <div class="actions">
              <button matButton="outlined" type="button" (click)="open.emit(opened(list.kind, null))">
                <lectern-icon name="add" /> {{ list.add }}
              </button>
            </div>
          }
        </section>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .lists {
      display: grid;
      gap: 2rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      align-items: start;
    }
    h2 {
      font-size: 1.25rem;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      align-items: baseline;
      justify-content: space-between;
      padding-block: 0.25rem;
      border-bottom: 1px solid var(--hairline);
    }
    .open {
      min-height: 2rem;
      padding: 0;
      border: 0;
      background: none;
      color: var(--ink);
      font: inherit;
      text-align: start;
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 0.18em;
      cursor: pointer;
    }
    .actions {
      margin-top: 0.75rem;
    }
  `,
})
export class ProgrammeParts {
  readonly programme = input.required<Programme>();
  readonly mayChange = input(true);
  readonly open = output<Opened>();

  protected readonly lists = computed(() => {
    const { rooms, slots, speakers, strands } = this.programme();
    return [
      {
        kind: 'rooms' as const,
        heading: 'Rooms',
        add: 'Add a room',
        none: 'No room yet.',
        parts: rooms.map((part) => ({ part, note: `${part.capacity} people` })),
      },
      {
        kind: 'slots' as const,
        heading: 'Times',
        add: 'Add a time',
        none: 'No time yet.',
        parts: slots.map((part) => ({ part, note: slotTime(part) })),
      },
      {
        kind: 'speakers' as const,
        heading: 'Speakers',
        add: 'Add a speaker',
        none: 'No speaker yet.',
        parts: speakers.map((part) => ({
          part,
          note: part.affiliation ?? SPEAKER_KIND_NAMES[part.kind],
        })),
      },
      {
        kind: 'strands' as const,
        heading: 'Strands',
        add: 'Add a strand',
        none: 'Themes that run through several sessions. You can do without.',
        parts: strands.map((part) => ({ part, note: '' })),
      },
    ];
  });

  protected opened(kind: PartQuestion['kind'], part: unknown): Opened {
    // Each list holds parts of its own kind.
    return { kind, part } as Opened;
  }
}
