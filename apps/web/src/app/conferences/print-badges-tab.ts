import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { PrintChoice } from '../registrations/print-choice';
import { ConferenceGroupsApi } from './conference-groups-api';
import { ConferenceInView } from './conference-in-view';
import { schoolsToPrint } from './group-rows.rules';

/** Everybody's badges of a conference in one file, or one school's. */
@Component({
  selector: 'app-print-badges-tab',
  imports: [EmptyState, Fetched, PrintChoice, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p><a routerLink="../groups">Back to the groups</a></p>
    <h2>Print badges</h2>
    <app-fetched [of]="groups" heading="The badges could not be shown" />
    @if (shown(); as shown) {
      @if (shown.schools.length > 0) {
        <p>
          One file for all schools, by school and surname, each school after a card with its name. Badges that
          were withdrawn are left out. Who printed it is recorded.
        </p>
        <app-print-choice [address]="shown.address" [schools]="shown.schools" />
      } @else {
        <lectern-empty-state
          heading="There are no badges yet"
          words="Badges follow when a confirmed group has named who is coming."
        />
      }
    }
  `,
})
export class PrintBadgesTab {
  private readonly view = inject(ConferenceInView);
  private readonly api = inject(ConferenceGroupsApi);
  protected readonly groups = resource({
    params: () => this.view.conference()?.id,
    loader: ({ params }) => this.api.all(params),
  });
  protected readonly shown = computed(() =>
    this.groups.hasValue()
      ? { schools: schoolsToPrint(this.groups.value()), address: this.api.printAddress(this.view.id()) }
      : null,
  );
}
