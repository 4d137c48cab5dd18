import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PresentersWanted } from '@lectern/cpd';
import { StatusMark } from '@lectern/ui';
import { placeWords, sessionWhen, wantedWords } from './offer-words.rules';

/** Sessions that look for presenters, each with the way to offer. */
@Component({
  selector: 'app-wanted-list',
  imports: [MatButton, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="plain-list">
      @for (row of rows(); track row.id) {
        <li>
          <div>
            <p class="title">
              <a [routerLink]="['/challenging-topics/sessions', row.id]">{{ row.title }}</a>
            </p>
            <p>{{ row.when }} · {{ row.where }}</p>
            <p class="soft">{{ row.topic }}</p>
          </div>
          <div class="aside">
            <lectern-status-mark [tone]="row.mark.tone" [words]="row.mark.words" />
            @if (row.own; as own) {
              <a matButton="text" [routerLink]="['/my-offers', own]"
                >Open your offer<span class="spoken"> for {{ row.title }}</span></a
              >
            } @else {
              <a matButton="outlined" [routerLink]="['/challenging-topics/sessions', row.id, 'offer']"
                >{{ row.offer }}<span class="spoken">: {{ row.title }}</span></a
              >
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.875rem;
      border-top: 1px solid var(--hairline);
      overflow-wrap: anywhere;
    }
    li > div:first-child {
      flex: 1 1 20rem;
      min-width: 0;
    }
    p {
      margin: 0;
    }
    .title {
      font-size: 1.125rem;
      font-weight: 600;
    }
    .aside {
      display: flex;
      flex: 0 1 15rem;
      flex-direction: column;
      gap: 0.375rem;
      align-items: flex-start;
    }
  `,
})
export class WantedList {
  readonly wanted = input.required<readonly PresentersWanted[]>();
  protected readonly rows = computed(() =>
    this.wanted().map((one) => ({
      id: one.session.id,
      title: one.session.title,
      topic: one.session.topicTitle,
      when: sessionWhen(one.session),
      where: placeWords(one.session.place),
      mark: wantedWords(one),
      own: one.ownOfferId,
      offer: one.presenterPlacesLeft > 0 && one.onStandby === 0 ? 'Offer to give it' : 'Go on standby',
    })),
  );
}
