import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PresenterOffer } from '@lectern/cpd';
import { StatusMark } from '@lectern/ui';
import { placeWords, sessionWhen } from './offer-words.rules';

/** The session of an offer, and who would give it. */
@Component({
  selector: 'app-offer-facts',
  imports: [StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let facts = shown();
    <dl class="facts">
      <div>
        <dt>Topic</dt>
        <dd>{{ facts.topic }}</dd>
      </div>
      <div>
        <dt>When</dt>
        <dd>{{ facts.when }}</dd>
      </div>
      <div>
        <dt>Where</dt>
        <dd>{{ facts.where }}</dd>
      </div>
      <div>
        <dt>{{ facts.people.length === 1 ? 'Presenter' : 'Team' }}</dt>
        <dd>
          <ul class="plain-list">
            @for (one of facts.people; track one.accountId) {
              <li>
                {{ one.name }}
                @if (one.isSuitable === false) {
                  <lectern-status-mark tone="needs" words="Suitability not confirmed" />
                }
              </li>
            }
          </ul>
        </dd>
      </div>
    </dl>
  `,
})
export class OfferFacts {
  readonly offer = input.required<PresenterOffer>();
  protected readonly shown = computed(() => {
    const { session, presenters } = this.offer();
    return {
      topic: session.topicTitle,
      when: sessionWhen(session),
      where: placeWords(session.place),
      people: presenters,
    };
  });
}
