import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState, PageHeader } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { GroupCard } from './group-card';
import { isOver } from './group-words.rules';
import { GroupsApi } from './groups-api';

/** Every group of a school: those that are coming first, then those that came. */
@Component({
  selector: 'app-groups-page',
  imports: [EmptyState, Fetched, GroupCard, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header [heading]="heading()" />
      <app-fetched [of]="groups" heading="Your groups could not be shown" />
      @for (list of lists(); track list.heading) {
        <section class="section" [attr.aria-labelledby]="list.id">
          <h2 [id]="list.id">{{ list.heading }}</h2>
          <ul class="plain-list cards">
            @for (group of list.groups; track group.id) {
              <li><app-group-card [group]="group" [showSchool]="session.isStaff()" /></li>
            }
          </ul>
        </section>
      }
      @if (groups.hasValue() && groups.value().items.length === 0) {
        <lectern-empty-state
          heading="No groups yet"
          words="When you register a group for a conference, it is kept here with its names and tickets."
        >
          <a matButton="outlined" routerLink="/conferences">Find a conference</a>
        </lectern-empty-state>
      }
    </div>
  `,
  styles: `
    .cards {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
    }
  `,
})
export class GroupsPage {
  protected readonly session = inject(SessionStore);
  protected readonly heading = computed(() => (this.session.isStaff() ? 'Groups' : 'My groups'));
  private readonly api = inject(GroupsApi);
  protected readonly groups = resource({ loader: () => this.api.list() });
  protected readonly lists = computed(() => {
    const groups = this.groups.hasValue() ? this.groups.value().items : [];
    const byStart = [...groups].sort((a, b) => a.conference.startsAt.localeCompare(b.conference.startsAt));
    return [
      { id: 'coming', heading: 'Coming up', groups: byStart.filter((group) => !isOver(group)) },
      { id: 'past', heading: 'Past and cancelled', groups: byStart.filter(isOver).reverse() },
    ].filter((list) => list.groups.length > 0);
  });
}
