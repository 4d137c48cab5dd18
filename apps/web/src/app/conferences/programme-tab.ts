import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { slotsOutside } from '@lectern/conferences';
import { EmptyState, Icon, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { ConferenceInView } from './conference-in-view';
import { ProgrammeGrid } from './programme-grid';
import { ProgrammeInView } from './programme-in-view';
import { ProgrammeParts } from './programme-parts';

/** The programme of a conference: its grid of times and rooms, what it is made of, and whether schools can read it. */
@Component({
  selector: 'app-programme-tab',
  imports: [EmptyState, Fetched, Icon, MatButton, ProgrammeGrid, ProgrammeParts, RouterLink, StatusMark],
  providers: [ProgrammeInView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme-tab.html',
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem 1.25rem;
      align-items: center;
      margin-bottom: 1.25rem;
    }
    .head > p {
      margin: 0 auto 0 0;
    }
  `,
})
export class ProgrammeTab {
  protected readonly view = inject(ConferenceInView);
  protected readonly plan = inject(ProgrammeInView);
  protected readonly outside = computed(() => {
    const [conference, programme] = [this.view.conference(), this.plan.programme()];
    return conference && programme
      ? slotsOutside(programme.slots, conference)
          .map(({ name }) => `‘${name}’`)
          .join(', ')
      : '';
  });
  /** Whether groups are to be placed anywhere. */
  protected readonly hasChoice = computed(
    () => this.plan.programme()?.slots.some(({ grouping }) => grouping !== 'together') ?? false,
  );
}
