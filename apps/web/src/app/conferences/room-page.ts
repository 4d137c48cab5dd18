import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState, Icon, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { conferenceWhen } from './conference-words';
import { programmeRead } from './programme-read';
import { programmeRows } from './programme-rows.rules';

/** What happens in one room, large enough for its door; or every room, a sheet each. */
@Component({
  selector: 'app-room-page',
  imports: [EmptyState, Fetched, Icon, MatButton, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <app-fetched [of]="read" heading="The room could not be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          [heading]="shown.rooms.length === 1 ? (shown.rooms[0]?.name ?? '') : 'All rooms'"
          [part]="shown.title"
          [lede]="shown.title + ', ' + shown.when"
          [backTo]="'/conferences/' + slug() + '/programme'"
          backWords="The programme"
        >
          <button matButton="filled" type="button" (click)="print()">
            <lectern-icon name="print" />
            {{ shown.rooms.length === 1 ? 'Print for the door' : 'Print all sheets' }}
          </button>
        </lectern-page-header>
        @for (room of shown.rooms; track room.id) {
          <section class="door" [attr.aria-label]="room.name">
            @if (shown.rooms.length > 1) {
              <p class="print-only where">{{ shown.title }}, {{ shown.when }}</p>
              <h2>{{ room.name }}</h2>
            }
            <ol class="plain-list">
              @for (row of room.rows; track row.slot.id) {
                @if (row.day) {
                  <li class="day">{{ row.day }}</li>
                }
                @for (item of row.sessions; track item.session.id) {
                  <li class="line">
                    <span class="time figures">{{ row.time }}</span>
                    <span class="what"
                      ><strong>{{ item.title }}</strong>
                      @if (item.speakers.length > 0) {
                        <span class="with">{{ item.speakers.join('; ') }}</span>
                      }
                    </span>
                  </li>
                }
              }
            </ol>
            @if (room.rows.length === 0) {
              <p class="soft">Nothing happens here.</p>
            }
            <p class="soft holds">This room holds {{ room.capacity }} people.</p>
          </section>
        } @empty {
          <lectern-empty-state
            heading="There is no such room"
            words="The programme may have changed. Go back to it and choose a room."
          />
        }
      }
    </div>
  `,
  styles: `
    .door {
      margin-bottom: 2.5rem;
    }
    .line {
      display: grid;
      grid-template-columns: 14rem 1fr;
      gap: 0 1.5rem;
      padding-block: 0.875rem;
      border-top: 1px solid var(--hairline);
      font-size: 1.375rem;
      line-height: 1.3;
    }
    .day {
      margin-top: 1rem;
      font-size: 1.25rem;
      font-weight: 650;
    }
    .with {
      display: block;
      color: var(--text-soft);
      font-size: 1.0625rem;
    }
    .holds {
      margin-top: 1rem;
    }
    @media screen and (max-width: 40rem) {
      .line {
        grid-template-columns: 1fr;
      }
    }
    @media print {
      .door + .door {
        break-before: page;
      }
      .door + .door .where {
        display: block;
      }
      .where {
        display: none;
        max-width: none;
      }
      h2 {
        font-size: 28pt;
      }
      .line {
        grid-template-columns: 52mm 1fr;
        padding-block: 4mm;
        font-size: 20pt;
        break-inside: avoid;
      }
      .with {
        font-size: 14pt;
      }
    }
  `,
})
export class RoomPage {
  readonly slug = input.required<string>();
  /** A room's id, or `all`. */
  readonly roomId = input.required<string>();
  protected readonly read = programmeRead(this.slug);
  protected readonly shown = computed(() => {
    if (!this.read.hasValue()) return null;
    const { conference, programme } = this.read.value();
    const wanted = this.roomId();
    return {
      title: conference.title,
      when: conferenceWhen(conference),
      rooms: programme.rooms
        .filter(({ id }) => wanted === 'all' || id === wanted)
        .map((room) => ({ ...room, rows: programmeRows(programme, room.id) })),
    };
  });

  protected print(): void {
    print();
  }
}
