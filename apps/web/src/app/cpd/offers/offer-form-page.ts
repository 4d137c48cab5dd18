import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { count, ordinal } from '@lectern/core';
import type { PresentersWanted, TraineeFound } from '@lectern/cpd';
import { Box, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { placeWords, sessionWhen } from './offer-words.rules';
import { OffersApi } from './offers-api';
import { TraineePicker } from './trainee-picker';

/** What an offer would mean: a mentor reads it, or it waits. */
const meaning = ({ presenterPlacesLeft, onStandby, session }: PresentersWanted): string => {
  if (presenterPlacesLeft > 0 && onStandby === 0) {
    return `The session looks for ${count(presenterPlacesLeft, 'more presenter', 'more presenters')} of ${session.presentersWanted}. A mentor reads your offer and decides.`;
  }
  return `All places are taken, so your offer goes on standby, ${ordinal(onStandby + 1)} in line. It moves up by itself when places come free.`;
};

/** Where a trainee offers to give a session: one question that matters, and the team. */
@Component({
  selector: 'app-offer-form-page',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    TraineePicker,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      @if (wanted.error()) {
        <lectern-page-header
          heading="Offer to give a session"
          backTo="/challenging-topics"
          backWords="Challenging topics"
        />
      }
      <app-fetched [of]="wanted" heading="This session could not be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          heading="Offer to give a session"
          [part]="shown.title"
          [backTo]="'/challenging-topics/sessions/' + id()"
          backWords="The session"
        />
        <dl class="facts">
          <div>
            <dt>Session</dt>
            <dd>{{ shown.title }}</dd>
          </div>
          <div>
            <dt>When</dt>
            <dd>{{ shown.when }}</dd>
          </div>
          <div>
            <dt>Where</dt>
            <dd>{{ shown.where }}</dd>
          </div>
        </dl>
        @if (shown.own; as own) {
          <p class="callout tone-note">
            You have an offer for this session already. <a [routerLink]="['/my-offers', own]">Open it</a>
          </p>
        } @else if (shown.isByStaff) {
          <p class="callout tone-note">University staff give this session themselves.</p>
        } @else {
          <p>{{ shown.meaning }}</p>
          <form [formGroup]="form" (ngSubmit)="send()" novalidate>
            <lectern-error-summary [errors]="sending.errors()" />
            <lectern-field
              name="outline"
              label="What would you do in the session?"
              hint="A few sentences: how you begin, what teachers do, what they take home."
              [errors]="sending.errors()"
            >
              <textarea lecternBox rows="8" formControlName="outline"></textarea>
            </lectern-field>
            <app-trainee-picker formControlName="team" [errors]="sending.errors()" />
            <div class="actions">
              <button matButton="filled" type="submit">
                {{ sending.busy() ? 'Sending…' : 'Send the offer' }}
              </button>
            </div>
          </form>
        }
      }
    </div>
  `,
})
export class OfferFormPage {
  readonly id = input.required<string>();
  private readonly api = inject(OffersApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({
    outline: '',
    team: [[] as readonly TraineeFound[]],
  });
  protected readonly wanted = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.wantedFor(params),
  });
  protected readonly shown = computed(() => {
    if (!this.wanted.hasValue()) return null;
    const wanted = this.wanted.value();
    return {
      title: wanted.session.title,
      when: sessionWhen(wanted.session),
      where: placeWords(wanted.session.place),
      own: wanted.ownOfferId,
      isByStaff: wanted.session.presentersWanted === 0,
      meaning: meaning(wanted),
    };
  });

  protected async send(): Promise<void> {
    const { outline, team } = this.form.getRawValue();
    const made = await this.sending.send(() =>
      this.api.make(this.id(), {
        outline: outline.trim(),
        withTraineeIds: team.map(({ accountId }) => accountId),
      }),
    );
    if (!made) return;
    this.said.leave(
      made.status === 'offered' ? 'Your offer is sent. A mentor reads it.' : 'Your offer is on standby.',
    );
    await this.router.navigate(['/my-offers', made.id]);
  }
}
