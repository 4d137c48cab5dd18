import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSort, MatSortHeader, type Sort } from '@angular/material/sort';
import { RouterLink } from '@angular/router';
import { GROUP_STATUS_NAMES, GROUP_STATUSES, type GroupStatus } from '@lectern/registrations';
import { EmptyState, Icon, London, StatusMark } from '@lectern/ui';
import { closedWords } from '../identity/people-words.rules';
import { Fetched } from '../platform/fetched';
import { ConferenceGroupsApi } from './conference-groups-api';
import { ConferenceInView } from './conference-in-view';
import {
  adultsMark,
  filterGroups,
  GROUP_COLUMN_WORDS,
  GROUP_COLUMNS,
  groupMark,
  sortGroups,
} from './group-rows.rules';
import { WaitingListPanel } from './waiting-list-panel';

/** The groups of a conference: who comes, who waits, whose list is missing. */
@Component({
  selector: 'app-groups-tab',
  imports: [
    EmptyState,
    Fetched,
    Icon,
    London,
    MatButton,
    MatSort,
    MatSortHeader,
    RouterLink,
    StatusMark,
    WaitingListPanel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './groups-tab.html',
  styleUrl: './groups-tab.scss',
})
export class GroupsTab {
  protected readonly view = inject(ConferenceInView);
  private readonly api = inject(ConferenceGroupsApi);
  protected readonly groups = resource({
    params: () => this.view.conference()?.id,
    loader: ({ params }) => this.api.all(params),
  });
  protected readonly typed = signal('');
  protected readonly status = signal<GroupStatus | ''>('');
  protected readonly sort = signal<Sort>({ active: 'status', direction: 'asc' });
  /** For phones, where cards have no head to sort by. */
  protected readonly columns = GROUP_COLUMNS.map((id) => ({ id, words: GROUP_COLUMN_WORDS[id] }));
  protected readonly statuses = GROUP_STATUSES.map((status) => ({
    status,
    name: GROUP_STATUS_NAMES[status],
  }));

  protected readonly rows = computed(() => {
    const groups = this.groups.hasValue() ? this.groups.value() : [];
    const { active, direction } = this.sort();
    const column = GROUP_COLUMNS.find((known) => known === active) ?? 'status';
    return sortGroups(filterGroups(groups, this.typed(), this.status()), column, direction === 'desc').map(
      (group) => ({
        group,
        mark: groupMark(group),
        adults: adultsMark(group),
        closed: closedWords(group.school),
        wanted:
          group.pupilsMinimum === group.pupilsWanted
            ? String(group.pupilsWanted)
            : `${group.pupilsWanted} (${group.pupilsMinimum} at least)`,
        named: group.pupilsNamed + group.adultsNamed,
        expected: group.status === 'confirmed' ? group.places + group.adults : null,
      }),
    );
  });
  protected readonly total = computed(() => (this.groups.hasValue() ? this.groups.value().length : 0));
  protected readonly news = computed(() => {
    const shown = this.rows().length;
    const groups = (count: number): string => `${count} ${count === 1 ? 'group' : 'groups'}`;
    return shown === this.total() ? groups(shown) : `${shown} of ${groups(this.total())}`;
  });

  protected choose(status: string): void {
    this.status.set(GROUP_STATUSES.find((known) => known === status) ?? '');
  }

  protected print(): void {
    print();
  }
}
