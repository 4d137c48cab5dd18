import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { figure, londonDate } from '@lectern/core';
import { PageHeader } from '@lectern/ui';
import { greeting } from '../../home/greeting.rules';
import { NextList } from '../../home/next-list';
import { firstTasks } from '../../home/next-task.rules';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { OfferList } from './offer-list';
import { tasksOfMentor } from './offer-words.rules';
import { OffersApi } from './offers-api';

/** Home of a mentor: what waits for a decision, the longest waiting first, and who is to deliver soon. */
@Component({
  selector: 'app-mentor-home',
  imports: [Fetched, MatButton, NextList, OfferList, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header [heading]="greeting()" [lede]="today" />
      <app-fetched [of]="fetched" heading="The offers could not be shown" />
      @if (shown(); as shown) {
        <section aria-labelledby="next">
          <h2 id="next">Next</h2>
          @if (shown.tasks.length > 0) {
            <app-next-list [tasks]="shown.tasks" />
            @if (shown.more) {
              <p>
                <a routerLink="/mentor">{{ shown.more }}</a>
              </p>
            }
          } @else {
            <p>No offer waits for a decision.</p>
          }
          <p class="actions no-print">
            <a matButton="outlined" routerLink="/mentor">Mentor desk</a>
            <a matButton="outlined" routerLink="/mentor/suitability">Suitability</a>
            <a matButton="outlined" routerLink="/mentor/evidence">Evidence</a>
          </p>
        </section>
        <section class="section" aria-labelledby="soon">
          <h2 id="soon">To be delivered</h2>
          @if (shown.approved.length > 0) {
            <app-offer-list [offers]="shown.approved" base="/mentor/offers" [withSuitability]="true" />
          } @else {
            <p>No approved offer is still to come.</p>
          }
        </section>
      }
    </div>
  `,
})
export class MentorHome {
  private readonly api = inject(OffersApi);
  private readonly session = inject(SessionStore);
  private readonly now = new Date();
  protected readonly today = londonDate(this.now);
  protected readonly greeting = computed(() => greeting(this.session.account()?.name ?? '', this.now));
  protected readonly fetched = resource({
    loader: async () => {
      const [waiting, approved] = await Promise.all([
        this.api.list({ status: 'offered', when: 'to-come' }),
        this.api.list({ status: 'approved', when: 'to-come' }),
      ]);
      return { waiting: waiting.items, approved: approved.items };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { waiting, approved } = this.fetched.value();
    const all = tasksOfMentor(waiting, this.now);
    const tasks = firstTasks(all);
    return {
      tasks,
      more: all.length > tasks.length ? `See ${figure(all.length - tasks.length, 'more offer')}` : '',
      approved: [...approved].sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt)),
    };
  });
}
