import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, London } from '@lectern/ui';
import { MatButton } from '@angular/material/button';
import { ConferenceInView } from './conference-in-view';
import { ALLOCATION_WORDS, conferenceWhen, supervisionWords, yearGroupWords } from './conference-words';
import { ConferencesApi } from './conferences-api';
import { STATE_MEANINGS } from './transition-words';

/** A conference at a glance: where it stands, and what its public page says. */
@Component({
  selector: 'app-overview-tab',
  imports: [Icon, London, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (shown(); as shown) {
      @let conference = shown.conference;
      @if (conference.status === 'cancelled') {
        <div class="callout tone-stop">
          <h2>Cancelled</h2>
          <p>{{ conference.cancellationReason }}</p>
        </div>
      } @else {
        <p class="callout" [class.tone-go]="conference.status === 'live'">{{ shown.meaning }}</p>
      }
      <div class="columns">
        <section aria-labelledby="dates">
          <h2 id="dates">Dates</h2>
          <dl class="facts">
            <dt>The day</dt>
            <dd>{{ shown.when }}</dd>
            <dt>Registration opens</dt>
            <dd>{{ conference.registrationOpensAt | london }}</dd>
            <dt>Registration closes</dt>
            <dd>{{ conference.registrationClosesAt | london }}</dd>
            <dt>Final numbers</dt>
            <dd>{{ conference.finalNumbersAt | london }}</dd>
          </dl>
        </section>
        <section aria-labelledby="who">
          <h2 id="who">Who and where</h2>
          <dl class="facts">
            <dt>Place</dt>
            <dd>{{ shown.where }}</dd>
            <dt>For</dt>
            <dd>{{ shown.years }}</dd>
            <dt>Places</dt>
            <dd>{{ conference.pupilPlaces }} pupils, {{ conference.placesLeft }} places left</dd>
            <dt>From one school</dt>
            <dd>{{ conference.schoolCap ? conference.schoolCap + ' pupils at most' : 'No limit' }}</dd>
            <dt>Adults</dt>
            <dd>{{ shown.adults }}</dd>
            <dt>Places are given</dt>
            <dd>{{ shown.allocation }}</dd>
          </dl>
        </section>
      </div>
      <section class="section" aria-labelledby="public">
        <h2 id="public">What schools read</h2>
        <p class="summary">{{ conference.summary }}</p>
        @if (conference.status !== 'draft') {
          <p><a [routerLink]="['/conferences', conference.slug]">See the public page</a></p>
          <div class="actions no-print">
            <a matButton="outlined" [href]="shown.poster" download
              ><lectern-icon name="download" /> Poster to print (A4 PDF)</a
            >
            <a matButton="outlined" [href]="shown.code" download
              ><lectern-icon name="download" /> QR code of the page (SVG)</a
            >
          </div>
        } @else {
          <p><a [routerLink]="['/conferences', conference.slug]">See how the page will look</a></p>
        }
      </section>
    }
  `,
  styles: `
    .summary {
      white-space: pre-line;
    }
  `,
})
export class OverviewTab {
  private readonly view = inject(ConferenceInView);
  private readonly api = inject(ConferencesApi);
  protected readonly shown = computed(() => {
    const conference = this.view.conference();
    return (
      conference && {
        conference,
        when: conferenceWhen(conference),
        where: `${conference.venue.name}\n${conference.venue.address}`,
        years: yearGroupWords(conference.yearGroups),
        adults: supervisionWords(conference),
        allocation: ALLOCATION_WORDS[conference.allocation].name,
        poster: this.api.posterAddress(conference),
        code: this.api.codeAddress(conference),
        meaning: STATE_MEANINGS[conference.status],
      }
    );
  });
}
