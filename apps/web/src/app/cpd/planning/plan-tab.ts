import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon, London, StatusMark } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { boardOf } from './plan-board.rules';
import { PlanningApi } from './planning-api';
import { demandWords } from './planning-words.rules';
import { ProgrammeInView } from './programme-in-view';
import { ProgrammePicker } from './programme-picker';

/** Topics that are wanted and not planned, as many as one reads at a glance. */
const WANTED = 5;

/** The year half-term by half-term: what each should have, has planned, staffed and delivered, and what is missing. */
@Component({
  selector: 'app-plan-tab',
  imports: [Fetched, Icon, London, MatButton, ProgrammePicker, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-tab.html',
  styleUrl: './plan-tab.scss',
})
export class PlanTab {
  private readonly api = inject(PlanningApi);
  protected readonly view = inject(ProgrammeInView);
  protected readonly year = resource({
    params: () => this.view.programme() ?? undefined,
    loader: async ({ params: { id, academicYear } }) => {
      const [plan, sessions, demand] = await Promise.all([
        this.api.plan(id),
        this.api.sessions(id),
        this.api.demand(academicYear),
      ]);
      return { plan, sessions, demand };
    },
  });
  protected readonly columns = computed(() => {
    if (!this.year.hasValue()) return [];
    const { plan, sessions } = this.year.value();
    return boardOf(plan, sessions, new Date());
  });
  protected readonly wanted = computed(() => {
    if (!this.year.hasValue()) return [];
    return this.year
      .value()
      .demand.filter(({ isUnmet }) => isUnmet)
      .slice(0, WANTED)
      .map((demand) => ({ ...demand, words: demandWords(demand) }));
  });
}
