import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState, Icon, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { conferenceWhen } from './conference-words';
import { ProgrammeList } from './programme-list';
import { programmeRead } from './programme-read';

/** The programme of a conference on a page of its own, for reading and for print. */
@Component({
  selector: 'app-programme-page',
  imports: [EmptyState, Fetched, Icon, MatButton, PageHeader, ProgrammeList, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <app-fetched [of]="read" heading="The programme could not be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          [heading]="shown.conference.title"
          part="Programme"
          [lede]="shown.when"
          [backTo]="'/conferences/' + slug()"
          backWords="The conference"
        >
          <button matButton="filled" type="button" (click)="print()">
            <lectern-icon name="print" /> Print the programme
          </button>
        </lectern-page-header>
        <p class="soft">{{ shown.conference.venue.name }}</p>
        @if (shown.programme.slots.length === 0) {
          <lectern-empty-state
            heading="There is no programme yet"
            words="It appears here as soon as the university publishes it."
          />
        } @else {
          <h2>Programme</h2>
          <app-programme-list [programme]="shown.programme" />
          @if (shown.programme.rooms.length > 0) {
            <section class="section no-print" aria-labelledby="doors">
              <h2 id="doors">For the doors</h2>
              <p>A sheet for each room says what happens there and when.</p>
              <ul class="plain-list rooms">
                @for (room of shown.programme.rooms; track room.id) {
                  <li>
                    <a [routerLink]="['/conferences', slug(), 'programme', 'rooms', room.id]">{{
                      room.name
                    }}</a>
                  </li>
                }
                <li>
                  <a [routerLink]="['/conferences', slug(), 'programme', 'rooms', 'all']"
                    >All rooms, a sheet each</a
                  >
                </li>
              </ul>
            </section>
          }
        }
      }
    </div>
  `,
  styles: `
    .rooms {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
    }
  `,
})
export class ProgrammePage {
  readonly slug = input.required<string>();
  protected readonly read = programmeRead(this.slug);
  protected readonly shown = computed(() => {
    if (!this.read.hasValue()) return null;
    const { conference, programme } = this.read.value();
    return { conference, programme, when: conferenceWhen(conference) };
  });

  protected print(): void {
    print();
  }
}
