import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { figure } from '@lectern/core';
import type { PresenterOffer } from '@lectern/cpd';
import { EmptyState, ErrorSummary, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { PageByPage } from '../../platform/page-by-page';
import { SaidOnce } from '../../platform/said-once';
import { OfferList } from './offer-list';
import { ALL_OFFERS, OffersApi, type OffersQuestion } from './offers-api';

interface Choice {
  readonly key: string;
  readonly name: string;
  readonly question: OffersQuestion;
  readonly empty: string;
}

const CHOICES: readonly Choice[] = [
  {
    key: 'offered',
    name: 'To decide',
    question: { ...ALL_OFFERS, status: 'offered', when: 'to-come' },
    empty: 'No offer waits for a decision',
  },
  {
    key: 'changes-requested',
    name: 'Changes asked for',
    question: { ...ALL_OFFERS, status: 'changes-requested', when: 'to-come' },
    empty: 'No team is changing its offer',
  },
  {
    key: 'standby',
    name: 'On standby',
    question: { ...ALL_OFFERS, status: 'standby', when: 'to-come' },
    empty: 'No team is on standby',
  },
  {
    key: 'approved',
    name: 'Approved, to come',
    question: { ...ALL_OFFERS, status: 'approved', when: 'to-come' },
    empty: 'No approved offer is still to come',
  },
  {
    key: 'past',
    name: 'Sessions that are over',
    question: { ...ALL_OFFERS, when: 'past' },
    empty: 'No session with offers is over yet',
  },
  { key: 'all', name: 'All offers', question: ALL_OFFERS, empty: 'No trainee has offered yet' },
];

/** The mentor desk: offers that wait for a decision, oldest first, and every other offer. */
@Component({
  selector: 'app-mentor-page',
  imports: [EmptyState, ErrorSummary, Fetched, MatButton, OfferList, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="Mentor desk" lede="Offers of trainees, the longest waiting first.">
        <a matButton="outlined" routerLink="/mentor/suitability">Suitability</a>
        <a matButton="outlined" routerLink="/mentor/evidence">Evidence</a>
      </lectern-page-header>
      @if (done) {
        <p class="callout tone-go saved" role="status">{{ done }}</p>
      }
      <form class="finder no-print" (submit)="$event.preventDefault()">
        <div>
          <label for="show">Show</label>
          <select #show id="show" class="box" (change)="choose(show.value)">
            @for (choice of choices; track choice.key) {
              <option [value]="choice.key">{{ choice.name }}</option>
            }
          </select>
        </div>
      </form>
      <app-fetched [of]="offers.first" heading="The offers could not be shown" />
      <p class="spoken" role="status">{{ news() }}</p>
      @if (offers.first.hasValue()) {
        @if (offers.items().length === 0) {
          <lectern-empty-state [heading]="choice().empty" />
        } @else {
          <app-offer-list [offers]="offers.items()" base="/mentor/offers" [withSuitability]="true" />
          <lectern-error-summary [errors]="offers.errors()" />
          @if (offers.hasMore()) {
            <div class="actions">
              <button matButton="outlined" type="button" (click)="offers.more()">
                {{ offers.busy() ? 'Fetching…' : 'Show more offers' }}
              </button>
            </div>
          }
        }
      }
    </div>
  `,
})
export class MentorPage {
  private readonly api = inject(OffersApi);
  protected readonly done = inject(SaidOnce).take();
  protected readonly choices = CHOICES;
  protected readonly choice = signal<Choice>(CHOICES[0] as Choice);
  protected readonly offers = new PageByPage<PresenterOffer, OffersQuestion>(
    () => this.choice().question,
    (question, cursor) => this.api.list(question, cursor),
  );
  protected readonly news = computed(() =>
    this.offers.first.hasValue() ? `${figure(this.offers.items().length, 'offer')} shown.` : '',
  );

  protected choose(key: string): void {
    const chosen = CHOICES.find((choice) => choice.key === key);
    if (chosen) this.choice.set(chosen);
  }
}
